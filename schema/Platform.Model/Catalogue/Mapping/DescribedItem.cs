using System.Globalization;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>A copy as a record or a register describes it, before it belongs to a library.</summary>
/// <param name="RegistrationNumber">The barcode, leading zeros and all; empty when none was given.</param>
/// <param name="CallNumber">Call number, or null.</param>
/// <param name="Location">Shelf or room, or null.</param>
/// <param name="Price">Whole đồng; null when absent or no such amount.</param>
/// <param name="AcquiredOn">Day of entry, or null.</param>
/// <param name="Type">The register, where the source names it; otherwise null.</param>
public sealed record DescribedItem(
    string RegistrationNumber, string? CallNumber, string? Location, long? Price, DateOnly? AcquiredOn, ItemType? Type)
{
    private const int LongestNumber = 50;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyyMMdd", "dd/MM/yyyy", "d/M/yyyy", "yyyy/MM/dd"];

    /// <summary>A copy read from texts of any quality.</summary>
    public static DescribedItem Of(string registrationNumber, string? callNumber, string? location, string? price, string? acquiredOn, string? type) => new(
        VietnameseText.Clean(registrationNumber),
        Line(callNumber, 100),
        Line(location, 200),
        PriceIn(price),
        DayIn(acquiredOn),
        TypeOf(type));

    /// <summary>Why the copy cannot be entered in a register; null when it can.</summary>
    public string? Fault
    {
        get
        {
            if (RegistrationNumber.Length == 0)
                return "the copy has no registration number";
            return RegistrationNumber.Length > LongestNumber
                ? $"registration number '{RegistrationNumber[..LongestNumber]}…' is longer than {LongestNumber} characters"
                : null;
        }
    }

    /// <summary>The copy as a row of the library's register, entered by an import.</summary>
    public Item ToItem(long libraryId, long? importBatchId, RecordKind kind, DateOnly today) => new()
    {
        LibraryId = libraryId,
        ImportBatchId = importBatchId is > 0 ? importBatchId : null,
        RecordId = 0,
        RegistrationNumber = RegistrationNumber,
        Type = Type ?? Usual(kind),
        CallNumber = CallNumber,
        Location = Location,
        Price = Price,
        Funding = FundingSource.Unknown,
        AcquiredOn = AcquiredOn ?? today,
        Status = ItemStatus.InStock,
    };

    private static ItemType Usual(RecordKind kind) => kind switch
    {
        RecordKind.Serial => ItemType.Periodical,
        RecordKind.Text => ItemType.ReferenceBook,
        _ => ItemType.Other,
    };

    private static string? Line(string? text, int length) =>
        text is not null && VietnameseText.Clean(text) is { Length: > 0 } line ? MappedColumn.Cut(line, length) : null;

    // "25.000", "25,000 đ", "25000.00" are 25,000 đồng; "12.50" is some other currency.
    private static long? PriceIn(string? text)
    {
        if (text is null)
            return null;
        var number = text.Trim().TrimEnd('đ', 'Đ', 'd', 'D', ' ');
        if (number.EndsWith(".00", StringComparison.Ordinal) || number.EndsWith(",00", StringComparison.Ordinal))
            number = number[..^3];
        var groups = number.Split('.', ',', ' ');
        var isGrouped = groups.Skip(1).All(group => group.Length == 3);
        return isGrouped && long.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out var price) ? price : null;
    }

    private static DateOnly? DayIn(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static ItemType? TypeOf(string? code) => code?.Trim().ToUpperInvariant() switch
    {
        "SGK" or "GK" => ItemType.Textbook,
        "SNV" or "SGV" or "NV" or "GV" => ItemType.TeacherBook,
        "STK" or "TK" => ItemType.ReferenceBook,
        "STN" or "TN" => ItemType.ChildrensBook,
        "BAO" or "BTC" or "TC" => ItemType.Periodical,
        _ => null,
    };
}
