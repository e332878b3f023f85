using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Platform.Model.ChangeFeed;

/// <summary>The changes a save is about to make, noted before it, because afterwards their states are gone, and turned into feed entries once keys are known.</summary>
internal sealed class PendingChanges
{
    private const string DeletedAt = "DeletedAt";
    private readonly List<(IFeedSubject Subject, ChangeKind Kind)> _changes;

    private PendingChanges(List<(IFeedSubject, ChangeKind)> changes) => _changes = changes;

    public bool IsEmpty => _changes.Count == 0;

    public static PendingChanges In(ChangeTracker tracker) => new(
    [
        .. tracker.Entries<IFeedSubject>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => (e.Entity, KindOf(e))),
    ]);

    public IEnumerable<ChangeFeedEntry> ToEntries(string actor, DateTimeOffset at) => _changes.Select(change => new ChangeFeedEntry
    {
        Entity = change.Subject.GetType().Name,
        EntityId = change.Subject.Id,
        Kind = change.Kind,
        LibraryId = (change.Subject as ILibraryOwned)?.LibraryId,
        Actor = actor,
        At = at,
    });

    private static ChangeKind KindOf(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => ChangeKind.Created,
        EntityState.Deleted => ChangeKind.Deleted,
        _ => IsMarkedDeleted(entry) ? ChangeKind.Deleted : ChangeKind.Updated,
    };

    private static bool IsMarkedDeleted(EntityEntry entry) =>
        entry.Metadata.FindProperty(DeletedAt) is not null
        && entry.Property(DeletedAt) is { IsModified: true, CurrentValue: not null };
}
