using System.Globalization;
using Platform.Marc;
using Platform.Model.Catalogue;
using Platform.Model.Text;

namespace Platform.Storage.Demo;

/// <summary>One line of the demo catalogue: a real book, described by this project.</summary>
internal sealed record DemoBook
{
    private static readonly Dictionary<string, ItemType> Types = new()
    {
        ["SGK"] = ItemType.Textbook,
        ["SNV"] = ItemType.TeacherBook,
        ["STK"] = ItemType.ReferenceBook,
        ["STN"] = ItemType.ChildrensBook,
        ["BAO"] = ItemType.Periodical,
    };

    private readonly string[] _cells;

    private DemoBook(string[] cells) => _cells = cells;

    public ItemType Type => Types[_cells[18]];

    /// <summary>The school levels whose libraries hold the book: TH, THCS, THPT.</summary>
    public string[] Levels => _cells[19].Split(',');

    public int? Grade => int.TryParse(_cells[20], CultureInfo.InvariantCulture, out var grade) ? grade : null;

    public long Price => long.Parse(_cells[21], CultureInfo.InvariantCulture);

    /// <summary>Class number and book mark as many Vietnamese libraries write it: two letters of the family name, first of the given name.</summary>
    public string CallNumber => $"{Ddc} {Mark(Author.Length > 0 ? Author : Title)}";

    private string Title => _cells[0];

    private string Author => _cells[3];

    private string Ddc => _cells[14];

    public static DemoBook Parse(string line) => new([.. line.TrimEnd('\r').Split('\t').Select(cell => cell.Trim())]);

    /// <summary>The book as a MARC 21 record with the punctuation of ISBD.</summary>
    /// <param name="number">Its place in the file, for the control number.</param>
    public MarcRecord ToMarc(int number)
    {
        var (remainder, part, responsibility) = (_cells[1], _cells[2], _cells[4].Length > 0 ? _cells[4] : Author);
        var serial = Type is ItemType.Periodical;
        return new MarcRecordBuilder(serial ? new Leader("00000nas a2200000 i 4500") : new Leader("00000nam a2200000 i 4500"))
            .Control("001", string.Create(CultureInfo.InvariantCulture, $"DEMO{number:000000}"))
            .Control("008", FixedField(serial))
            .Data("020", "##", Sub('a', _cells[13]))
            .Data("040", "##", "aDEMO", "bvie", "erda")
            .Data("041", "0#", Sub('a', _cells[17]))
            .Data("082", "04", Sub('a', Ddc), "223")
            .Data("100", "0#", Sub('a', Author))
            .Data("245", Author.Length > 0 ? "10" : "00", TitleParts(remainder, part, responsibility))
            .Data("250", "##", Sub('a', _cells[6]))
            .Data("264", "#1", Sub('a', _cells[7], " :"), Sub('b', _cells[8], _cells[9].Length > 0 ? "," : ""), Sub('c', _cells[9]))
            .Data("300", "##", Sub('a', _cells[10], _cells[11].Length > 0 ? " ;" : ""), Sub('c', _cells[11]))
            .Data("490", "0#", Sub('a', _cells[12]))
            .Data("520", "##", Sub('a', _cells[16]))
            .AddAll(_cells[15].Split(';', StringSplitOptions.RemoveEmptyEntries), (record, subject) => record.Data("650", "#4", Sub('a', subject.Trim())))
            .Data("700", "0#", Sub('a', _cells[5], ","), _cells[5].Length > 0 ? "edịch" : null)
            .Build();
    }

    private IEnumerable<string?> TitleParts(string remainder, string part, string responsibility)
    {
        yield return Sub('a', Title, remainder.Length > 0 ? " :" : part.Length > 0 ? "." : responsibility.Length > 0 ? " /" : "");
        yield return Sub('b', remainder, part.Length > 0 ? "." : responsibility.Length > 0 ? " /" : "");
        yield return Sub('n', part, responsibility.Length > 0 ? " /" : "");
        yield return Sub('c', responsibility);
    }

    private string FixedField(bool serial)
    {
        var year = _cells[9].Length == 4 ? _cells[9] : "    ";
        var language = _cells[17].Length == 3 ? _cells[17] : "vie";
        return $"241206{(serial ? 'c' : 's')}{year}{(serial ? "9999" : "    ")}vm            000 0 {language} d";
    }

    private static string? Sub(char code, string value, string punctuation = "") => value.Length == 0 ? null : $"{code}{value}{punctuation}";

    private static string Mark(string name)
    {
        var words = VietnameseText.Fold(name).ToUpperInvariant().Split(' ');
        return words.Length == 1 ? words[0][..Math.Min(3, words[0].Length)] : $"{words[0][..Math.Min(2, words[0].Length)]}-{words[^1][0]}";
    }
}

internal static class RepeatedFields
{
    /// <summary>Adds a field for each value.</summary>
    public static MarcRecordBuilder AddAll(this MarcRecordBuilder record, IEnumerable<string> values, Func<MarcRecordBuilder, string, MarcRecordBuilder> add) =>
        values.Aggregate(record, add);
}
