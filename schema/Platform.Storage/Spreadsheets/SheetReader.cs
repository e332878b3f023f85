using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Platform.Model.Text;

namespace Platform.Storage.Spreadsheets;

/// <summary>
/// Reads an XLSX file row by row, as text in stored form (NFC, white space collapsed). Files come from anywhere: what unpacks to more than a
/// register can be, or holds a document type, is refused.
/// </summary>
internal sealed class SheetReader : IDisposable
{
    private const long MostCharacters = 256L * 1024 * 1024;
    private const long MostSharedCharacters = 64L * 1024 * 1024;

    // A cell of Excel holds 32,767 characters.
    private const int LongestText = 100_000;
    private const int MostColumns = 256;
    private const int MostSheets = 256;
    private const string Worksheets = "xl/worksheets/";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive _archive;
    private List<string>? _shared;

    /// <summary>Opens the file; the stream stays the caller's.</summary>
    /// <exception cref="InvalidDataException">It is no spreadsheet, or a damaged one.</exception>
    public SheetReader(Stream stream)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        Sheets = [.. NamedSheets().Take(MostSheets)];
        if (Sheets.Count == 0)
            Sheets = [.. _archive.Entries.Where(e => e.FullName.StartsWith(Worksheets, StringComparison.Ordinal)).Take(MostSheets).Select(e => (e.Name, e.FullName))];
        if (Sheets.Count == 0)
            throw new InvalidDataException("the archive holds no spreadsheet");
    }

    /// <summary>Names of the sheets in their order, and where they are in the file.</summary>
    public IReadOnlyList<(string Name, string Path)> Sheets { get; }

    /// <summary>Whether the stream begins as a ZIP archive does; it stands at its beginning again afterwards.</summary>
    public static bool IsOne(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return length == start.Length && start.SequenceEqual("PK\x03\x04"u8);
    }

    /// <summary>The rows of a sheet that hold anything.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or beyond all measure.</exception>
    /// <exception cref="XmlException">As above.</exception>
    public IEnumerable<SheetRow> Rows(string path)
    {
        _shared ??= SharedStrings();
        using var reader = Open(path) ?? throw new InvalidDataException($"the archive lacks '{path}'");
        var number = 0;
        while (Next(reader, "row"))
        {
            number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : number + 1;
            if (CellsOf(reader, _shared) is { Count: > 0 } cells)
                yield return new SheetRow(number, cells);
        }
    }

    public void Dispose() => _archive.Dispose();

    private IEnumerable<(string Name, string Path)> NamedSheets()
    {
        var targets = Targets();
        using var reader = Open("xl/workbook.xml");
        while (reader is not null && Next(reader, "sheet"))
        {
            var id = reader.GetAttribute("id", Relationships) ?? reader.GetAttribute("id", StrictRelationships) ?? "";
            if (targets.TryGetValue(id, out var path) && path.StartsWith(Worksheets, StringComparison.Ordinal))
                yield return (reader.GetAttribute("name") ?? "", path);
        }
    }

    private Dictionary<string, string> Targets()
    {
        var targets = new Dictionary<string, string>();
        using var reader = Open("xl/_rels/workbook.xml.rels");
        while (reader is not null && Next(reader, "Relationship"))
            if (reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        return targets;
    }

    private List<string> SharedStrings()
    {
        var (strings, characters) = (new List<string>(), 0L);
        using var reader = Open("xl/sharedStrings.xml");
        while (reader is not null && Next(reader, "si"))
        {
            strings.Add(TextWithin(reader));
            characters += strings[^1].Length + 1;
            if (characters > MostSharedCharacters)
                throw new InvalidDataException($"its texts have more than {MostSharedCharacters} characters");
        }
        return strings;
    }

    private static Dictionary<int, string> CellsOf(XmlReader reader, List<string> shared)
    {
        var (cells, position) = (new Dictionary<int, string>(), 0);
        using var row = reader.ReadSubtree();
        while (Next(row, "c"))
        {
            var column = row.GetAttribute("r") is { } reference ? ColumnOf(reference) : position;
            position = column + 1;
            if (column is >= 0 and < MostColumns && TextOf(row, shared) is { Length: > 0 } text)
                cells.TryAdd(column, text);
        }
        return cells;
    }

    private static string TextOf(XmlReader cell, List<string> shared)
    {
        var isShared = cell.GetAttribute("t") == "s";
        var text = TextWithin(cell);
        if (!isShared)
            return text;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "";
    }

    // The text of all t and v elements: rich text stands in pieces, phonetic readings and formulas are left out.
    private static string TextWithin(XmlReader reader)
    {
        var text = new StringBuilder();
        using var element = reader.ReadSubtree();
        element.Read();
        while (!element.EOF)
        {
            if (element is { NodeType: XmlNodeType.Element, LocalName: "rPh" or "f" })
            {
                element.Skip();
                continue;
            }
            if (element.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text.Append(element.Value);
            if (text.Length > LongestText)
                throw new InvalidDataException($"a cell holds more than {LongestText} characters");
            element.Read();
        }
        return VietnameseText.Clean(text.ToString());
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
            column = Math.Min(column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1), MostColumns + 1);
        return column - 1;
    }

    // By its local name: writers put the namespace's prefix before it or leave it away.
    private static bool Next(XmlReader reader, string name)
    {
        while (reader.Read())
            if (reader.NodeType is XmlNodeType.Element && reader.LocalName == name)
                return true;
        return false;
    }

    private XmlReader? Open(string path) => _archive.GetEntry(path) is { } entry ? XmlReader.Create(entry.Open(), Settings) : null;
}
