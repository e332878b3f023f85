using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Patrons;

namespace Platform.Api.Patrons;

/// <summary>What the API shows of a consent: to the library, to the person, to a guardian.</summary>
internal sealed class ConsentFields : EntityType<Consent>
{
    public ConsentFields()
        : base(Permission.ReadOwn, c => c.Id)
    {
        Column(c => c.Purpose).Filterable();
        Column(c => c.GivenBy).Filterable();
        Column(c => c.GivenOn).Sortable();
        Column(c => c.WithdrawnOn).Filterable();
        Column(c => c.Evidence);
        One(c => c.Patron, c => c.PatronId).Filterable();
    }
}

/// <summary>What the API shows of a class granted to a teacher.</summary>
internal sealed class ClassGrantFields : EntityType<ClassGrant>
{
    public ClassGrantFields()
        : base(Permission.ReadOwn, g => g.Id)
    {
        Column(g => g.FromOn).Sortable();
        Column(g => g.UntilOn).Sortable().Filterable();
        One(g => g.Class, g => g.ClassId).Filterable();
        One(g => g.Teacher, g => g.TeacherId).Filterable();
    }
}
