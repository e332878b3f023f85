namespace Platform.Model.Catalogue.Search;

/// <summary>
/// Finds bibliographic records of all libraries by what they say. One index a node, rebuilt from the database and fed by the change
/// feed in the background: a saved change is found within about a second, and a hit may be older than its row by as much, so load
/// the rows by the ids given here (a record deleted in the meantime is then simply not there).
/// </summary>
/// <remarks>
/// <para>What matches. All words of <see cref="RecordSearchRequest.Text"/> must be in the record, in any field, in any order, with or
/// without marks, in either tone place, with <c>d</c> for <c>đ</c> and <c>i</c> for <c>y</c>. When that finds nothing, the words are
/// read as raw Telex or VNI typing, then up to a third of six words or more may be missing, then one wrong, missing, doubled or swapped
/// letter in each word is forgiven, then both; <see cref="RecordSearchPage.Leniency"/> says which. <c>"a phrase"</c> asks for words in this order, <c>-word</c>
/// forbids one, <c>field:word</c> or <c>field:"a phrase"</c> looks in one field: <c>title author subject publisher series isbn call
/// number year type level library</c> (Vietnamese names <c>nhande tacgia chude nxb tungthu xepgia dkcb nam loai cap thuvien</c> as well). No text finds all records.</para>
/// <para>Scores. A score is a whole number that depends on the record and the request alone, never on other records, so it does not
/// move when the index grows. Words typed with marks put records that have the same marks first; then counts the field (title before
/// author before the rest), words side by side in the order typed, and the whole title. Equal scores are ordered by record id.</para>
/// <para>Paging. A cursor holds the sort values of its record and its id, not a position and not a snapshot: a page after a cursor gives what
/// now stands after that record, also on another node and after the index was rebuilt; records that come or go in between shift nothing.
/// A cursor is good for the same text, filter and order only; facets and page size may change.</para>
/// </remarks>
public interface IRecordSearch
{
    /// <summary>One page of the records that match, with the number of all, and facets over all.</summary>
    /// <exception cref="FormatException">The cursor is not one of this search with this order.</exception>
    Task<RecordSearchPage> SearchAsync(RecordSearchRequest request, CancellationToken cancellationToken);

    /// <summary>Whether the text is a cursor of a search in this order.</summary>
    bool IsCursor(string text, RecordSearchOrder order);

    /// <summary>Titles and authors that begin so, or have a word that does, likeliest first, as written in the records; for completing while typing. At most <paramref name="count"/>.</summary>
    Task<IReadOnlyList<string>> SuggestAsync(string beginning, int count, CancellationToken cancellationToken);

    /// <summary>Words of a field in their order, around a beginning; none for a field without words.</summary>
    /// <param name="field">The field.</param>
    /// <param name="beginning">The words from this one on are asked for.</param>
    /// <param name="position">Where the first of them is to stand among the words given, from 1; 0 leaves it out.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<RecordTerm>> ScanAsync(SearchField field, string beginning, int position, int count, CancellationToken cancellationToken);
}
