using Platform.Marc.Content;

namespace Platform.Marc.Extraction;

/// <summary>One alternative of a <see cref="FieldSpecification"/>.</summary>
/// <param name="Tag">Three characters, <c>X</c> for any.</param>
/// <param name="Indicator1">The first indicator, or null for any.</param>
/// <param name="Indicator2">The second indicator, or null for any.</param>
/// <param name="Codes">Subfield codes; empty for all.</param>
/// <param name="Positions">Characters of a control field; null for all of them.</param>
internal sealed record FieldPattern(string Tag, char? Indicator1, char? Indicator2, string Codes, (int First, int Last)? Positions)
{
    public bool Matches(FieldTag tag) =>
        Matches(Tag[0], tag.First) && Matches(Tag[1], tag.Second) && Matches(Tag[2], tag.Third);

    public bool Matches(MarcField field) =>
        field is not DataField data
        || (Indicator1 is null || Indicator1 == data.Indicator1) && (Indicator2 is null || Indicator2 == data.Indicator2);

    public IEnumerable<string> Values(MarcField field) => field switch
    {
        ControlField control => [Slice(control.Value)],
        DataField data when Codes.Length == 1 => data.Values(Codes),
        DataField data when Codes.Length == 0 => [string.Join(' ', data.Subfields.Select(s => s.Value))],
        DataField data => [string.Join(' ', data.Values(Codes))],
        _ => [],
    };

    private string Slice(string text)
    {
        if (Positions is not { } range)
            return text;
        var end = Math.Min(text.Length, range.Last + 1);
        return range.First < end ? text[range.First..end] : "";
    }

    private static bool Matches(char wanted, byte actual) => wanted == 'X' || wanted == actual;
}
