using Platform.Marc;
using Platform.Model.Catalogue.Classification;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Model.Catalogue.Standardising;

/// <summary>Corrections of numbers: to be confirmed by a person.</summary>
internal static class NumberCorrections
{
    private const int LongestRunningNumber = 7;

    public static Correction? Ddc(MarcRecord record)
    {
        var reasons = new List<string>();
        var fields = record.Fields.Select(field => field is DataField { Tag: "082" } data && data['a'] is { } text ? Ddc(data, text, reasons) : field).ToList();
        return reasons.Count == 0 ? null : new Correction(Corrections.Ordered(record, fields), string.Join("; ", reasons));
    }

    private static DataField Ddc(DataField field, string text, List<string> reasons)
    {
        var read = DdcNumber.Read(text);
        if (DdcNumber.Check(text) is { } fault)
            reasons.Add($"'{text.Trim()}': {fault.Vietnamese}");
        return read.Kind switch
        {
            DdcKind.Short or DdcKind.WithBookMark => new DataField("082", field.Indicator1, field.Indicator2,
            [
                new Subfield('a', read.Number!), // both kinds have one
                .. read.BookMark is { } mark && field['b'] is null ? [new Subfield('b', mark)] : Array.Empty<Subfield>(),
                .. field.Subfields.Where(s => s.Code != 'a'),
            ]),
            DdcKind.Ics => OtherScheme(text, "ics"),
            DdcKind.OtherScheme => OtherScheme(text, "local"),
            _ => field,
        };
    }

    // Numbers of other schemes are kept where they can be told: 084 with their scheme.
    private static DataField OtherScheme(string text, string scheme) => new("084", ' ', ' ', new Subfield('a', text.Trim()), new Subfield('2', scheme));

    /// <summary>A short run of digits in 020 is an old system's running number, not an ISBN.</summary>
    public static Correction? LegacyNumbers(MarcRecord record)
    {
        var fields = record.Fields.Select(field => field is DataField { Tag: "020" } data && data['a']?.Trim() is { Length: > 0 and <= LongestRunningNumber } text && text.All(char.IsAsciiDigit) && Isbn.Read(text) is null
            ? new DataField("035", ' ', ' ', new Subfield('a', text))
            : field).ToList();
        return new Correction(Corrections.Ordered(record, fields), "Số thứ tự của hệ thống cũ, không phải ISBN.");
    }
}
