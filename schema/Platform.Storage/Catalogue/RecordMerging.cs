using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Catalogue.Merging;
using Platform.Model.Circulation;

namespace Platform.Storage.Catalogue;

/// <summary>Takes one record into another with all that hangs on it, and parts them again exactly.</summary>
public static class RecordMerging
{
    /// <summary>Merges: copies, holds, loans between libraries and e-resources go to the record that stays, the other is deleted. The caller has checked both.</summary>
    /// <param name="db">The caller's database.</param>
    /// <param name="kept">The record that stays, tracked, with its content.</param>
    /// <param name="absorbed">The record that is taken in, tracked, with its content.</param>
    /// <param name="completes">Whether fields that only the absorbed record has are added to the other.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<RecordMerge> MergeAsync(
        LibraryDb db, BibliographicRecord kept, BibliographicRecord absorbed, bool completes, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(absorbed);
        var rows = await MoveAllAsync(db, absorbed.Id, kept.Id, at, cancellationToken);
        var present = completes ? kept.Content.ToMarc() : null;
        var completed = present is null ? null : RecordOverlay.Complete(present, absorbed.Content.ToMarc());
        var changes = completed is not null && !completed.Equals(present);
        var before = (kept.Content.Bytes, kept.Content.Format);
        if (changes)
            CatalogueMapping.Describe(kept, completed!); // a change: it was completed
        (absorbed.DeletedAt, absorbed.UpdatedAt, kept.UpdatedAt) = (at, at, at);
        var merge = new RecordMerge
        {
            LibraryId = kept.LibraryId,
            KeptId = kept.Id,
            AbsorbedId = absorbed.Id,
            AbsorbedTitle = absorbed.Title,
            MergedAt = at,
            Actor = db.Scope.Actor,
            KeptBefore = changes ? before.Bytes : null,
            KeptFormat = changes ? before.Format : null,
            KeptVersionAfter = kept.Version + 1,
            Rows = rows,
        };
        db.RecordMerges.Add(merge);
        await db.SaveChangesAsync(cancellationToken);
        return merge;
    }

    /// <summary>Undoes a merge: whatever moved and is still there goes back; the description goes back unless somebody has worked on it since.</summary>
    /// <returns>Whether the description of the record that stayed is as it was before the merge.</returns>
    public static async Task<bool> UnmergeAsync(LibraryDb db, RecordMerge merge, BibliographicRecord kept, BibliographicRecord absorbed, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(merge);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(absorbed);
        await MoveBackAsync(db, merge, cancellationToken);
        var isUntouched = kept.Version == merge.KeptVersionAfter;
        if (isUntouched && merge.KeptBefore is { } bytes)
            CatalogueMapping.Describe(kept, new RecordContent { Format = merge.KeptFormat!.Value, Bytes = bytes }.ToMarc()); // bytes have their format
        (absorbed.DeletedAt, merge.UndoneAt) = (null, at);
        absorbed.UpdatedAt = kept.UpdatedAt = at;
        await db.SaveChangesAsync(cancellationToken);
        return isUntouched || merge.KeptBefore is null;
    }

    private static async Task<List<MergedRow>> MoveAllAsync(LibraryDb db, long from, long to, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var rows = new List<MergedRow>();
        foreach (var item in await db.Items.Where(i => i.RecordId == from).ToListAsync(cancellationToken))
        {
            item.RecordId = to;
            rows.Add(new MergedRow { Kind = MergedKind.Item, RowId = item.Id });
        }
        var waiting = await db.Holds.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(h => h.RecordId == to && h.ClosedAt == null).Select(h => h.PatronId).ToListAsync(cancellationToken);
        foreach (var hold in await db.Holds.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(h => h.RecordId == from).ToListAsync(cancellationToken))
            rows.Add(Move(db, hold, to, waiting, at));
        foreach (var loan in await db.InterLibraryLoans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(l => l.RecordId == from).ToListAsync(cancellationToken))
        {
            db.Entry(loan).Property(l => l.RecordId).CurrentValue = to;
            rows.Add(new MergedRow { Kind = MergedKind.InterLibraryLoan, RowId = loan.Id });
        }
        foreach (var resource in await db.EResources.IgnoreQueryFilters().Where(r => r.RecordId == from).ToListAsync(cancellationToken))
        {
            resource.RecordId = to;
            rows.Add(new MergedRow { Kind = MergedKind.EResource, RowId = resource.Id });
        }
        return rows;
    }

    // A patron waits for a publication once: who waits for both records waits on for the one that stays.
    private static MergedRow Move(LibraryDb db, Hold hold, long to, List<long?> waiting, DateTimeOffset at)
    {
        var waitsTwice = hold is { ClosedAt: null, PatronId: not null } && waiting.Contains(hold.PatronId);
        if (waitsTwice)
            (hold.Status, hold.ClosedAt) = (HoldStatus.Cancelled, at);
        db.Entry(hold).Property(h => h.RecordId).CurrentValue = to;
        return new MergedRow { Kind = waitsTwice ? MergedKind.ClosedHold : MergedKind.Hold, RowId = hold.Id };
    }

    private static async Task MoveBackAsync(LibraryDb db, RecordMerge merge, CancellationToken cancellationToken)
    {
        var (from, to) = (merge.KeptId, merge.AbsorbedId);
        var moved = merge.Rows.ToLookup(r => r.Kind, r => r.RowId);
        var (items, loans, resources) = (moved[MergedKind.Item].ToList(), moved[MergedKind.InterLibraryLoan].ToList(), moved[MergedKind.EResource].ToList());
        var closed = moved[MergedKind.ClosedHold].ToHashSet();
        var holds = moved[MergedKind.Hold].Concat(closed).ToList();
        foreach (var item in await db.Items.Where(i => i.RecordId == from && items.Contains(i.Id)).ToListAsync(cancellationToken))
            item.RecordId = to;
        foreach (var hold in await db.Holds.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(h => h.RecordId == from && holds.Contains(h.Id)).ToListAsync(cancellationToken))
        {
            db.Entry(hold).Property(h => h.RecordId).CurrentValue = to;
            if (closed.Contains(hold.Id))
                (hold.Status, hold.ClosedAt) = (hold.ItemId is null ? HoldStatus.Waiting : HoldStatus.Ready, null);
        }
        foreach (var loan in await db.InterLibraryLoans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(l => l.RecordId == from && loans.Contains(l.Id)).ToListAsync(cancellationToken))
            db.Entry(loan).Property(l => l.RecordId).CurrentValue = to;
        foreach (var resource in await db.EResources.IgnoreQueryFilters().Where(r => r.RecordId == from && resources.Contains(r.Id)).ToListAsync(cancellationToken))
            resource.RecordId = to;
    }
}
