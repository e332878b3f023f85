using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Circulation;

namespace Platform.Api.Circulation;

/// <summary>What the API shows of a stock-taking.</summary>
internal sealed class StockTakingFields : EntityType<StockTaking>
{
    public StockTakingFields()
        : base(Permission.Circulate, s => s.Id)
    {
        Column(s => s.Name).Sortable();
        Column(s => s.ItemType).Filterable();
        Column(s => s.StartedAt).Sortable().Filterable();
        Column(s => s.ClosedAt).Filterable();
        Column(s => s.Missing);
        One<Platform.Model.Libraries.Library>("library", "The library whose copies are counted.", s => s.LibraryId).Filterable();
        Computed("minutesUrl", "Where the minutes (S-11) are once it is closed, as PDF; with &format=DOCX or XLSX in others. Relative to this server.", [Key], values => PaperEndpoints.UrlOf(nameof(StockTaking), (long)values[0]!)); // a key is never null
        Many("lines", "The copies scanned, and after closing those that were missing.", (StockTakingLine line) => line.StockTakingId);
    }
}

/// <summary>What the API shows of a copy in a stock-taking.</summary>
internal sealed class StockTakingLineFields : EntityType<StockTakingLine>
{
    public StockTakingLineFields()
        : base(Permission.Circulate, l => l.Id)
    {
        Column(l => l.RegistrationNumber).Sortable().Filterable();
        Column(l => l.Finding).Filterable();
        Column(l => l.Device).Filterable();
        Column(l => l.At).Sortable();
        One(l => l.Item, l => l.ItemId);
    }
}
