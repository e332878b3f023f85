using System.Globalization;

namespace Platform.Reporting.Snapshots;

/// <summary>Numbers and days as Vietnamese documents write them, independent of the machine's culture.</summary>
public static class VietnameseFormat
{
    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    };

    /// <summary>1.234.567</summary>
    public static string Number(long number) => number.ToString("#,##0", Numbers);

    /// <summary>A cell as it is printed: 1.234, a quotient 2,75 or 12,5 %, a dash where there is none.</summary>
    public static string Figure(FrozenCell cell) => cell.Ratio switch
    {
        null => Number(cell.Value),
        { Absent: true } => "–",
        { Percent: true } => (cell.Value / 10m).ToString("#,##0.0", Numbers) + " %",
        _ => (cell.Value / 100m).ToString("#,##0.00", Numbers),
    };

    /// <summary>1.234,5: one decimal, halves away from zero.</summary>
    public static string OneDecimal(decimal number) => Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("#,##0.0", Numbers);

    /// <summary>2,75 or 3: at most two decimals, halves away from zero.</summary>
    public static string TwoDecimals(decimal number) => Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString("#,##0.##", Numbers);

    /// <summary>05/10/2026</summary>
    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
