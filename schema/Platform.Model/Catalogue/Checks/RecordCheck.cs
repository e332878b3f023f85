using Platform.Marc;

namespace Platform.Model.Catalogue.Checks;

/// <summary>Checks a record by every rule, as often as it is typed in: it reads nothing but the record.</summary>
public static class RecordCheck
{
    private static readonly Func<MarcRecord, IEnumerable<RecordProblem>>[] Checks = [FormCheck.Of, TitleCheck.Of, NumberCheck.Of, CodeCheck.Of, FullnessCheck.Of, TextCheck.Of];

    /// <summary>Every problem of the record: errors first, then by place.</summary>
    public static IReadOnlyList<RecordProblem> Of(MarcRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. Checks.SelectMany(check => check(record)).OrderByDescending(p => p.Severity).ThenBy(p => p.Path, StringComparer.Ordinal)];
    }

    /// <summary>How good the record is: 100 without problems; an error takes 25 points, a warning 8, a hint 2; never below 0.</summary>
    public static int Score(IEnumerable<RecordProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var lost = problems.Sum(p => p.Severity switch { ProblemSeverity.Error => 25, ProblemSeverity.Warning => 8, _ => 2 });
        return Math.Max(0, 100 - lost);
    }
}
