using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Storage.Repository.Search;

/// <summary>
/// Who finds an e-resource, as terms of the index: what only the resource decides stands with it, what the day and the caller decide is asked
/// with the query. The database asks again with its own filter; these terms only keep the best hits from being another library's.
/// </summary>
internal static class EResourceReach
{
    private const string Everyone = "everyone";
    private const int PartsOfAQuery = 1000;

    /// <summary>The terms of a resource.</summary>
    public static IEnumerable<string> Of(EResource resource)
    {
        yield return Editors(resource.LibraryId);
        if (!resource.IsOpen)
            yield break;
        yield return Readers(resource.LibraryId);
        if (resource.Audience is Audience.Everyone)
            yield return Everyone;
        if (resource.Audience is Audience.Group && resource.ContributedOn is not null)
            yield return Members(resource.LibraryId);
    }

    /// <summary>The condition of a caller today; null for one who finds everything.</summary>
    public static async Task<Query?> QueryAsync(LibraryDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var scope = db.Scope;
        if (scope.SeesAllLibraries && scope.May(Permission.ReadRepository))
            return null;
        var readsFor = scope.ReachOf(Permission.ReadRepository).LibraryIds;
        var groups = db.Memberships.Where(m => readsFor.Contains(m.LibraryId) && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)).Select(m => m.GroupId);
        var fellows = await db.Memberships
            .Where(m => groups.Contains(m.GroupId) && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today))
            .Select(m => m.LibraryId).Distinct().ToListAsync(cancellationToken);
        return Any(
        [
            Everyone, .. scope.ReachOf(Permission.EditRepository).LibraryIds.Select(Editors), .. StandingOf.OwnLibraries(scope).Select(Readers), .. fellows.Select(Members),
        ]);
    }

    // One query holds a thousand parts; a group or an office may have more libraries.
    private static BooleanQuery Any(IEnumerable<string> terms)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var some in terms.Chunk(PartsOfAQuery))
        {
            var part = new BooleanQuery(disableCoord: true);
            foreach (var term in some)
                part.Add(new TermQuery(new Term(EResourceDocument.Reach, term)), Occur.SHOULD);
            any.Add(part, Occur.SHOULD);
        }
        return any;
    }

    private static string Editors(long libraryId) => Term("e", libraryId);

    private static string Readers(long libraryId) => Term("r", libraryId);

    private static string Members(long libraryId) => Term("m", libraryId);

    private static string Term(string kind, long libraryId) => string.Create(CultureInfo.InvariantCulture, $"{kind}{libraryId}");
}
