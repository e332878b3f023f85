using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Circulation;

namespace Platform.Api.Circulation;

/// <summary>What the API shows of a hold.</summary>
internal sealed class HoldFields : EntityType<Hold>
{
    public HoldFields()
        : base(Permission.ReadOwn, h => h.Id)
    {
        Column(h => h.PlacedAt).Sortable().Filterable();
        Column(h => h.Status).Filterable();
        Column(h => h.KeptUntilOn).Sortable().Filterable();
        Column(h => h.ClosedAt).Filterable();
        One(h => h.Record, h => h.RecordId).Filterable();
        One(h => h.Patron, h => h.PatronId).Filterable();
        One(h => h.Item, h => h.ItemId);
        One<Platform.Model.Libraries.Library>("library", "The library whose copies are waited for.", h => h.LibraryId).Filterable();
    }
}

/// <summary>What the API shows of money that is owed.</summary>
internal sealed class ChargeFields : EntityType<Charge>
{
    public ChargeFields()
        : base(Permission.ReadOwn, c => c.Id)
    {
        Column(c => c.Kind).Filterable();
        Column(c => c.Amount).Sortable().Filterable();
        Column(c => c.RaisedOn).Sortable().Filterable();
        Column(c => c.SettledAt).Filterable();
        Column(c => c.Settlement).Filterable();
        Column(c => c.Note);
        One(c => c.Loan, c => c.LoanId);
        One(c => c.Patron, c => c.PatronId).Filterable();
        One<Platform.Model.Libraries.Library>("library", "The library that is owed.", c => c.LibraryId).Filterable();
    }
}
