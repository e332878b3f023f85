using Platform.Marc;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>A record of another catalogue, made ready for this one.</summary>
public static class TakenRecord
{
    private const int FirstLocalTag = 900;

    // Copies, calls and statistics of the other library: none of them is ours.
    private static readonly string[] HoldingTags = ["852", "853", "854", "855", "863", "864", "865", "866", "867", "868", "876", "877", "878"];

    /// <summary>
    /// The record without the other library's holdings and local fields (9XX), its control number kept as 035 <c>(SOURCE)number</c>, and its
    /// way written down in 040: $a and $c stay the source's, the taking library is added as $d.
    /// </summary>
    /// <param name="marc">The record as the source gave it.</param>
    /// <param name="sourceCode">Code of the source, for 040 and 035 where the record does not name one.</param>
    /// <param name="ownCode">Code of the taking library.</param>
    public static MarcRecord Of(MarcRecord marc, string sourceCode, string ownCode)
    {
        ArgumentNullException.ThrowIfNull(marc);
        var kept = marc.Fields.Where(field => !IsLeftOut(field.Tag)).ToList();
        if (SystemNumber(marc, sourceCode) is { } number && !kept.OfType<DataField>().Any(field => field.Tag == "035" && field['a'] == number))
            Insert(kept, new DataField("035", ' ', ' ', new Subfield('a', number)));
        Insert(kept, SourceField(marc, sourceCode, ownCode));
        return MarcRecord.Create(marc.Leader.With(9, 'a'), kept);
    }

    private static bool IsLeftOut(string tag) =>
        tag is "001" or "003" or "005" or "040"
        || HoldingTags.Contains(tag)
        || (int.TryParse(tag, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= FirstLocalTag);

    private static string? SystemNumber(MarcRecord marc, string sourceCode) =>
        marc.ControlNumber is { Length: > 0 } number ? $"({marc.Control("003")?.Trim() ?? sourceCode}){number}" : null;

    private static DataField SourceField(MarcRecord marc, string sourceCode, string ownCode)
    {
        var before = marc.Data("040")?.Subfields ?? [new Subfield('a', sourceCode), new Subfield('c', sourceCode)];
        return new DataField("040", ' ', ' ', [.. before, new Subfield('d', ownCode)]);
    }

    private static void Insert(List<MarcField> fields, MarcField field) =>
        fields.Insert(fields.FindLastIndex(f => string.CompareOrdinal(f.Tag, field.Tag) <= 0) + 1, field);
}
