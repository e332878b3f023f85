using System.Globalization;
using Platform.Model.Libraries;

namespace Platform.Model.Patrons;

/// <summary>A pupil and the class of the year that ends.</summary>
public sealed record PupilInClass(long PatronId, string ClassName, int? Grade);

/// <summary>Where a pupil goes.</summary>
/// <param name="PatronId">The pupil.</param>
/// <param name="ClassName">The class of the next year; null for those who leave the school.</param>
/// <param name="Grade">Its grade.</param>
public sealed record PupilMove(long PatronId, string? ClassName, int? Grade);

/// <summary>Plans the yearly promotion. Pure and total.</summary>
public static class PromotionPlan
{
    /// <summary>The moves of all pupils: one grade up, repeaters stay in theirs, the last grade leaves. Classes without grade (preschool) keep theirs.</summary>
    public static IReadOnlyList<PupilMove> For(SchoolLevel level, IReadOnlyList<PupilInClass> pupils, IReadOnlySet<long> repeaters)
    {
        ArgumentNullException.ThrowIfNull(pupils);
        ArgumentNullException.ThrowIfNull(repeaters);
        return [.. pupils.Select(pupil => Move(pupil, LastGrade(level), repeaters.Contains(pupil.PatronId)))];
    }

    /// <summary>Next year's name of a class: the grade's number in it is raised (6A1 to 7A1); a name without it stays.</summary>
    public static string NextName(string name, int grade)
    {
        ArgumentNullException.ThrowIfNull(name);
        var number = grade.ToString(CultureInfo.InvariantCulture);
        var at = name.IndexOf(number, StringComparison.Ordinal);
        return at < 0 ? name : string.Concat(name.AsSpan(0, at), (grade + 1).ToString(CultureInfo.InvariantCulture), name.AsSpan(at + number.Length));
    }

    private static PupilMove Move(PupilInClass pupil, int lastGrade, bool repeats)
    {
        if (repeats || pupil.Grade is not { } grade)
            return new PupilMove(pupil.PatronId, pupil.ClassName, pupil.Grade);
        return grade >= lastGrade
            ? new PupilMove(pupil.PatronId, null, null)
            : new PupilMove(pupil.PatronId, NextName(pupil.ClassName, grade), grade + 1);
    }

    private static int LastGrade(SchoolLevel level) => level switch
    {
        SchoolLevel.Primary => 5,
        SchoolLevel.LowerSecondary => 9,
        _ => 12,
    };
}
