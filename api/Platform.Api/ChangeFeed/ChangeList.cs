using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Storage;
using Platform.Storage.ChangeFeed;

namespace Platform.Api.ChangeFeed;

/// <summary>A stretch of the change feed.</summary>
/// <param name="Changes">The changes that the caller may see, oldest first.</param>
/// <param name="LastSequence">Where the stretch ends: give it as after to go on.</param>
/// <param name="HasMore">Whether the feed goes on behind it.</param>
internal sealed record ChangeList(IReadOnlyList<RowChange> Changes, long LastSequence, bool HasMore)
{
    private const int Most = 500;

    public static async Task<ChangeList> ReadAsync(IServiceProvider services, EntityGraphs graphs, long after, int first, CancellationToken cancellationToken)
    {
        var count = Math.Clamp(first, 1, Most);
        var scope = services.GetRequiredService<Scope>();
        await using var db = services.GetRequiredService<LibraryDbFactory>().For(Scope.System);
        var entries = await FeedReader.ReadAfterAsync(db, after, count + 1, cancellationToken);
        var stretch = entries.Take(count).ToList();
        return new ChangeList(
            [.. stretch.Where(entry => RowChange.IsSeenBy(scope, graphs, entry)).Select(RowChange.Of)],
            stretch.Count > 0 ? stretch[^1].Sequence : after,
            entries.Count > count);
    }
}
