using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Search;

/// <summary>What to look for in the union catalogue.</summary>
public sealed record RecordSearchRequest
{
    /// <summary>What the reader typed, see <see cref="IRecordSearch"/>; null or blank matches every record that passes the filter.</summary>
    public string? Text { get; init; }

    /// <summary>What another program looks for, in place of <see cref="Text"/>; null for a text.</summary>
    public SearchExpression? Expression { get; init; }

    /// <summary>What the records must be besides.</summary>
    public RecordSearchFilter Filter { get; init; } = new();

    /// <summary>The order of the hits.</summary>
    public RecordSearchOrder Order { get; init; }

    /// <summary>How many hits to give, from 0 (only the total and the facets) to 1,000.</summary>
    public int First { get; init; } = 20;

    /// <summary>The cursor of the hit after which the page begins; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>The facets to count; none costs nothing.</summary>
    public IReadOnlyCollection<RecordFacet> Facets { get; init; } = [];

    /// <summary>How many values of each facet to give, most frequent first.</summary>
    public int FacetValues { get; init; } = 20;
}

/// <summary>Conditions on records. Values of one list are alternatives, the lists are joined by "and"; an empty list asks for nothing.</summary>
public sealed record RecordSearchFilter
{
    /// <summary>The only records that are looked at, at most 1,000; empty for all.</summary>
    public IReadOnlyList<long> RecordIds { get; init; } = [];

    /// <summary>Libraries that catalogued the record or hold a copy that belongs to the stock.</summary>
    public IReadOnlyList<long> LibraryIds { get; init; } = [];

    /// <summary>Levels of schools whose libraries catalogued the record or hold a copy.</summary>
    public IReadOnlyList<SchoolLevel> Levels { get; init; } = [];

    /// <summary>Kinds of record.</summary>
    public IReadOnlyList<RecordKind> Kinds { get; init; } = [];

    /// <summary>Registers in which copies of it stand.</summary>
    public IReadOnlyList<ItemType> ItemTypes { get; init; } = [];

    /// <summary>MARC language codes, for example <c>vie</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Main authors, as facets give them.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Subject headings, as facets give them.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Beginnings of DDC numbers: <c>8</c>, <c>895.922</c>.</summary>
    public IReadOnlyList<string> DdcPrefixes { get; init; } = [];

    /// <summary>First year of publication; null for no bound. A record without a year passes only when both bounds are null.</summary>
    public int? YearFrom { get; init; }

    /// <summary>Last year of publication; null for no bound.</summary>
    public int? YearTo { get; init; }
}

/// <summary>Order of hits; equal ones are ordered by record id.</summary>
public enum RecordSearchOrder : byte
{
    /// <summary>Best match first.</summary>
    Relevance = 0,

    /// <summary>By folded title, A to Z.</summary>
    Title = 1,

    /// <summary>Latest year of publication first; records without a year last.</summary>
    Newest = 2,

    /// <summary>Earliest year of publication first; records without a year last.</summary>
    Oldest = 3,

    /// <summary>Latest catalogued first.</summary>
    Added = 4,
}

/// <summary>Property by which hits are counted.</summary>
public enum RecordFacet : byte
{
    /// <summary>Libraries that catalogued the record or hold a copy; values are library ids.</summary>
    Library = 1,

    /// <summary>Kinds of record; values are names of <see cref="RecordKind"/>.</summary>
    Kind = 2,

    /// <summary>Registers of the copies; values are names of <see cref="ItemType"/>.</summary>
    ItemType = 3,

    /// <summary>Languages; values are MARC codes.</summary>
    Language = 4,

    /// <summary>Main authors, as written.</summary>
    Author = 5,

    /// <summary>Subject headings, as written.</summary>
    Subject = 6,

    /// <summary>Hundreds of the Dewey Decimal Classification: <c>000</c>, <c>100</c> … <c>900</c>.</summary>
    DdcClass = 7,

    /// <summary>Decades of publication by their first year: <c>2010</c>.</summary>
    Decade = 8,
}
