using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>Lines of the library's diary as facts; units are visitors.</summary>
internal static class VisitFacts
{
    private static readonly FactSource Visits = new("visits", nameof(LibraryVisit), [Dimension.Reader, Dimension.Grade]);

    /// <summary>Visits in the period.</summary>
    public static FactScan Scan { get; } = new([Visits], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (!books.Ask(Visits, out var book))
            return;
        var visits = await query.Db.Visits.AsNoTracking()
            .Where(v => v.LibraryId == query.LibraryId && v.VisitedOn >= query.Period.FirstOn && v.VisitedOn <= query.Period.LastOn)
            .Select(v => new { v.Id, v.VisitedOn, v.Category, v.Grade, v.ClassName, v.Visitors })
            .ToListAsync(cancellationToken);
        foreach (var v in visits)
            book.Add(Values(v.Category, v.Grade), new Fact(v.Id, v.VisitedOn, v.Visitors, 0, new FactSubject(null, Label(v.Category, v.Grade, v.ClassName))));
    }

    private static DimensionValues Values(PatronCategory category, int? grade) => default(DimensionValues)
        .With(Dimension.Reader, (byte)category)
        .With(Dimension.Grade, (byte)(grade ?? 0));

    private static string Label(PatronCategory category, int? grade, string? className) => category switch
    {
        PatronCategory.Pupil when className is not null => $"Lớp {className}",
        PatronCategory.Pupil when grade is { } g => string.Create(CultureInfo.InvariantCulture, $"Học sinh khối {g}"),
        PatronCategory.Pupil => "Học sinh",
        PatronCategory.Teacher => "Giáo viên",
        PatronCategory.Staff => "Nhân viên",
        PatronCategory.Other => "Bạn đọc khác",
        _ => "Bạn đọc",
    };
}
