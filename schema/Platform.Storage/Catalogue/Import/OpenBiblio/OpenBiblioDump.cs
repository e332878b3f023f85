using System.Text;

namespace Platform.Storage.Catalogue.Import.OpenBiblio;

/// <summary>
/// A dump of OpenBiblio 0.4 to 0.7, and of systems built on it: the tables biblio, biblio_field and biblio_copy under any prefix. The
/// rows of the small tables are held until the records have all of theirs; a dump beyond what a school has is refused.
/// </summary>
internal static class OpenBiblioDump
{
    private const int SniffedBytes = 64 * 1024;
    private const long MostCharacters = 256L * 1024 * 1024;
    private const string Records = "biblio";
    private const string Fields = "biblio_field";
    private const string Copies = "biblio_copy";

    private static readonly string[] Beginnings = ["--", "/*", "#", "SET ", "DROP ", "CREATE ", "INSERT ", "USE ", "LOCK ", "START "];

    private static readonly Dictionary<string, List<string>> UsualColumns = new()
    {
        [Records] =
        [
            "bibid", "create_dt", "last_change_dt", "last_change_userid", "material_cd", "collection_cd", "call_nmbr1", "call_nmbr2", "call_nmbr3",
            "title", "title_remainder", "responsibility_stmt", "author", "topic1", "topic2", "topic3", "topic4", "topic5", "opac_flg",
        ],
        [Fields] = ["bibid", "fieldid", "tag", "ind1_cd", "ind2_cd", "subfield_cd", "field_data"],
        [Copies] = ["bibid", "copyid", "create_dt", "copy_desc", "barcode_nmbr", "status_cd", "status_begin_dt", "due_back_dt", "mbrid", "renewal_count"],
    };

    /// <summary>Whether the stream begins as SQL does; it stands at its beginning again afterwards.</summary>
    public static bool IsOne(Stream stream)
    {
        var start = new byte[SniffedBytes];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var text = Encoding.UTF8.GetString(start, 0, length).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return Beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            && (text.Contains("CREATE TABLE", StringComparison.OrdinalIgnoreCase) || text.Contains("INSERT INTO", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Why nothing can be imported from it; null when it is whole and holds something.</summary>
    public static string? FaultOf(Stream stream)
    {
        try
        {
            using var reader = Reader(stream);
            SqlDumpRow? first = null;
            // To the end: a dump that breaks off in the middle must not be imported in part.
            foreach (var row in SqlDump.Rows(reader, table => PartOf(table) is not null))
                first ??= PartOf(row.Table) is Records ? Named(row) : null;
            if (first is null)
                return "the dump has no rows of a table 'biblio'";
            return first.Columns!.Contains("title", StringComparer.OrdinalIgnoreCase) // named
                ? null
                : "the table 'biblio' has no titles: only dumps of OpenBiblio up to 0.7 can be read";
        }
        catch (InvalidDataException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>The records with their fields and copies, in the order of the dump.</summary>
    /// <exception cref="InvalidDataException">The dump is damaged, or beyond all measure.</exception>
    public static IEnumerable<OpenBiblioRecord> RecordsIn(Stream stream)
    {
        var parts = Parts(stream);
        stream.Position = 0;
        using var reader = Reader(stream);
        foreach (var row in SqlDump.Rows(reader, table => PartOf(table) is Records).Select(Named))
            yield return new OpenBiblioRecord(row, parts.Fields[row["bibid"] ?? ""], parts.Copies[row["bibid"] ?? ""]);
    }

    private static (ILookup<string, SqlDumpRow> Fields, ILookup<string, SqlDumpRow> Copies) Parts(Stream stream)
    {
        var (fields, copies, characters) = (new List<SqlDumpRow>(), new List<SqlDumpRow>(), 0L);
        using var reader = Reader(stream);
        foreach (var row in SqlDump.Rows(reader, table => PartOf(table) is Fields or Copies).Select(Named))
        {
            characters += row.Values.Sum(value => (value?.Length ?? 0) + 16L);
            if (characters > MostCharacters)
                throw new InvalidDataException($"its fields and copies have more than {MostCharacters} characters");
            (PartOf(row.Table) is Fields ? fields : copies).Add(row);
        }
        return (fields.ToLookup(row => row["bibid"] ?? ""), copies.ToLookup(row => row["bibid"] ?? ""));
    }

    // A prefix of the installation may stand before the name.
    private static string? PartOf(string table)
    {
        var name = table[(table.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return new[] { Records, Fields, Copies }.FirstOrDefault(part => name == part || name.EndsWith($"_{part}", StringComparison.Ordinal));
    }

    private static SqlDumpRow Named(SqlDumpRow row) => row.Columns is null ? row with { Columns = UsualColumns[PartOf(row.Table)!] } : row; // only wanted tables come here

    private static StreamReader Reader(Stream stream) => new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
}
