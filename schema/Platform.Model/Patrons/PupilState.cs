using System.Globalization;
using Platform.Model.Text;

namespace Platform.Model.Patrons;

/// <summary>Whether a person is at the school.</summary>
public enum PupilPresence
{
    /// <summary>At the school.</summary>
    Present = 1,

    /// <summary>No longer at the school: may borrow nothing more.</summary>
    Gone = 2,
}

/// <summary>The Ministry's states of pupils and staff (DM_TRANG_THAI_HOC_SINH, codes 01 to 12, or their names).</summary>
public static class PupilState
{
    private static readonly HashSet<int> GoneCodes = [4, 5, 8, 9, 11, 12];

    /// <summary>What a state says; null for one that is not on the list. An empty one is present.</summary>
    public static PupilPresence? Of(string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var folded = VietnameseText.Fold(state);
        if (folded.Length == 0)
            return PupilPresence.Present;
        if (int.TryParse(folded.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return code is < 1 or > 12 ? null : GoneCodes.Contains(code) ? PupilPresence.Gone : PupilPresence.Present;
        if (Says(folded, "chuyen di", "thoi hoc", "bo hoc", "da nghi", "nghi huu", "thoi viec", "da chuyen", "chuyen truong di"))
            return PupilPresence.Gone;
        return Says(folded, "dang hoc", "chuyen den", "xin hoc lai", "dang lam viec", "dang cong tac", "hop dong", "bien che") ? PupilPresence.Present : null;
    }

    private static bool Says(string folded, params string[] words) => words.Any(word => folded.Contains(word, StringComparison.Ordinal));
}

/// <summary>Reads the grade of a class.</summary>
public static class ClassGrade
{
    /// <summary>The grade from its own column where given, else from the first number of the class's name; null when neither says 1 to 12.</summary>
    public static int? Of(string gradeText, string className)
    {
        ArgumentNullException.ThrowIfNull(gradeText);
        ArgumentNullException.ThrowIfNull(className);
        return FirstNumber(gradeText) ?? FirstNumber(className);
    }

    private static int? FirstNumber(string text)
    {
        var digits = string.Concat(text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) && grade is >= 1 and <= 12 ? grade : null;
    }
}
