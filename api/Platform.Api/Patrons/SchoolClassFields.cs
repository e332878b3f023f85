using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Api.Patrons;

/// <summary>What the API shows of a class.</summary>
internal sealed class SchoolClassFields : EntityType<SchoolClass>
{
    public SchoolClassFields()
        : base(Permission.ReadOwn, c => c.Id)
    {
        Column(c => c.Name).Sortable().Filterable();
        Column(c => c.Grade).Sortable().Filterable();
        Column(c => c.StartYear).Sortable().Filterable();
        Column(c => c.MinistryCode, Permission.ReadPatrons).Filterable();
        One(c => c.Library, c => c.LibraryId).Filterable();
        Many("memberships", "The pupils, with the days in which they belonged to the class.", (ClassMembership membership) => membership.ClassId);
        Many("sets", "The sets of textbooks lent to the class.", (ClassSet set) => set.ClassId, Permission.Circulate);
        Many("grants", "The teachers who may see the class, and in which days.", (ClassGrant grant) => grant.ClassId, Permission.ReadPatrons);
    }
}

/// <summary>What the API shows of a pupil's time in a class.</summary>
internal sealed class ClassMembershipFields : EntityType<ClassMembership>
{
    public ClassMembershipFields()
        : base(Permission.ReadOwn, m => m.Id)
    {
        Column(m => m.FromOn).Sortable().Filterable();
        Column(m => m.UntilOn).Filterable();
        One(m => m.Patron, m => m.PatronId).Filterable();
        One(m => m.Class, m => m.ClassId).Filterable();
    }
}
