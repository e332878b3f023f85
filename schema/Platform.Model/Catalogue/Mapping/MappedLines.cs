using Platform.Marc;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>One column of several lines: every different value, in the record's order.</summary>
internal sealed class MappedLines(Func<MarcRecord, IEnumerable<string>> values, Func<string, string> read, Action<BibliographicRecord, string?> set)
{
    public MappedLines(string from, Func<string, string> read, Action<BibliographicRecord, string?> set)
        : this(FieldSpecification.Parse(from).Extract, read, set)
    {
    }

    public void Map(MarcRecord marc, BibliographicRecord record)
    {
        List<string>? lines = null;
        foreach (var value in values(marc))
            if (read(value) is { Length: > 0 } line && lines?.Contains(line) is not true)
                (lines ??= []).Add(line);
        set(record, lines is null ? null : string.Join('\n', lines));
    }
}
