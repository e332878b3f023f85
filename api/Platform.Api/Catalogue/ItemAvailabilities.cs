using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;

namespace Platform.Api.Catalogue;

/// <summary>Reads for a page of copies whether they can be had: everyone may know that a copy is out, nobody learns here who has it.</summary>
internal static class ItemAvailabilities
{
    public static async Task<IReadOnlyDictionary<long, object?>> ReadAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var copies = await db.Items.AsNoTracking().Where(i => keys.Contains(i.Id)).Select(i => new
        {
            i.Id,
            i.Status,
            // Loans and holds are seen by their own library only; that there is one is public.
            IsOnLoan = db.Loans.IgnoreQueryFilters().Any(l => l.ItemId == i.Id && l.ReturnedAt == null),
            IsKept = db.Holds.IgnoreQueryFilters().Any(h => h.ItemId == i.Id && h.Status == HoldStatus.Ready),
        }).ToListAsync(cancellationToken);
        return copies.ToDictionary(c => c.Id, c => (object?)Availability.Of(c.Status, c.IsOnLoan, c.IsKept));
    }
}
