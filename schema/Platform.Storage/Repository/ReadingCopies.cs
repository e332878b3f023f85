using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>
/// Keeps as many reading seats of each work under copyright as copies are lawfully held: what the library says, never more than the copies of
/// its record in stock unless a document shows them (Luật SHTT Đ.25). Copies that were lost or weeded since take their seats along by night.
/// </summary>
public sealed class ReadingCopies(LibraryDbFactory databases, TimeProvider clock) : IUpkeep
{
    /// <inheritdoc/>
    public string Name => "copies";

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System with { Actor = "copies" });
        var works = await db.EResources.AsNoTracking().Where(r => r.Rights == RightsBasis.LibraryCopy && r.PublishedVersion != null).ToListAsync(cancellationToken);
        var changed = 0;
        foreach (var work in works)
        {
            var before = await db.ReadingSeats.CountAsync(s => s.ResourceId == work.Id, cancellationToken);
            changed += await SetAsync(db, clock, work, cancellationToken) == before ? 0 : 1;
        }
        return changed;
    }

    /// <summary>Makes the seats of a resource; how many there are now.</summary>
    public static async Task<int> SetAsync(LibraryDb db, TimeProvider clock, EResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var seats = resource is { IsLimitedToCopies: true, IsOpen: true } ? resource.CopiesHeld ?? 0 : 0;
        if (string.IsNullOrWhiteSpace(resource.CopiesEvidence))
            seats = Math.Min(seats, await InStockAsync(db, resource, cancellationToken));
        await new ReadingSeats(db, clock).SetCopiesAsync(resource.Id, seats, cancellationToken);
        return seats;
    }

    /// <summary>How many copies of the resource's record are in its library's stock, lent ones too.</summary>
    public static Task<int> InStockAsync(LibraryDb db, EResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(resource);
        return resource.RecordId is { } record
            ? db.Items.CountAsync(i => i.RecordId == record && i.LibraryId == resource.LibraryId && i.WithdrawnOn == null && (i.Status == ItemStatus.InStock || i.Status == ItemStatus.ReferenceOnly), cancellationToken)
            : Task.FromResult(0);
    }
}
