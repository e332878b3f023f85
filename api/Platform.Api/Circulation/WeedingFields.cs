using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Circulation;

namespace Platform.Api.Circulation;

/// <summary>What the API shows of a weeding: its dossier.</summary>
internal sealed class WeedingFields : EntityType<Weeding>
{
    public WeedingFields()
        : base(Permission.Circulate, w => w.Id)
    {
        Column(w => w.Name).Sortable();
        Column(w => w.OpenedOn).Sortable();
        Column(w => w.State).Filterable();
        Column(w => w.Stock);
        Column(w => w.DecisionNumber);
        Column(w => w.DecidedOn).Sortable();
        Column(w => w.PublishedOn);
        Column(w => w.CarriedOutOn);
        Computed("minutesUrl", "Where the minutes with the list (S-12) are once it is decided, as PDF; with &format=DOCX or XLSX in others. Relative to this server.", [Key], values => PaperEndpoints.UrlOf(nameof(Weeding), (long)values[0]!)); // a key is never null
        One(w => w.Library, w => w.LibraryId).Filterable();
        Many("lines", "The proposed copies, with reasons and what becomes of them.", (WeedingLine line) => line.WeedingId);
    }
}

/// <summary>What the API shows of a line of a weeding's list.</summary>
internal sealed class WeedingLineFields : EntityType<WeedingLine>
{
    public WeedingLineFields()
        : base(Permission.Circulate, l => l.Id)
    {
        Column(l => l.Reason).Filterable();
        Column(l => l.Handling).Filterable();
        One(l => l.Item, l => l.ItemId).Filterable();
    }
}
