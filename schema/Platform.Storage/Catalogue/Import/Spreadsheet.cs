using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Platform.Storage.Catalogue.Import;

/// <summary>
/// Reads the rows of the first sheet of an XLSX file as texts, one row at a time. Files come from anywhere: what unpacks to more than a
/// register can be, or holds a document type, is refused.
/// </summary>
internal static class Spreadsheet
{
    private const long MostBytes = 512L * 1024 * 1024;
    private const int MostStrings = 2_000_000;
    private const int MostColumns = 256;
    private const string Strings = "xl/sharedStrings.xml";
    private const string FirstSheet = "xl/worksheets/sheet1.xml";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Whether the stream begins as a ZIP archive does; it stands at its beginning again afterwards.</summary>
    public static bool IsOne(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return length == start.Length && start.SequenceEqual("PK\x03\x04"u8);
    }

    /// <summary>The rows that hold anything, each from column A on; a missing cell is empty.</summary>
    /// <exception cref="InvalidDataException">It is no spreadsheet, or one beyond all measure.</exception>
    public static IEnumerable<IReadOnlyList<string>> Rows(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var sheet = archive.GetEntry(FirstSheet)
            ?? archive.Entries.FirstOrDefault(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal))
            ?? throw new InvalidDataException("the archive holds no spreadsheet");
        var strings = archive.GetEntry(Strings) is { } shared ? ReadStrings(shared) : [];
        using var reader = Open(sheet);
        while (reader.ReadToFollowing("row"))
        {
            var row = ReadRow(reader, strings);
            if (row.Any(cell => cell.Length > 0))
                yield return row;
        }
    }

    private static List<string> ReadStrings(ZipArchiveEntry entry)
    {
        var strings = new List<string>();
        using var reader = Open(entry);
        while (reader.ReadToFollowing("si"))
        {
            strings.Add(TextWithin(reader));
            if (strings.Count > MostStrings)
                throw new InvalidDataException($"it holds more than {MostStrings} texts");
        }
        return strings;
    }

    private static List<string> ReadRow(XmlReader reader, List<string> strings)
    {
        var cells = new List<string>();
        using var row = reader.ReadSubtree();
        while (row.ReadToFollowing("c"))
        {
            var column = row.GetAttribute("r") is { } reference ? ColumnOf(reference) : cells.Count;
            if (column is < 0 or >= MostColumns)
                continue;
            while (cells.Count <= column)
                cells.Add("");
            cells[column] = Value(row, strings);
        }
        return cells;
    }

    private static string Value(XmlReader cell, List<string> strings)
    {
        var isShared = cell.GetAttribute("t") == "s";
        var text = TextWithin(cell);
        if (!isShared)
            return text;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : "";
    }

    // The text of all t and v elements: rich text stands in pieces, phonetic readings and formulas are left out.
    private static string TextWithin(XmlReader reader)
    {
        var text = "";
        using var element = reader.ReadSubtree();
        while (element.Read())
            if (element is { NodeType: XmlNodeType.Element, LocalName: "rPh" or "f" })
                element.Skip();
            else if (element.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text += element.Value;
        return text;
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min(column * 26 + (letter - 'A' + 1), MostColumns + 1);
        return column - 1;
    }

    private static XmlReader Open(ZipArchiveEntry entry) => entry.Length <= MostBytes
        ? XmlReader.Create(entry.Open(), Settings)
        : throw new InvalidDataException($"'{entry.FullName}' unpacks to {entry.Length} bytes");
}
