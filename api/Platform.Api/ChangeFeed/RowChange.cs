using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.ChangeFeed;

namespace Platform.Api.ChangeFeed;

/// <summary>A committed change of a row.</summary>
/// <param name="Sequence">Position in the change feed: go on after it when the connection broke.</param>
/// <param name="Kind">What happened to the row.</param>
/// <param name="At">When it was saved.</param>
/// <param name="Type">Name of the row's type.</param>
/// <param name="Key">The row's key.</param>
internal sealed record RowChange(long Sequence, ChangeKind Kind, DateTimeOffset At, string Type, long Key)
{
    public static RowChange Of(ChangeFeedEntry entry) => new(entry.Sequence, entry.Kind, entry.At, entry.Entity, entry.EntityId);

    /// <summary>Whether the caller may learn of the change: the row's type is published, and the caller's permission for it covers the row's library.</summary>
    public static bool IsSeenBy(Scope scope, EntityGraphs graphs, ChangeFeedEntry entry)
    {
        if (graphs.TypeOf(entry.Entity) is not { } type || !scope.May(type.Permission))
            return false;
        return type.Permission == Permission.ReadCatalogue || (entry.LibraryId is { } library ? scope.May(type.Permission, library) : scope.SeesAllLibraries);
    }
}
