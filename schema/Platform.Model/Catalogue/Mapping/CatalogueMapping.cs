using System.Security.Cryptography;
using System.Text;
using Platform.Marc;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>
/// Which column of a <see cref="BibliographicRecord"/> comes from which MARC fields: the one place to read and to correct it.
/// A new column is one line here.
/// </summary>
public static class CatalogueMapping
{
    /// <summary>The title of a record that has none at all: "no title" in the catalogue's language.</summary>
    public const string NoTitle = "[không nhan đề]";

    private static readonly MappedColumn[] Columns =
    [
        new("001", Clean, 100, (record, text) => record.ControlNumber = text),
        new("245abnp:130anp:240anp:222ab:100a:110ab:111a:150axyz:151axyz:155a", Isbd.TrimEnd, Lengths.Title, (record, text) => record.Title = text ?? NoTitle),
        new("100abc:110abn:111andc", Isbd.TrimEnd, Lengths.Line, (record, text) => record.Author = text),
        new("245c", Isbd.TrimEnd, Lengths.Title, (record, text) => record.Responsibility = text),
        new("250ab", Isbd.TrimEnd, Lengths.Line, (record, text) => record.Edition = text),
        new("260a:264[*1]a:264a", Isbd.TrimEnd, Lengths.Line, (record, text) => record.PublicationPlace = text),
        new("260b:264[*1]b:264b", Isbd.TrimEnd, Lengths.Line, (record, text) => record.Publisher = text),
        new("300abce", Isbd.TrimEnd, Lengths.Line, (record, text) => record.Extent = text),
        new("490av:440anv:830av", Isbd.TrimEnd, Lengths.Line, (record, text) => record.Series = text),
        new("020a", text => Isbn.Read(text)?.Digits, 13, (record, text) => record.Isbn = text),
        new("082a", Clean, 50, (record, text) => record.Ddc = text),
        new("008[35-37]:041a", LanguageCode.Read, 10, (record, text) => record.Language = text),
        new("520ab", Clean, int.MaxValue, (record, text) => record.Summary = text),
    ];

    private static readonly MappedLines[] Lists =
    [
        new(SubjectHeadings.In, Isbd.TrimEnd, (record, text) => record.Subjects = text),
        new("700abc:710abn:711andc", Isbd.TrimEnd, (record, text) => record.Contributors = text),
        new("246abnp:740anp:130anp:240anp:505t:700t:710t", Isbd.TrimEnd, (record, text) => record.OtherTitles = text),
    ];

    private static readonly FieldSpecification Years = FieldSpecification.Parse("260c:264[*1]c:264c:008[7-10]");

    private static readonly FieldSpecification Numbers = FieldSpecification.Parse("020a:022a:024a:086a");

    /// <summary>A new record of the library, described by the MARC record and holding it.</summary>
    public static BibliographicRecord NewRecord(MarcRecord marc, long libraryId, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(marc);
        var record = new BibliographicRecord
        {
            LibraryId = libraryId,
            Kind = RecordKinds.Of(marc.Leader),
            Title = NoTitle,
            Fingerprint = "",
            CreatedAt = at,
            UpdatedAt = at,
            Content = new RecordContent { Format = StoredFormat.Iso2709, Bytes = [] },
        };
        Describe(record, marc);
        return record;
    }

    /// <summary>Sets every column that comes from MARC, the content and the fingerprint; the instant of change is the caller's.</summary>
    public static void Describe(BibliographicRecord record, MarcRecord marc)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(marc);
        _ = marc.Fields; // decoded once for all columns
        var stored = Lossless(marc);
        record.Content.Format = stored.Format is MarcFormat.Iso2709 ? StoredFormat.Iso2709 : StoredFormat.MarcXml;
        record.Content.Bytes = stored.Bytes.ToArray();
        record.Fingerprint = Convert.ToHexStringLower(SHA256.HashData(stored.Bytes.Span));
        record.Kind = RecordKinds.Of(marc.Leader);
        record.PublicationYear = Years.Extract(marc).Select(PublicationYear.Read).FirstOrDefault(year => year is not null);
        foreach (var column in Columns)
            column.Map(marc, record);
        foreach (var list in Lists)
            list.Map(marc, record);
        record.TitleKey = MappedColumn.Cut(VietnameseText.Fold(record.Title), Lengths.Key);
        record.SearchText = SearchTextOf(record, marc);
    }

    // ISO 2709 cannot say everything that XML or JSON can (a control field 035): such a record is kept as MARCXML.
    private static StoredRecord Lossless(MarcRecord marc)
    {
        var stored = marc.ToStored();
        var isSame = !marc.Bytes.IsEmpty || MarcRecord.ReadOne(stored.Bytes, stored.Format).Equals(marc);
        return isSame ? stored : new StoredRecord(MarcFormat.MarcXml, Encoding.UTF8.GetBytes(marc.ToXml()));
    }

    private static string SearchTextOf(BibliographicRecord record, MarcRecord marc) => VietnameseText.Fold(string.Join('\n',
    [
        record.Title, record.OtherTitles, record.Author, record.Responsibility, record.Contributors, record.Subjects, record.Series,
        record.Publisher, record.Ddc, record.Isbn, .. Numbers.Extract(marc),
    ]));

    private static string Clean(string text) => VietnameseText.Clean(text);
}
