using Platform.Model;
using Platform.Model.Catalogue.Search;
using Platform.Storage.Catalogue;

namespace Platform.Api.Catalogue.Union;

/// <summary>
/// Searches with one hit for each publication: of the records of a cluster that match, the one that ranks first stands for all. Which one
/// that is does not depend on the page, so that pages go on after their cursors as those of a plain search do.
/// </summary>
internal sealed class PublicationSearch(IRecordSearch search, LibraryDb db)
{
    // A page that is mostly copies of one publication is filled from the next hits, so many times at most; then it is short.
    private const int MostRounds = 5;

    // As many keys as one query takes.
    private const int MostMates = 1000;

    public async Task<RecordSearchPage> SearchAsync(RecordSearchRequest request, CancellationToken cancellationToken)
    {
        var page = await search.SearchAsync(request, cancellationToken);
        var (examined, hits) = (page, new List<RecordHit>());
        for (var round = 1; ; round++)
        {
            hits.AddRange(await FirstsAsync(request, examined.Hits, cancellationToken));
            if (hits.Count >= request.First || !examined.HasMore || round == MostRounds)
                break;
            examined = await search.SearchAsync(request with { After = examined.Hits[^1].Cursor, Facets = [] }, cancellationToken);
        }
        var isCut = hits.Count > request.First;
        return page with
        {
            Hits = [.. hits.Take(request.First)],
            HasMore = isCut || examined.HasMore,
            EndCursor = isCut ? hits[request.First - 1].Cursor : examined.EndCursor,
        };
    }

    private async Task<IEnumerable<RecordHit>> FirstsAsync(RecordSearchRequest request, IReadOnlyList<RecordHit> hits, CancellationToken cancellationToken)
    {
        var publications = await Clusters.PublicationsAsync(db, [.. hits.Select(hit => hit.RecordId)], cancellationToken);
        var clustered = publications.Where(p => p.Value.Count > 1).SelectMany(p => p.Value).Distinct().Take(MostMates).ToList();
        if (clustered.Count == 0)
            return hits;
        var ranked = await search.SearchAsync(
            request with { Filter = request.Filter with { RecordIds = clustered }, First = clustered.Count, After = null, Facets = [] }, cancellationToken);
        var rank = ranked.Hits.Select((hit, at) => (hit.RecordId, at)).ToDictionary(r => r.RecordId, r => r.at);
        return hits.Where(hit => !rank.TryGetValue(hit.RecordId, out var own) || publications[hit.RecordId].All(other => rank.GetValueOrDefault(other, own) >= own));
    }
}
