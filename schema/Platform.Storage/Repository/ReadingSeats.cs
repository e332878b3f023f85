using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>
/// Gives turns at works under copyright. A turn is a row that exists once for each copy held and is taken by one atomic update, so there are
/// never more turns than copies, on either database and however many ask at once.
/// </summary>
public sealed class ReadingSeats(LibraryDb db, TimeProvider clock)
{
    /// <summary>Takes or keeps a seat for the reader; null when all copies are being read.</summary>
    /// <param name="resourceId">The resource.</param>
    /// <param name="reader">A code of the reader that leads back to no person, at most 64 characters.</param>
    /// <param name="lifetime">How long the turn lasts from now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ReadingLease?> TakeAsync(long resourceId, string reader, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lease = new ReadingLease(Guid.NewGuid(), now + lifetime);
        while (true)
        {
            if (await KeepAsync(resourceId, reader, lease, cancellationToken))
                return lease;
            var free = await db.ReadingSeats
                .Where(s => s.ResourceId == resourceId && s.FreeAt <= now)
                .OrderBy(s => s.Number)
                .Select(s => (long?)s.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (free is not { } seat)
                return null;
            if (await ClaimAsync(seat, reader, now, lease, cancellationToken))
                return lease;
        }
    }

    /// <summary>Lengthens a turn that has not ended; null when it has.</summary>
    public async Task<ReadingLease?> RenewAsync(Guid leaseId, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var renewed = await db.ReadingSeats
            .Where(s => s.LeaseId == leaseId && s.FreeAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.FreeAt, now + lifetime), cancellationToken);
        return renewed > 0 ? new ReadingLease(leaseId, now + lifetime) : null;
    }

    /// <summary>Gives a turn back before its end; whether it had not ended.</summary>
    public async Task<bool> GiveBackAsync(Guid leaseId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.ReadingSeats
            .Where(s => s.LeaseId == leaseId && s.FreeAt > now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.FreeAt, now).SetProperty(s => s.Reader, (string?)null).SetProperty(s => s.LeaseId, (Guid?)null),
                cancellationToken) > 0;
    }

    /// <summary>Whether the turn lasts at this moment; asked again by every read of the content.</summary>
    public Task<bool> LastsAsync(long resourceId, Guid leaseId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.ReadingSeats.AnyAsync(s => s.ResourceId == resourceId && s.LeaseId == leaseId && s.FreeAt > now, cancellationToken);
    }

    /// <summary>Makes as many seats as copies are held; turns at copies that are gone end at once. Saves.</summary>
    public async Task SetCopiesAsync(long resourceId, int copies, CancellationToken cancellationToken)
    {
        await db.ReadingSeats.Where(s => s.ResourceId == resourceId && s.Number > copies).ExecuteDeleteAsync(cancellationToken);
        var known = await db.ReadingSeats.Where(s => s.ResourceId == resourceId).Select(s => s.Number).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        db.ReadingSeats.AddRange(Enumerable.Range(1, copies).Except(known).Select(number =>
            new ReadingSeat { ResourceId = resourceId, Number = number, FreeAt = now }));
        await db.SaveChangesAsync(cancellationToken);
    }

    // A seat that was the reader's and that nobody took since stays the reader's, also after its end.
    private async Task<bool> KeepAsync(long resourceId, string reader, ReadingLease lease, CancellationToken cancellationToken) =>
        await db.ReadingSeats
            .Where(s => s.ResourceId == resourceId && s.Reader == reader)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseId, lease.LeaseId).SetProperty(s => s.FreeAt, lease.EndsAt), cancellationToken) > 0;

    // The condition is asked again by the statement that writes: a seat taken meanwhile gives no row, and the next one is tried.
    private async Task<bool> ClaimAsync(long seatId, string reader, DateTimeOffset now, ReadingLease lease, CancellationToken cancellationToken)
    {
        try
        {
            return await db.ReadingSeats
                .Where(s => s.Id == seatId && s.FreeAt <= now)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.Reader, reader).SetProperty(s => s.LeaseId, lease.LeaseId).SetProperty(s => s.FreeAt, lease.EndsAt),
                    cancellationToken) > 0;
        }
        catch (DbException fault) when (UniqueViolation.IsOn(fault, db, ReadingTables.OneSeatPerReader))
        {
            return false; // the same reader took a seat by another request: it is kept in the next round
        }
    }
}
