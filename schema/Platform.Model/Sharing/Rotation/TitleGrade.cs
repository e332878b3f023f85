using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Model.Sharing.Rotation;

/// <summary>Reads the grade that a schoolbook is for out of its title: no field of MARC holds it, every Vietnamese schoolbook's title does.</summary>
public static partial class TitleGrade
{
    /// <summary>The grade, 1 to 12: the number after "lớp", otherwise the first number that is no volume's; 0 when the title has none.</summary>
    /// <example>"Toán 6. Tập 1" is 6, "Tiếng Việt lớp 3" is 3, "Kể chuyện. Tập 2" is 0.</example>
    public static int Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var named = AfterWord().Match(title);
        var found = named.Success ? named.Groups[1] : Alone().Match(title).Groups[1];
        return int.TryParse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) && grade is >= 1 and <= 12 ? grade : 0;
    }

    [GeneratedRegex(@"\b[Ll]ớp\s+(\d{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex AfterWord();

    [GeneratedRegex(@"(?<!\b(?:[Tt]ập|[Pp]hần|[Qq]uyển|[Ss]ố|T\.|Q\.)\s*)(?<![\d.,/-])\b(\d{1,2})\b(?![\d.,/-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
