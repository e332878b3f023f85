using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Reading;
using Platform.Model;
using Platform.Model.Catalogue.Search;
using Platform.Model.Libraries;

namespace Platform.Api.Catalogue;

/// <summary>A page of hits with their rows: the source of the search's connection. A hit whose row is gone since it was indexed is left out.</summary>
internal sealed class RecordHits : IPage
{
    private readonly RecordSearchPage _found;
    private readonly Page? _rows;
    private readonly LibraryDb _db;
    private RecordTexts? _texts;

    public RecordHits(RecordSearchPage found, Page? rows, bool hasPrevious, LibraryDb db)
    {
        (_found, _rows, HasPrevious, _db) = (found, rows, hasPrevious, db);
        var keys = rows?.Places[0].Rows.Select(row => row.Key).ToHashSet();
        Hits = [.. found.Hits.Where(hit => keys?.Contains(hit.RecordId) is not false)];
    }

    public IReadOnlyList<RecordHit> Hits { get; }

    public int Total => _found.Total;

    public SearchLeniency Leniency => _found.Leniency;

    public bool HasNext => _found.HasMore;

    public bool HasPrevious { get; }

    public string? StartCursor => Hits.Count > 0 ? Hits[0].Cursor : null;

    // Also when its row is gone: the next page begins after the last hit, not after the last row.
    public string? EndCursor => _found.EndCursor;

    public IReadOnlyList<Row> Nodes(string listKey) => _rows!.Nodes(listKey); // read, as the document asks for them

    public Row Node(string listKey, string nodeKey, int index) => _rows!.Node(listKey, nodeKey, index); // as above

    /// <summary>The facets, with the names of libraries beside their ids.</summary>
    public async Task<IReadOnlyList<RecordFacetCounts>> FacetsAsync(CancellationToken cancellationToken)
    {
        var names = _found.Facets.TryGetValue(RecordFacet.Library, out var libraries) ? await NamesAsync(libraries, cancellationToken) : [];
        return [.. _found.Facets.Select(facet => new RecordFacetCounts(facet.Key, [.. facet.Value.Select(value => ValueOf(facet.Key, value, names))]))];
    }

    /// <summary>Where the words of the search stand in the texts of a hit; the texts of all hits are read with the first that is asked for.</summary>
    public async Task<IReadOnlyList<RecordHighlight>> HighlightsAsync(int index, CancellationToken cancellationToken)
    {
        _texts ??= await RecordTexts.ReadAsync(_db, [.. Hits.Select(hit => hit.RecordId)], cancellationToken);
        return _texts.HighlightsOf(Hits[index].RecordId, _found.Highlighting);
    }

    private async Task<Dictionary<string, string>> NamesAsync(IReadOnlyList<FacetValue> libraries, CancellationToken cancellationToken)
    {
        var ids = libraries.Select(value => long.Parse(value.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var named = await _db.Libraries.AsNoTracking().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Name }).ToListAsync(cancellationToken);
        return named.ToDictionary(l => l.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), l => l.Name);
    }

    private static RecordFacetValue ValueOf(RecordFacet facet, FacetValue value, Dictionary<string, string> names)
    {
        if (facet is not RecordFacet.Library)
            return new RecordFacetValue(value.Value, value.Value, value.Count);
        var id = GlobalId.Of(nameof(Library), long.Parse(value.Value, System.Globalization.CultureInfo.InvariantCulture));
        return new RecordFacetValue(id, names.GetValueOrDefault(value.Value, id), value.Count);
    }
}

/// <summary>One hit of the page: the source of the edge.</summary>
internal sealed record RecordHitEdge(RecordHits Page, string ListKey, int Index);

/// <summary>How many of all hits have which value of a property.</summary>
/// <param name="Facet">The property.</param>
/// <param name="Values">Its most frequent values first, equal ones by value.</param>
internal sealed record RecordFacetCounts(RecordFacet Facet, IReadOnlyList<RecordFacetValue> Values);

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value, to be given to the filter; a library's is its global id.</param>
/// <param name="Label">The value to show; a library's is its name.</param>
/// <param name="Count">Hits that have it.</param>
internal sealed record RecordFacetValue(string Value, string Label, int Count);
