using System.Text.RegularExpressions;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Classification;

/// <summary>What stands in a field for a number of the Dewey Decimal Classification.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number with three digits before its point and no blanks; null when there is none to be made out.</param>
/// <param name="BookMark">What follows it: <c>NG-A</c>, <c>BÙI</c>; null when nothing does.</param>
public sealed partial record DdcNumber(DdcKind Kind, string? Number, string? BookMark)
{
    /// <summary>Reads a text of any quality.</summary>
    public static DdcNumber Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = VietnameseText.Clean(text).Trim('\'', ' ', '.');
        if (Ics().IsMatch(plain))
            return new DdcNumber(DdcKind.Ics, null, null);
        var match = Form().Match(plain);
        if (!match.Success)
            return new DdcNumber(DdcKind.OtherScheme, null, null);
        var (whole, decimals) = (match.Groups["whole"].Value, Separators().Replace(match.Groups["decimals"].Value, ""));
        var mark = match.Groups["mark"].Value.Trim(' ', '-', '/');
        var number = whole.PadLeft(3, '0') + (decimals.Length > 0 ? "." + decimals : "");
        if (whole.Length < 3)
            return new DdcNumber(DdcKind.Short, number, mark.Length > 0 ? mark : null);
        return new DdcNumber(mark.Length > 0 ? DdcKind.WithBookMark : DdcKind.Sound, number, mark.Length > 0 ? mark : null);
    }

    /// <summary>What is wrong with 082 $a; null when it is a number of the classification by its form.</summary>
    public static DdcFault? Check(string text)
    {
        var read = Read(text);
        return read.Kind switch
        {
            DdcKind.Sound => null,
            DdcKind.WithBookMark => new DdcFault("ký hiệu tên sách đứng sau số DDC.", "a book mark follows the number.", $"{read.Number} (082 $b {read.BookMark})"),
            DdcKind.Short => new DdcFault("số DDC có ba chữ số trước dấu chấm.", "a number has three digits before its point.", read.Number),
            DdcKind.Ics => new DdcFault("đây là mã ICS của tiêu chuẩn.", "it is an ICS code of standards.", "084 $a … $2 ics"),
            _ => new DdcFault("không phải là số DDC.", "it is no DDC number.", null),
        };
    }

    // Standards are classed by field.group.subgroup: 67.100.10, 59.080.
    [GeneratedRegex(@"^\d{2}\.\d{3}(\.\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ics();

    // Decimals are grouped by three with blanks in print, prime marks and slashes show where to cut.
    [GeneratedRegex(@"^(?<whole>\d{1,3})(\.\s?(?<decimals>\d+(?:(?:\s|'|′|/)+\d+)*))?(?<mark>\s*(?:--?|/)?\s*\p{L}[\p{L}\d\s\-.']*)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"[^\d]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}

/// <summary>What a text in the place of a DDC number is.</summary>
public enum DdcKind : byte
{
    /// <summary>A number of the classification by its form.</summary>
    Sound = 1,

    /// <summary>A number and behind it a book mark that belongs in a subfield of its own.</summary>
    WithBookMark = 2,

    /// <summary>Fewer than three digits: a spreadsheet has eaten the zeros at its front, perhaps.</summary>
    Short = 3,

    /// <summary>A code of the International Classification for Standards.</summary>
    Ics = 4,

    /// <summary>Something else: a number of another scheme, or none.</summary>
    OtherScheme = 5,
}

/// <summary>What is wrong with a DDC number.</summary>
/// <param name="Vietnamese">In Vietnamese.</param>
/// <param name="English">In English.</param>
/// <param name="Repair">What was meant, perhaps: to be confirmed by a person; null when there is no telling.</param>
public sealed record DdcFault(string Vietnamese, string English, string? Repair);
