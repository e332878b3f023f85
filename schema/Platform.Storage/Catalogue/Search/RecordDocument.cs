using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Platform.Model.Catalogue;
using Platform.Model.Text;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Turns records into index documents. One for each thread: its token streams are used again for every record.</summary>
internal sealed class RecordDocument : IDisposable
{
    private static readonly FieldType Phrases = TypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, hasNorms: false);
    private static readonly FieldType ShortFirst = TypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, hasNorms: true);
    private static readonly FieldType Words = TypeOf(IndexOptions.DOCS_ONLY, hasNorms: false);

    // Fields and their streams are used again for every record: making them costs more than filling them.
    private readonly Dictionary<string, (WordStream Words, Field Field)> _texts = [];
    private readonly Dictionary<string, (TermStream Terms, Field Field)> _terms = [];
    private readonly Dictionary<string, NumericDocValuesField> _numbers = [];
    private readonly ExactWordStream _exactWords = new();
    private readonly Field _exact;
    private readonly Int32Field _year = new(IndexFields.Year, 0, YearType);
    private Document _document = [];

    public RecordDocument() => _exact = new Field(IndexFields.Exact, _exactWords, Words);

    /// <summary>The record as a document, good until the next one is asked for.</summary>
    public Document Of(IndexedRecord record)
    {
        _document = [];
        AddTerms(IndexFields.Id, [record.Id.ToString(CultureInfo.InvariantCulture)]);
        AddNumber(IndexFields.Id, record.Id);
        AddTexts(record);
        AddNumbers(record);
        AddProperties(record);
        return _document;
    }

    public void Dispose()
    {
        _exactWords.Dispose();
        foreach (var (words, _) in _texts.Values)
            words.Dispose();
        foreach (var (terms, _) in _terms.Values)
            terms.Dispose();
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
        AddWords(IndexFields.Any, Words, $"{title} {record.SearchText} {rest} {record.PublicationYear}");
        _exactWords.Over([record.Title, record.OtherTitles, record.Author, record.Responsibility, record.Contributors, record.Subjects, record.Series]);
        _document.Add(_exact);
    }

    private void AddNumbers(IndexedRecord record)
    {
        AddTerms(IndexFields.Isbn, record.Isbn is { } isbn ? [isbn] : []);
        AddTerms(IndexFields.RegistrationNumber, [.. record.Items.Select(item => NumberKeys.Joined(item.RegistrationNumber))]);
        AddTerms(IndexFields.CallNumber, [.. record.Items.Select(i => i.CallNumber).Append(record.Ddc).OfType<string>().Select(NumberKeys.Joined).Distinct()]);
        AddTerms(IndexFields.Ddc, NumberKeys.DdcNumber(record.Ddc) is { } ddc ? [ddc] : []);
        AddNumber(IndexFields.DdcClass, NumberKeys.DdcClass(record.Ddc));
    }

    private void AddProperties(IndexedRecord record)
    {
        _year.SetInt32Value(record.PublicationYear ?? 0);
        _document.Add(_year);
        AddNumber(IndexFields.Year, record.PublicationYear ?? 0);
        AddNumber(IndexFields.YearUp, record.PublicationYear ?? int.MaxValue);
        _document.Add(new SortedDocValuesField(IndexFields.TitleKey, new BytesRef(record.TitleKey)));
        AddTerms(IndexFields.Kind, [record.Kind.ToString()]);
        AddNumber(IndexFields.Kind, (long)record.Kind);
        AddValues(IndexFields.Library, [.. record.Items.Select(i => i.LibraryId).Append(record.LibraryId).Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture))]);
        AddValues(IndexFields.Language, record.Language is { } language ? [language] : []);
        AddValues(IndexFields.AuthorName, record.Author is { } author ? [author] : []);
        AddValues(IndexFields.SubjectHeading, record.Subjects is { } subjects ? [.. subjects.Split('\n').Select(NumberKeys.Term).Distinct()] : []);
        List<ItemType> types = [.. record.Items.Select(i => i.Type).Distinct()];
        AddTerms(IndexFields.ItemType, [.. types.Select(type => type.ToString())]);
        AddNumber(IndexFields.ItemType, types.Aggregate(0L, (bits, type) => bits | 1L << (int)type));
    }

    private void AddValues(string field, IReadOnlyList<string> values)
    {
        AddTerms(field, values);
        foreach (var value in values)
            _document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
    }

    private void AddTerms(string field, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        if (!_terms.TryGetValue(field, out var known))
        {
            var terms = new TermStream();
            _terms[field] = known = (terms, new Field(field, terms, Words));
        }
        known.Terms.Over(values);
        _document.Add(known.Field);
    }

    private void AddNumber(string field, long number)
    {
        if (!_numbers.TryGetValue(field, out var known))
            _numbers[field] = known = new NumericDocValuesField(field, 0);
        known.SetInt64Value(number);
        _document.Add(known);
    }

    private void AddFolded(string field, string? text)
    {
        if (text is not null)
            AddWords(field, Phrases, text.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(VietnameseText.Fold)) : VietnameseText.Fold(text));
    }

    private void AddWords(string field, FieldType type, string text)
    {
        if (!_texts.TryGetValue(field, out var known))
        {
            var words = new WordStream();
            _texts[field] = known = (words, new Field(field, words, type));
        }
        known.Words.Over(text);
        _document.Add(known.Field);
    }

    private static string? Lines(string? one, string? other) => one is null ? other : other is null ? one : $"{one}\n{other}";

    private static FieldType YearType { get; } = new(Int32Field.TYPE_NOT_STORED) { NumericPrecisionStep = 8 };

    private static FieldType TypeOf(IndexOptions options, bool hasNorms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options, OmitNorms = !hasNorms };
        type.Freeze();
        return type;
    }
}
