using Microsoft.EntityFrameworkCore;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>Readers as facts, each once; they are told apart by kind and grade and never named.</summary>
internal static class PatronFacts
{
    private static readonly FactSource Cards = new("cards", nameof(Patron), [Dimension.Reader, Dimension.Grade]);

    /// <summary>Cards that are valid when the period ends, by kind and grade of the reader today.</summary>
    public static FactScan Scan { get; } = new([Cards], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (!books.Ask(Cards, out var book))
            return;
        var patrons = await query.Db.Patrons.AsNoTracking()
            .Where(p => p.LibraryId == query.LibraryId && p.RegisteredOn <= query.Period.LastOn && (p.LeftOn == null || p.LeftOn >= query.Period.LastOn))
            .Select(p => new { p.Id, p.RegisteredOn, p.Category, p.Grade })
            .ToListAsync(cancellationToken);
        var readers = new ReaderSubjects();
        foreach (var p in patrons)
            readers.Add(book, p.Id, p.RegisteredOn, p.Category, p.Grade);
    }
}
