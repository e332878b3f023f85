using System.Globalization;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>Readers as the subjects of facts, by kind and grade and never by name: a few for all of them.</summary>
internal sealed class ReaderSubjects
{
    private readonly Dictionary<(PatronCategory Category, int? Grade), FactSubject> _known = [];

    /// <summary>Adds a reader as a fact of a day.</summary>
    public void Add(FactBook book, long id, DateOnly on, PatronCategory category, int? grade, LoanKind? use = null)
    {
        if (!_known.TryGetValue((category, grade), out var subject))
            _known.Add((category, grade), subject = new FactSubject(null, LabelOf(category, grade)));
        book.Add(
            default(DimensionValues).With(Dimension.Reader, (byte)category).With(Dimension.Grade, (byte)(grade ?? 0)).With(Dimension.Use, (byte)(use ?? 0)),
            new Fact(id, on, 1, 0, subject));
    }

    private static string LabelOf(PatronCategory category, int? grade) => category switch
    {
        PatronCategory.Pupil when grade is { } g => string.Create(CultureInfo.InvariantCulture, $"Học sinh khối {g}"),
        PatronCategory.Pupil => "Học sinh",
        PatronCategory.Teacher => "Giáo viên",
        PatronCategory.Staff => "Nhân viên",
        _ => "Bạn đọc khác",
    };
}
