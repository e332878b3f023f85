using Microsoft.EntityFrameworkCore;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>Lines of the library's diary as facts; units are visitors.</summary>
internal static class VisitFacts
{
    /// <summary>Visits in the period.</summary>
    public static FactSource Visits { get; } = new("visits", nameof(LibraryVisit), [Dimension.Reader, Dimension.Grade], ReadAsync);

    private static async Task<IReadOnlyList<Fact>> ReadAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var visits = await query.Db.Visits.AsNoTracking()
            .Where(v => v.LibraryId == query.LibraryId && v.VisitedOn >= query.Period.FirstOn && v.VisitedOn <= query.Period.LastOn)
            .OrderBy(v => v.VisitedOn).ThenBy(v => v.Id)
            .Select(v => new { v.Id, v.VisitedOn, v.Category, v.Grade, v.ClassName, v.Visitors })
            .ToListAsync(cancellationToken);
        return
        [
            .. visits.Select(v => new Fact(v.Id, v.VisitedOn, v.Visitors, 0, Values(v.Category, v.Grade), new FactSubject(null, Label(v.Category, v.Grade, v.ClassName)))),
        ];
    }

    private static DimensionValues Values(PatronCategory category, int? grade) => default(DimensionValues)
        .With(Dimension.Reader, (byte)category)
        .With(Dimension.Grade, (byte)(grade ?? 0));

    private static string Label(PatronCategory category, int? grade, string? className) => category switch
    {
        PatronCategory.Pupil when className is not null => $"Lớp {className}",
        PatronCategory.Pupil when grade is { } g => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Học sinh khối {g}"),
        PatronCategory.Pupil => "Học sinh",
        PatronCategory.Teacher => "Giáo viên",
        PatronCategory.Staff => "Nhân viên",
        PatronCategory.Other => "Bạn đọc khác",
        _ => "Bạn đọc",
    };
}
