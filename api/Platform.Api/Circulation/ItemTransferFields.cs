using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;

namespace Platform.Api.Circulation;

/// <summary>What the API shows of a transfer of copies: to the two libraries.</summary>
internal sealed class ItemTransferFields : EntityType<ItemTransfer>
{
    public ItemTransferFields()
        : base(Permission.Circulate, t => t.Id)
    {
        Column(t => t.DecisionNumber).Sortable().Filterable();
        Column(t => t.DecidedOn).Sortable();
        Column(t => t.Reason);
        Column(t => t.PreparedOn).Sortable();
        Column(t => t.State).Filterable();
        Column(t => t.ClosedOn).Sortable();
        Column(t => t.RefusedBecause);
        Computed("minutesUrl", "Where the minutes of the handover with both registers' numbers are, as PDF; with &format=DOCX or XLSX in others. Relative to this server.", [Key], values => PaperEndpoints.UrlOf(nameof(ItemTransfer), (long)values[0]!)); // a key is never null
        One(t => t.Library, t => t.LibraryId).Filterable();
        One(t => t.ToLibrary, t => t.ToLibraryId).Filterable();
        Many("lines", "The copies, as the giver's register has them and, once accepted, as the receiver's has.", (ItemTransferLine line) => line.TransferId);
    }
}

/// <summary>What the API shows of a copy in a transfer.</summary>
internal sealed class ItemTransferLineFields : EntityType<ItemTransferLine>
{
    public ItemTransferLineFields()
        : base(Permission.Circulate, l => l.Id)
    {
        One(l => l.Item, l => l.ItemId).Filterable();
        One<Item>("newItem", "The copy as the receiver's register has it; null before it is accepted.", l => l.NewItemId).Filterable();
    }
}
