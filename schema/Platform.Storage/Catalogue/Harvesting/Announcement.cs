using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.ChangeFeed;

namespace Platform.Storage.Catalogue.Harvesting;

/// <summary>Tells harvesters of changes that are not in a record's own row.</summary>
public static class Announcement
{
    /// <summary>
    /// How a record is shared has changed: with the next save it gets a new datestamp, though its row and its version stay as they are. A
    /// record that is gone is not announced again.
    /// </summary>
    public static void OfSharing(LibraryDb db, BibliographicRecord? record)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (record is not null)
            db.ChangeFeed.Add(new ChangeFeedEntry
            {
                Entity = nameof(BibliographicRecord),
                EntityId = record.Id,
                Kind = ChangeKind.Updated,
                LibraryId = record.LibraryId,
                Actor = db.Scope.Actor,
                At = db.Now,
            });
    }
}
