using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;

namespace Platform.Reporting.Metrics;

/// <summary>
/// Copies and titles as facts: entered, withdrawn, in stock at the period's two ends. Units are copies (or titles), the value is the price.
/// </summary>
internal static class ItemFacts
{
    private static readonly Dimension[] Dimensions =
        [Dimension.ItemType, Dimension.Funding, Dimension.ItemStatus, Dimension.Subject, Dimension.Language];

    /// <summary>Copies entered in the register in the period, on their day of entry.</summary>
    public static FactSource Acquisitions { get; } = Copies("acquisitions", EnteredIn, row => row.AcquiredOn);

    /// <summary>Copies that left the stock in the period, on the day they left.</summary>
    public static FactSource Withdrawals { get; } = Copies("withdrawals", WithdrawnIn, row => row.WithdrawnOn ?? row.AcquiredOn);

    /// <summary>Copies in stock when the period begins.</summary>
    public static FactSource OpeningStock { get; } = Copies("stock-opening", InStockBefore, row => row.AcquiredOn);

    /// <summary>Copies in stock when the period ends.</summary>
    public static FactSource ClosingStock { get; } = Copies("stock-closing", InStockAfter, row => row.AcquiredOn);

    /// <summary>Titles of which copies were entered in the period, each once for a type of copy.</summary>
    public static FactSource AcquiredTitles { get; } = Titles("titles-acquired", EnteredIn);

    /// <summary>Titles of which copies are in stock when the period begins, each once for a type of copy.</summary>
    public static FactSource OpeningTitles { get; } = Titles("titles-opening", InStockBefore);

    /// <summary>Titles of which copies are in stock when the period ends, each once for a type of copy.</summary>
    public static FactSource ClosingTitles { get; } = Titles("titles-closing", InStockAfter);

    /// <summary>Titles of which at least three copies are in stock when the period ends (TT 16/2022 asks so of newspapers and magazines).</summary>
    public static FactSource ClosingTitlesInThree { get; } = Titles("titles-closing-in-three", InStockAfter, fewest: 3);

    private static FactSource Copies(string code, Func<FactQuery, Expression<Func<Item, bool>>> belongs, Func<ItemRow, DateOnly> day) =>
        new(code, nameof(Item), Dimensions, async (query, cancellationToken) =>
        {
            var rows = await ReadAsync(query, belongs(query), cancellationToken);
            return [.. rows.OrderBy(day).ThenBy(row => row.Id).Select(row => row.ToFact(day(row), query.Period.LastOn))];
        });

    private static FactSource Titles(string code, Func<FactQuery, Expression<Func<Item, bool>>> belongs, int fewest = 1) =>
        new(code, nameof(BibliographicRecord), [Dimension.ItemType], async (query, cancellationToken) =>
        {
            var rows = await ReadAsync(query, belongs(query), cancellationToken);
            return
            [
                .. rows.GroupBy(row => (row.RecordId, row.Type)).Where(title => title.Count() >= fewest)
                    .Select(title => title.MinBy(row => (row.AcquiredOn, row.Id))!) // a group has a row
                    .OrderBy(row => row.AcquiredOn).ThenBy(row => row.RecordId)
                    .Select(row => row.ToTitle()),
            ];
        });

    private static Expression<Func<Item, bool>> EnteredIn(FactQuery query) =>
        i => i.AcquiredOn >= query.Period.FirstOn && i.AcquiredOn <= query.Period.LastOn;

    private static Expression<Func<Item, bool>> WithdrawnIn(FactQuery query) =>
        i => i.WithdrawnOn >= query.Period.FirstOn && i.WithdrawnOn <= query.Period.LastOn;

    private static Expression<Func<Item, bool>> InStockBefore(FactQuery query) =>
        i => i.AcquiredOn < query.Period.FirstOn && (i.WithdrawnOn == null || i.WithdrawnOn >= query.Period.FirstOn);

    private static Expression<Func<Item, bool>> InStockAfter(FactQuery query) =>
        i => i.AcquiredOn <= query.Period.LastOn && (i.WithdrawnOn == null || i.WithdrawnOn > query.Period.LastOn);

    private static Task<List<ItemRow>> ReadAsync(FactQuery query, Expression<Func<Item, bool>> belongs, CancellationToken cancellationToken) =>
        query.Db.Items.AsNoTracking()
            .Where(i => i.LibraryId == query.LibraryId)
            .Where(belongs)
            .Select(i => new ItemRow(
                i.Id, i.RecordId, i.RegistrationNumber, i.Type, i.Funding, i.Price, i.AcquiredOn, i.Status, i.WithdrawnOn,
                i.Record.Title, i.Record.Author, i.Record.Publisher, i.Record.PublicationPlace, i.Record.PublicationYear,
                i.Record.Ddc, i.Record.Language, i.CallNumber))
            .ToListAsync(cancellationToken);
}
