using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Reporting.Definitions;

namespace Platform.Reporting.Metrics;

/// <summary>Copies of newspapers and magazines as facts, on the day of their entry in the register, told apart by month; the value is the price.</summary>
internal static class PeriodicalFacts
{
    private static readonly FactSource Received = new("periodicals-received", nameof(Item), [Dimension.Month]);

    /// <summary>Copies of newspapers and magazines that the library entered in the period.</summary>
    public static FactScan Scan { get; } = new([Received], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (!books.Ask(Received, out var book))
            return;
        var copies = query.Db.Items.AsNoTracking()
            .Where(i => i.LibraryId == query.LibraryId && i.Type == ItemType.Periodical && i.AcquiredOn >= query.Period.FirstOn && i.AcquiredOn <= query.Period.LastOn);
        var titles = await copies.Select(i => i.Record).Distinct().Select(r => new { r.Id, r.Title, r.Publisher, r.Content }).ToListAsync(cancellationToken);
        var subjects = titles.ToDictionary(t => t.Id, t => new PeriodicalSubject(t.Id, ShortLabel.Of(t.Title), t.Publisher, FrequencyOf(t.Content)));
        foreach (var copy in await copies.Select(i => new { i.Id, i.RecordId, i.AcquiredOn, i.Price }).ToListAsync(cancellationToken))
            book.Add(default(DimensionValues).With(Dimension.Month, (byte)copy.AcquiredOn.Month), new Fact(copy.Id, copy.AcquiredOn, 1, copy.Price ?? 0, subjects[copy.RecordId]));
    }

    // MARC 310 $a: current publication frequency. A record that cannot be read says none.
    private static string? FrequencyOf(RecordContent content)
    {
        try
        {
            return content.ToMarc().Data("310")?['a'];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private sealed record PeriodicalSubject(long RecordId, string Title, string? Publisher, string? Frequency) : FactSubject(null, Title)
    {
        internal override long TitleKey => RecordId;

        internal override string TextOf(RowText text) => text switch
        {
            RowText.Publisher => Publisher ?? "",
            RowText.Frequency => Frequency ?? "chưa ghi",
            _ => "",
        };
    }
}
