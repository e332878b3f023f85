using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Exchange;
using Platform.Model.Text;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Metrics;

/// <summary>What the library has besides its stock, at the period's end: assets (units are pieces, the value đồng) and rooms (the value is m²).</summary>
internal static class PropertyFacts
{
    private static readonly FactSource Assets = new("assets", nameof(LibraryAsset), [Dimension.Asset, Dimension.Funding]);
    private static readonly FactSource Rooms = new("library-rooms", nameof(FacilityFact), []);

    /// <summary>Assets and rooms of the library.</summary>
    public static FactScan Scan { get; } = new([Assets, Rooms], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (books.Ask(Assets, out var assets))
            await ReadAssetsAsync(query, assets, cancellationToken);
        if (books.Ask(Rooms, out var rooms))
            await ReadRoomsAsync(query, rooms, cancellationToken);
    }

    private static async Task ReadAssetsAsync(FactQuery query, FactBook book, CancellationToken cancellationToken)
    {
        var assets = await query.Db.Assets.AsNoTracking()
            .Where(a => a.LibraryId == query.LibraryId && a.AcquiredOn <= query.Period.LastOn && (a.RemovedOn == null || a.RemovedOn > query.Period.LastOn))
            .ToListAsync(cancellationToken);
        foreach (var asset in assets)
        {
            var texts = new Dictionary<RowText, string>
            {
                [RowText.Unit] = asset.Unit,
                [RowText.Year] = asset.AcquiredOn.Year.ToString(CultureInfo.InvariantCulture),
                [RowText.Condition] = Wordings.Condition(asset.Condition),
            };
            book.Add(
                default(DimensionValues).With(Dimension.Asset, (byte)asset.Kind).With(Dimension.Funding, (byte)asset.Funding),
                new Fact(asset.Id, asset.AcquiredOn, asset.Quantity, asset.Cost ?? 0, new ListedSubject(null, ShortLabel.Of(asset.Name), texts)));
        }
    }

    // A school describes its rooms for a period of its own; what it said last before the report's end holds.
    private static async Task ReadRoomsAsync(FactQuery query, FactBook book, CancellationToken cancellationToken)
    {
        var said = await query.Db.FacilityFacts.AsNoTracking().Where(f => f.LibraryId == query.LibraryId).ToListAsync(cancellationToken);
        var dated = said
            .Where(f => VietnameseText.Fold(f.Criterion).Contains("thu vien", StringComparison.Ordinal))
            .Select(f => (Fact: f, On: ReportPeriod.TryParse(f.Period, out var period) ? period.LastOn : DateOnly.MaxValue))
            .Where(f => f.On <= query.Period.LastOn);
        // The same rooms may be said by durability and by grade: they are counted once.
        foreach (var (fact, on) in dated.GroupBy(f => f.Fact.Criterion).Select(rooms => rooms.OrderByDescending(f => f.On).ThenByDescending(f => f.Fact.Scale).First()))
            book.Add(default, new Fact(fact.Id, on, fact.Rooms, (long)Math.Floor(fact.Area), new FactSubject(null, ShortLabel.Of(fact.Criterion))));
    }
}
