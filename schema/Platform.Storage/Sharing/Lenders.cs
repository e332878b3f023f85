using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Storage.Sharing;

/// <summary>The owners that can be asked for a copy, in order; or why there are none.</summary>
/// <param name="GroupId">The group in which it is lent; 0 when refused.</param>
/// <param name="InOrder">The owners, first the one to be asked first.</param>
/// <param name="Refusal">Why nobody can be asked; null when somebody can.</param>
public sealed record LendersFound(long GroupId, IReadOnlyList<LenderCandidate> InOrder, InterLibraryRefusal? Refusal);

/// <summary>Finds the members of a library's group that have a free copy of a publication.</summary>
/// <param name="db">The database as the platform itself sees it: loans of other libraries are counted, not shown.</param>
/// <param name="clock">The clock.</param>
public sealed class Lenders(LibraryDb db, TimeProvider clock)
{
    /// <summary>Finds them.</summary>
    public async Task<LendersFound> FindAsync(long borrowerId, long recordId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var members = db.Memberships.Where(m => m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today));
        var group = await members.Where(m => m.LibraryId == borrowerId).OrderBy(m => m.GroupId).Select(m => (long?)m.GroupId).FirstOrDefaultAsync(cancellationToken);
        if (group is not { } groupId)
            return new LendersFound(0, [], InterLibraryRefusal.NotAMember);
        var owners = members.Where(m => m.GroupId == groupId && m.LibraryId != borrowerId).Select(m => m.LibraryId);
        var held = await FreeCopiesAsync(recordId, owners, cancellationToken);
        var free = await LentOnTheirConditionsAsync(held, today, cancellationToken);
        var lent = await LentAsync(owners, today, cancellationToken);
        var ways = await KilometresAsync(borrowerId, free.Keys, cancellationToken);
        var criteria = LenderOrder.Read(await db.Groups.Where(g => g.Id == groupId).Select(g => g.LenderOrder).SingleAsync(cancellationToken));
        var order = LenderOrder.Of(
            free.Select(f => new LenderCandidate(f.Key, f.Value, lent.GetValueOrDefault(f.Key), ways.TryGetValue(f.Key, out var way) ? way : null)), criteria);
        return new LendersFound(groupId, order, order.Count > 0 ? null : held.Count > 0 ? InterLibraryRefusal.NobodyLends : InterLibraryRefusal.NobodyHolds);
    }

    // Only between libraries that said where they are.
    private async Task<Dictionary<long, double>> KilometresAsync(long borrowerId, IReadOnlyCollection<long> owners, CancellationToken cancellationToken)
    {
        var places = await db.Libraries
            .Where(l => (l.Id == borrowerId || owners.Contains(l.Id)) && l.Latitude != null && l.Longitude != null)
            .Select(l => new { l.Id, Latitude = l.Latitude!.Value, Longitude = l.Longitude!.Value }) // filtered
            .ToListAsync(cancellationToken);
        return places.Find(p => p.Id == borrowerId) is not { } home
            ? []
            : places.ToDictionary(p => p.Id, p => GreatCircle.Kilometres(home.Latitude, home.Longitude, p.Latitude, p.Longitude));
    }

    // The owners that lend under their standing conditions today, with the copies that they lend.
    private async Task<Dictionary<long, int>> LentOnTheirConditionsAsync(List<FreeCopies> held, DateOnly today, CancellationToken cancellationToken)
    {
        var owners = held.Select(h => h.LibraryId).Distinct().ToList();
        var conditions = await db.LendingConditions.AsNoTracking().Where(c => owners.Contains(c.LibraryId)).ToDictionaryAsync(c => c.LibraryId, cancellationToken);
        var copiesOut = await db.InterLibraryLoans
            .Where(l => l.LenderId != null && owners.Contains(l.LenderId.Value) && l.ItemId != null && l.ReturnedOn == null)
            .GroupBy(l => l.LenderId!.Value) // filtered to those with a lender
            .Select(g => new { g.Key, Copies = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Copies, cancellationToken);
        return held
            .Where(h => LendingTerms.Refuse(conditions.GetValueOrDefault(h.LibraryId), new LendingCase(h.Type, today, null, copiesOut.GetValueOrDefault(h.LibraryId))) is null)
            .GroupBy(h => h.LibraryId)
            .ToDictionary(g => g.Key, g => g.Sum(h => h.Copies));
    }

    private Task<List<FreeCopies>> FreeCopiesAsync(long recordId, IQueryable<long> owners, CancellationToken cancellationToken) => db.Items
        .Where(i => i.RecordId == recordId && owners.Contains(i.LibraryId) && i.Status == ItemStatus.InStock && i.WithdrawnOn == null)
        .Where(i => !db.Loans.Any(l => l.ItemId == i.Id && l.ReturnedAt == null))
        .Where(i => !db.InterLibraryLoans.Any(l => l.ItemId == i.Id && l.ReturnedOn == null))
        .Where(i => !db.RotationMoves.Any(m => m.ItemId == i.Id && m.ClosedOn == null))
        .GroupBy(i => new { i.LibraryId, i.Type })
        .Select(g => new FreeCopies(g.Key.LibraryId, g.Key.Type, g.Count()))
        .ToListAsync(cancellationToken);

    private sealed record FreeCopies(long LibraryId, ItemType Type, int Copies);

    private Task<Dictionary<long, int>> LentAsync(IQueryable<long> owners, DateOnly today, CancellationToken cancellationToken)
    {
        var semester = ReportPeriod.Holding(PeriodKind.FirstSemester, today) ?? ReportPeriod.Holding(PeriodKind.SecondSemester, today);
        var (first, last) = semester is null ? (today, today) : (semester.FirstOn, semester.LastOn);
        return db.InterLibraryLoans
            .Where(l => l.LenderId != null && owners.Contains(l.LenderId.Value) && l.SentOn >= first && l.SentOn <= last)
            .GroupBy(l => l.LenderId!.Value) // filtered to those with a lender
            .Select(g => new { g.Key, Loans = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Loans, cancellationToken);
    }
}
