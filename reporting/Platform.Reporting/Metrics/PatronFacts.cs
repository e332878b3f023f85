using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>Readers as facts, each once; they are told apart by kind and grade and never named.</summary>
internal static class PatronFacts
{
    private static readonly FactSource Cards = new("cards", nameof(Patron), [Dimension.Reader, Dimension.Grade]);

    private static readonly FactSource NewCards = new("cards-new", nameof(Patron), [Dimension.Reader, Dimension.Grade]);

    /// <summary>Cards that are valid when the period ends, and those registered in it, by kind and grade of the reader today.</summary>
    public static FactScan Scan { get; } = new([Cards, NewCards], ReadAsync);

    /// <summary>A reader as a fact of a day.</summary>
    public static void Add(FactBook book, long id, DateOnly on, PatronCategory category, int? grade, LoanKind? use = null) => book.Add(
        default(DimensionValues).With(Dimension.Reader, (byte)category).With(Dimension.Grade, (byte)(grade ?? 0)).With(Dimension.Use, (byte)(use ?? 0)),
        new Fact(id, on, 1, 0, new FactSubject(null, category is PatronCategory.Pupil && grade is { } g ? string.Create(CultureInfo.InvariantCulture, $"Học sinh khối {g}") : LabelOf(category))));

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        books.Ask(Cards, out var valid);
        books.Ask(NewCards, out var added);
        var (first, last) = (query.Period.FirstOn, query.Period.LastOn);
        var patrons = await query.Db.Patrons.AsNoTracking()
            .Where(p => p.LibraryId == query.LibraryId && p.RegisteredOn <= last && (p.LeftOn == null || p.LeftOn >= last || p.RegisteredOn >= first))
            .Select(p => new { p.Id, p.RegisteredOn, p.LeftOn, p.Category, p.Grade })
            .ToListAsync(cancellationToken);
        foreach (var p in patrons)
        {
            if (valid is not null && (p.LeftOn is null || p.LeftOn >= last))
                Add(valid, p.Id, p.RegisteredOn, p.Category, p.Grade);
            if (added is not null && p.RegisteredOn >= first)
                Add(added, p.Id, p.RegisteredOn, p.Category, p.Grade);
        }
    }

    private static string LabelOf(PatronCategory category) => category switch
    {
        PatronCategory.Pupil => "Học sinh",
        PatronCategory.Teacher => "Giáo viên",
        PatronCategory.Staff => "Nhân viên",
        _ => "Bạn đọc khác",
    };
}
