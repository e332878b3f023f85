using System.Globalization;

namespace Platform.Reporting.Rendering;

/// <summary>Numbers kept as digits with a fixed count of decimals.</summary>
internal static class DecimalNumber
{
    /// <summary>The digits with the decimal mark in its place: 275 with two decimals is 2.75.</summary>
    public static string Of(long digits, int decimals, char mark)
    {
        var text = Math.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return $"{(digits < 0 ? "-" : "")}{text[..^decimals]}{mark}{text[^decimals..]}";
    }
}
