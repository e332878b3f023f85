using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Platform.Model.Text;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Turns records into index documents. One for each thread: its token streams are used again for every record.</summary>
internal sealed class RecordDocument
{
    private static readonly FieldType Phrases = TypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, hasNorms: false);
    private static readonly FieldType ShortFirst = TypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, hasNorms: true);
    private static readonly FieldType Words = TypeOf(IndexOptions.DOCS_ONLY, hasNorms: false);

    private readonly Dictionary<string, WordStream> _streams = [];
    private Document _document = [];

    public Document Of(IndexedRecord record)
    {
        _document = [];
        var id = record.Id.ToString(CultureInfo.InvariantCulture);
        _document.Add(new StringField(IndexFields.Id, id, Field.Store.NO));
        _document.Add(new NumericDocValuesField(IndexFields.Id, record.Id));
        AddTexts(record);
        AddNumbers(record);
        AddProperties(record);
        return _document;
    }

    private void AddTexts(IndexedRecord record)
    {
        var title = VietnameseText.Fold(record.Title);
        AddWords(IndexFields.Title, ShortFirst, $"{IndexFields.Begin} {title} {IndexFields.End}");
        AddFolded(IndexFields.OtherTitle, record.OtherTitles);
        AddFolded(IndexFields.Author, record.Author);
        AddFolded(IndexFields.Contributor, Lines(record.Contributors, record.Responsibility));
        AddFolded(IndexFields.Subject, record.Subjects);
        AddFolded(IndexFields.Series, record.Series);
        AddFolded(IndexFields.Publisher, Lines(record.Publisher, record.PublicationPlace));
        var rest = VietnameseText.Fold(Lines(record.PublicationPlace, record.Summary) ?? "");
        AddWords(IndexFields.Any, Words, Distinct($"{title} {record.SearchText} {rest} {record.PublicationYear}"));
        AddWords(IndexFields.Exact, Words, ExactWords(Lines(record.Title, record.OtherTitles, record.Author, record.Responsibility, record.Contributors, record.Subjects, record.Series) ?? ""));
    }

    private void AddNumbers(IndexedRecord record)
    {
        if (record.Isbn is { } isbn)
            _document.Add(new StringField(IndexFields.Isbn, isbn, Field.Store.NO));
        foreach (var item in record.Items)
            _document.Add(new StringField(IndexFields.RegistrationNumber, NumberKeys.Joined(item.RegistrationNumber), Field.Store.NO));
        foreach (var number in record.Items.Select(i => i.CallNumber).Append(record.Ddc).OfType<string>().Select(NumberKeys.Joined).Distinct())
            _document.Add(new StringField(IndexFields.CallNumber, number, Field.Store.NO));
        if (NumberKeys.DdcNumber(record.Ddc) is { } ddc)
            _document.Add(new StringField(IndexFields.Ddc, ddc, Field.Store.NO));
        _document.Add(new NumericDocValuesField(IndexFields.DdcClass, NumberKeys.DdcClass(record.Ddc)));
    }

    private void AddProperties(IndexedRecord record)
    {
        _document.Add(new Int32Field(IndexFields.Year, record.PublicationYear ?? 0, YearType));
        _document.Add(new NumericDocValuesField(IndexFields.Year, record.PublicationYear ?? 0));
        _document.Add(new NumericDocValuesField(IndexFields.YearUp, record.PublicationYear ?? int.MaxValue));
        _document.Add(new SortedDocValuesField(IndexFields.TitleKey, new BytesRef(record.TitleKey)));
        _document.Add(new StringField(IndexFields.Kind, record.Kind.ToString(), Field.Store.NO));
        _document.Add(new NumericDocValuesField(IndexFields.Kind, (long)record.Kind));
        AddValues(IndexFields.Library, record.Items.Select(i => i.LibraryId).Append(record.LibraryId).Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture)));
        AddValues(IndexFields.Language, record.Language is { } language ? [language] : []);
        AddValues(IndexFields.AuthorName, record.Author is { } author ? [author] : []);
        AddValues(IndexFields.SubjectHeading, record.Subjects?.Split('\n').Select(NumberKeys.Term).Distinct() ?? []);
        var bits = 0L;
        foreach (var type in record.Items.Select(i => i.Type).Distinct())
        {
            bits |= 1L << (int)type;
            _document.Add(new StringField(IndexFields.ItemType, type.ToString(), Field.Store.NO));
        }
        _document.Add(new NumericDocValuesField(IndexFields.ItemType, bits));
    }

    private void AddValues(string field, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            _document.Add(new StringField(field, value, Field.Store.NO));
            _document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }

    private void AddFolded(string field, string? text)
    {
        if (text is not null)
            AddWords(field, Phrases, string.Join('\n', text.Split('\n').Select(VietnameseText.Fold)));
    }

    private void AddWords(string field, FieldType type, string text)
    {
        if (!_streams.TryGetValue(field, out var stream))
            _streams[field] = stream = new WordStream();
        _document.Add(new Field(field, stream.Over(text), type));
    }

    private static string? Lines(params string?[] texts) => string.Join('\n', texts.OfType<string>()) is { Length: > 0 } lines ? lines : null;

    private static string Distinct(string words) => string.Join(' ', words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct());

    private static string ExactWords(string text) => string.Join(' ', Model.Catalogue.Search.SearchWord.In(text).Select(word => word.Exact).Distinct());

    private static FieldType YearType { get; } = new(Int32Field.TYPE_NOT_STORED) { NumericPrecisionStep = 8 };

    private static FieldType TypeOf(IndexOptions options, bool hasNorms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options, OmitNorms = !hasNorms };
        type.Freeze();
        return type;
    }
}
