using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Platform.Model.Catalogue.Search;
using Platform.Model.Text;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Walks through the words of a field in their order.</summary>
internal static class TermScan
{
    /// <summary>Words around a beginning: <paramref name="position"/> is where the first word from it on stands among them, from 1; 0 leaves it out.</summary>
    public static IReadOnlyList<RecordTerm> Of(IndexSearcher searcher, SearchField field, string beginning, int position, int count)
    {
        if (FieldOf(field) is not { } name || MultiFields.GetTerms(searcher.IndexReader, name) is not { } terms)
            return [];
        var from = field is SearchField.CallNumber ? NumberKeys.Joined(beginning) : VietnameseText.Fold(beginning);
        var before = new Queue<BytesRef>();
        var words = new List<BytesRef>();
        var walk = terms.GetEnumerator();
        // Lucene walks forwards only: what stands before is met on the way from the start.
        var isAtWord = position > 1 ? walk.MoveNext() : walk.SeekCeil(new BytesRef(from)) is not TermsEnum.SeekStatus.END;
        for (; isAtWord && words.Count < count; isAtWord = walk.MoveNext())
        {
            var word = walk.Term.Utf8ToString();
            if (word is IndexFields.Begin or IndexFields.End)
                continue;
            if (string.CompareOrdinal(word, from) >= 0)
                words.Add(BytesRef.DeepCopyOf(walk.Term));
            else if (before.Count < position)
                before.Enqueue(BytesRef.DeepCopyOf(walk.Term));
            else
            {
                before.Dequeue();
                before.Enqueue(BytesRef.DeepCopyOf(walk.Term));
            }
        }
        var shown = position == 0 ? words.Skip(1) : before.TakeLast(position - 1).Concat(words);
        return [.. shown.Take(count).Select(word => new RecordTerm(word.Utf8ToString(), CountOf(searcher, new Term(name, word))))];
    }

    // The index's own count of a word still has records that were replaced since.
    private static int CountOf(IndexSearcher searcher, Term term)
    {
        var counter = new TotalHitCountCollector();
        searcher.Search(new TermQuery(term), counter);
        return counter.TotalHits;
    }

    // Years are numbers in the index and have no words.
    private static string? FieldOf(SearchField field) => field switch
    {
        SearchField.Any => IndexFields.Any,
        SearchField.Title => IndexFields.Title,
        SearchField.Author => IndexFields.Author,
        SearchField.Subject => IndexFields.Subject,
        SearchField.Publisher => IndexFields.Publisher,
        SearchField.Series => IndexFields.Series,
        SearchField.Isbn => IndexFields.Isbn,
        SearchField.CallNumber => IndexFields.CallNumber,
        SearchField.RegistrationNumber => IndexFields.RegistrationNumber,
        _ => null,
    };
}
