namespace Platform.Model.Sharing;

/// <summary>
/// The barcode of a copy: at home its registration number; between libraries, where numbers repeat, the school's code, a colon, and the
/// number. Both forms are read everywhere.
/// </summary>
public static class ItemBarcode
{
    private const char Separator = ':';

    /// <summary>The form for use between libraries.</summary>
    public static string Of(string libraryCode, string registrationNumber) => $"{libraryCode}{Separator}{registrationNumber}";

    /// <summary>The parts of a barcode; no code when it is a plain number.</summary>
    public static (string? LibraryCode, string Number) Parse(string barcode)
    {
        ArgumentNullException.ThrowIfNull(barcode);
        var at = barcode.IndexOf(Separator, StringComparison.Ordinal);
        return at <= 0 || at == barcode.Length - 1 ? (null, barcode) : (barcode[..at], barcode[(at + 1)..]);
    }

    /// <summary>Whether the barcode is one of the copy's: a number may itself hold a colon.</summary>
    public static bool Matches(string barcode, string libraryCode, string registrationNumber) =>
        barcode == registrationNumber || barcode == Of(libraryCode, registrationNumber);
}
