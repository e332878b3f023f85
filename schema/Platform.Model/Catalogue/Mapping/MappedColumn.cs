using Platform.Marc;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>One text column: the first value of the fields that reads to something, cut to the column's length.</summary>
internal sealed class MappedColumn(string from, Func<string, string?> read, int length, Action<BibliographicRecord, string?> set)
{
    private readonly FieldSpecification _from = FieldSpecification.Parse(from);

    public void Map(MarcRecord marc, BibliographicRecord record)
    {
        foreach (var value in _from.Extract(marc))
        {
            if (read(value) is not { Length: > 0 } text)
                continue;
            set(record, Cut(text, length));
            return;
        }
        set(record, null);
    }

    /// <summary>At most so many UTF-16 characters, never half of a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
