using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Circulation;

namespace Platform.Api.Circulation;

/// <summary>What the API shows of a loan: to the lending library, to the borrower, to a guardian.</summary>
internal sealed class LoanFields : EntityType<Loan>
{
    public LoanFields()
        : base(Permission.ReadOwn, l => l.Id)
    {
        Column(l => l.Kind).Filterable();
        Column(l => l.PatronCategory).Filterable();
        Column(l => l.Grade).Filterable();
        Column(l => l.ItemType).Filterable();
        Column(l => l.LentAt).Sortable().Filterable();
        Column(l => l.LentOn).Sortable().Filterable();
        Column(l => l.DueOn).Sortable().Filterable();
        Column(l => l.ReturnedAt).Sortable().Filterable();
        Column(l => l.EndedAs).Filterable();
        Column(l => l.Renewals);
        Column(l => l.RecalledAt).Filterable();
        One(l => l.Item, l => l.ItemId).Filterable();
        One(l => l.Patron, l => l.PatronId).Filterable();
        One<Platform.Model.Libraries.Library>("library", "The library that lends.", l => l.LibraryId).Filterable();
        One<ClassSet>("classSet", "The class set it belongs to; null for a single loan.", l => l.ClassSetId, Permission.Circulate).Filterable();
    }
}
