using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;

namespace Platform.Reporting.Metrics;

/// <summary>
/// Copies and titles as facts: entered, withdrawn, in stock at the period's two ends. Units are copies (or titles), the value is the price.
/// One reading of the register gives them all.
/// </summary>
internal static class ItemFacts
{
    private static readonly IReadOnlyList<ItemSource> Sources =
    [
        // Copies entered in the register in the period, on their day of entry.
        ItemSource.Copies("acquisitions", EnteredIn, row => row.AcquiredOn),
        // Copies that left the stock in the period, on the day they left.
        ItemSource.Copies("withdrawals", WithdrawnIn, row => row.WithdrawnOn ?? row.AcquiredOn),
        ItemSource.Copies("stock-opening", InStockBefore, row => row.AcquiredOn),
        ItemSource.Copies("stock-closing", InStockAfter, row => row.AcquiredOn),
        ItemSource.Titles("titles-acquired", EnteredIn),
        ItemSource.Titles("titles-opening", InStockBefore),
        ItemSource.Titles("titles-closing", InStockAfter),
        // TT 16/2022 asks of newspapers and magazines that a title has at least three copies.
        ItemSource.Titles("titles-closing-in-three", InStockAfter, fewest: 3),
    ];

    /// <summary>The copies of the library that were entered by the period's end.</summary>
    public static FactScan Scan { get; } = new([.. Sources.Select(s => s.Source)], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        var rows = await query.Db.Items.AsNoTracking()
            .Where(i => i.LibraryId == query.LibraryId && i.AcquiredOn <= query.Period.LastOn)
            .Select(i => new ItemRow(
                i.Id, i.RecordId, i.RegistrationNumber, i.Type, i.Funding, i.Price, i.AcquiredOn, i.Status, i.WithdrawnOn,
                i.Record.Title, i.Record.Author, i.Record.Publisher, i.Record.PublicationPlace, i.Record.PublicationYear,
                i.Record.Ddc, i.Record.Language, i.CallNumber, i.WithdrawalDecision, i.WithdrawalReason, i.WithdrawalHandling))
            .ToListAsync(cancellationToken);
        var subjects = rows.ConvertAll(row => new ItemSubject(row, query.Period.LastOn));
        foreach (var source in Sources)
        {
            if (books.Ask(source.Source, out var book))
                source.Fill(book, [.. subjects.Where(s => source.Belongs(s.Row, query))]);
        }
    }

    private static bool EnteredIn(ItemRow item, FactQuery query) => query.Period.Contains(item.AcquiredOn);

    private static bool WithdrawnIn(ItemRow item, FactQuery query) => item.WithdrawnOn is { } day && query.Period.Contains(day);

    private static bool InStockBefore(ItemRow item, FactQuery query) =>
        item.AcquiredOn < query.Period.FirstOn && (item.WithdrawnOn is null || item.WithdrawnOn >= query.Period.FirstOn);

    private static bool InStockAfter(ItemRow item, FactQuery query) =>
        item.AcquiredOn <= query.Period.LastOn && (item.WithdrawnOn is null || item.WithdrawnOn > query.Period.LastOn);
}

/// <summary>A source of facts about copies.</summary>
/// <param name="Source">The source.</param>
/// <param name="Belongs">Whether a copy is meant.</param>
/// <param name="Fill">Adds the facts of the copies that are meant.</param>
internal sealed record ItemSource(FactSource Source, Func<ItemRow, FactQuery, bool> Belongs, Action<FactBook, IReadOnlyList<ItemSubject>> Fill)
{
    private static readonly Dimension[] Dimensions =
        [Dimension.ItemType, Dimension.Funding, Dimension.ItemStatus, Dimension.Subject, Dimension.Language];

    /// <summary>Copies, each a fact of a day.</summary>
    public static ItemSource Copies(string code, Func<ItemRow, FactQuery, bool> belongs, Func<ItemRow, DateOnly> day) =>
        new(new(code, nameof(Item), Dimensions), belongs, (book, copies) =>
        {
            foreach (var copy in copies)
                book.Add(copy.Row.Values(), new Fact(copy.Row.Id, day(copy.Row), 1, copy.Row.Price ?? 0, copy));
        });

    /// <summary>Titles that have enough copies, each once for a type of copy, on the day its first one was entered.</summary>
    public static ItemSource Titles(string code, Func<ItemRow, FactQuery, bool> belongs, int fewest = 1) =>
        new(new(code, nameof(BibliographicRecord), [Dimension.ItemType]), belongs, (book, copies) =>
        {
            foreach (var title in copies.GroupBy(c => (c.Row.RecordId, c.Row.Type)).Where(title => title.Count() >= fewest))
            {
                var first = title.MinBy(c => (c.Row.AcquiredOn, c.Row.Id))!; // a group has a copy
                book.Add(
                    default(DimensionValues).With(Dimension.ItemType, (byte)first.Row.Type),
                    new Fact(first.Row.RecordId, first.Row.AcquiredOn, 1, 0, new FactSubject(null, first.Label)));
            }
        });
}
