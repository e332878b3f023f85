namespace Platform.Model.Catalogue.Search;

/// <summary>A page of hits.</summary>
/// <param name="Hits">The records of the page, in order.</param>
/// <param name="Total">How many records match in all, exactly.</param>
/// <param name="HasMore">Whether hits follow the page.</param>
/// <param name="Facets">The facets asked for, each with its most frequent values first, equal ones by value.</param>
/// <param name="Leniency">How far the text had to be stretched to match.</param>
/// <param name="Highlighting">Marks the words that matched in texts of the hits.</param>
public sealed record RecordSearchPage(
    IReadOnlyList<RecordHit> Hits,
    int Total,
    bool HasMore,
    IReadOnlyDictionary<RecordFacet, IReadOnlyList<FacetValue>> Facets,
    SearchLeniency Leniency,
    Highlighting Highlighting)
{
    /// <summary>The cursor after which the next page begins; null when there is no hit.</summary>
    public string? EndCursor { get; init; } = Hits.Count > 0 ? Hits[^1].Cursor : null;
}

/// <summary>A record that matches.</summary>
/// <param name="RecordId">Key of the record.</param>
/// <param name="Score">How well it matches; comparable within one search only.</param>
/// <param name="Cursor">Opaque; give it as <see cref="RecordSearchRequest.After"/> to go on after this hit.</param>
public sealed record RecordHit(long RecordId, int Score, string Cursor);

/// <summary>A value of a facet.</summary>
/// <param name="Value">See <see cref="RecordFacet"/>.</param>
/// <param name="Count">Hits that have it.</param>
public sealed record FacetValue(string Value, int Count);

/// <summary>How far a search text had to be stretched to find anything.</summary>
public enum SearchLeniency : byte
{
    /// <summary>Every word is in the records as typed, but for marks.</summary>
    None = 0,

    /// <summary>The text was understood as raw Telex or VNI typing.</summary>
    KeyboardTyping = 1,

    /// <summary>Some of the words are missing, up to a third of six or more.</summary>
    MissingWords = 2,

    /// <summary>A letter in each word was forgiven.</summary>
    Typos = 3,

    /// <summary>A letter in each word was forgiven, and up to a third of three or more words are missing.</summary>
    TyposAndMissingWords = 4,
}
