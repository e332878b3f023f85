using Microsoft.EntityFrameworkCore;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>Readers as facts, each once; they are told apart by kind and grade and never named.</summary>
internal static class PatronFacts
{
    private static readonly FactSource Cards = new("cards", nameof(Patron), [Dimension.Reader, Dimension.Grade]);

    private static readonly FactSource NewCards = new("cards-new", nameof(Patron), [Dimension.Reader, Dimension.Grade]);

    /// <summary>Cards that are valid when the period ends, and those registered in it, by kind and grade of the reader today.</summary>
    public static FactScan Scan { get; } = new([Cards, NewCards], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        books.Ask(Cards, out var valid);
        books.Ask(NewCards, out var added);
        var (first, last) = (query.Period.FirstOn, query.Period.LastOn);
        var patrons = await query.Db.Patrons.AsNoTracking()
            .Where(p => p.LibraryId == query.LibraryId && p.RegisteredOn <= last && (p.LeftOn == null || p.LeftOn >= last || p.RegisteredOn >= first))
            .Select(p => new { p.Id, p.RegisteredOn, p.LeftOn, p.Category, p.Grade })
            .ToListAsync(cancellationToken);
        var readers = new ReaderSubjects();
        foreach (var p in patrons)
        {
            if (valid is not null && (p.LeftOn is null || p.LeftOn >= last))
                readers.Add(valid, p.Id, p.RegisteredOn, p.Category, p.Grade);
            if (added is not null && p.RegisteredOn >= first)
                readers.Add(added, p.Id, p.RegisteredOn, p.Category, p.Grade);
        }
    }
}
