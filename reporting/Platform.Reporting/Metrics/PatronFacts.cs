using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>Readers as facts, each once; they are told apart by kind and grade and never named.</summary>
internal static class PatronFacts
{
    private static readonly Dimension[] Dimensions = [Dimension.Reader, Dimension.Grade];

    /// <summary>Cards that are valid when the period ends, by kind and grade of the reader today.</summary>
    public static FactSource Cards { get; } = new("cards", nameof(Patron), Dimensions, ReadCardsAsync);

    /// <summary>Readers who borrowed or read something in the period, each once for kind and grade at lending. Anonymised loans name nobody.</summary>
    public static FactSource Borrowers { get; } = new("borrowers", nameof(Patron), Dimensions, ReadBorrowersAsync);

    private static async Task<IReadOnlyList<Fact>> ReadCardsAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var patrons = await query.Db.Patrons.AsNoTracking()
            .Where(p => p.LibraryId == query.LibraryId && p.RegisteredOn <= query.Period.LastOn && (p.LeftOn == null || p.LeftOn >= query.Period.LastOn))
            .OrderBy(p => p.RegisteredOn).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.RegisteredOn, p.Category, p.Grade })
            .ToListAsync(cancellationToken);
        return [.. patrons.Select(p => FactOf(p.Id, p.RegisteredOn, p.Category, p.Grade))];
    }

    private static async Task<IReadOnlyList<Fact>> ReadBorrowersAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var readers = await query.Db.Loans.AsNoTracking()
            .Where(l => l.LibraryId == query.LibraryId && l.LentOn >= query.Period.FirstOn && l.LentOn <= query.Period.LastOn && l.PatronId != null)
            .GroupBy(l => new { l.PatronId, l.PatronCategory, l.Grade })
            .Select(loans => new { loans.Key.PatronId, loans.Key.PatronCategory, loans.Key.Grade, FirstOn = loans.Min(l => l.LentOn) })
            .ToListAsync(cancellationToken);
        return [.. readers.OrderBy(r => r.FirstOn).ThenBy(r => r.PatronId).ThenBy(r => r.Grade).Select(r => FactOf(r.PatronId!.Value, r.FirstOn, r.PatronCategory, r.Grade))]; // filtered above
    }

    private static Fact FactOf(long id, DateOnly on, PatronCategory category, int? grade) => new(
        id, on, 1, 0,
        default(DimensionValues).With(Dimension.Reader, (byte)category).With(Dimension.Grade, (byte)(grade ?? 0)),
        new FactSubject(null, category is PatronCategory.Pupil && grade is { } g ? string.Create(CultureInfo.InvariantCulture, $"Học sinh khối {g}") : LabelOf(category)));

    private static string LabelOf(PatronCategory category) => category switch
    {
        PatronCategory.Pupil => "Học sinh",
        PatronCategory.Teacher => "Giáo viên",
        PatronCategory.Staff => "Nhân viên",
        _ => "Bạn đọc khác",
    };
}
