using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;

namespace Platform.Storage.Sharing;

/// <summary>Reads a group's rotation problem: what its members hold, what their readers miss, what may travel. The same dozen statements for every group.</summary>
/// <param name="db">The database as the platform itself sees it: loans of all members are looked at.</param>
/// <param name="minimumPerPupil">Copies for each pupil below which a school of a level sends nothing.</param>
internal sealed class RotationLoader(LibraryDb db, IReadOnlyDictionary<SchoolLevel, int> minimumPerPupil)
{
    private const int RoomShare = 10;
    private const int LeastRoom = 20;

    /// <summary>The problem as it stands on the day. Copies that travel already, are lent or kept for a reader do not travel.</summary>
    public async Task<RotationProblem> LoadAsync(long groupId, RotationRules rules, DateOnly today, CancellationToken cancellationToken)
    {
        var members = await db.Libraries.AsNoTracking()
            .Where(l => db.Memberships.Any(m => m.LibraryId == l.Id && m.GroupId == groupId && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)))
            .OrderBy(l => l.Id)
            .ToListAsync(cancellationToken);
        var ids = members.ConvertAll(m => m.Id);
        var cells = await CellsAsync(ids, cancellationToken);
        var copies = await CopiesAsync(ids, cancellationToken);
        var pupils = await PupilsAsync(ids, today, cancellationToken);
        var moving = await MovingAsync(ids, cancellationToken);
        var busy = await BusyAsync(ids, cancellationToken);
        var held = await HeldAsync(ids, cancellationToken);
        held.UnionWith(copies.Select(c => (c.LibraryId, c.RecordId)));
        NeedCell CellOf(Copy copy) => cells[copy.RecordId].For(copy.Type);

        var stock = copies.ToLookup(c => c.LibraryId);
        var readers = members.ConvertAll(m => new ReadersAndHoldings(m.Id, m.Level, pupils.GetValueOrDefault(m.Id, []), stock[m.Id].CountBy(CellOf).ToDictionary()));
        var titles = copies.Where(c => c.Status is ItemStatus.InStock && !busy.Contains(c.Id))
            .GroupBy(c => (c.LibraryId, c.RecordId, Cell: CellOf(c)))
            .Select(t => new RotationTitle(t.Key.RecordId, t.Key.LibraryId, t.Key.Cell, [.. t.Select(c => c.Id)]))
            .OrderBy(t => t.OwnerId).ThenBy(t => t.RecordId).ThenBy(t => t.Cell.Type);
        return new RotationProblem(Libraries(members, stock, readers, moving), RotationNeeds.Of(readers), [.. titles], held, rules);
    }

    private List<RotationLibrary> Libraries(List<Library> members, ILookup<long, Copy> stock, List<ReadersAndHoldings> readers, List<OpenMove> moving)
    {
        var placed = members.Where(m => m.Latitude is not null && m.Longitude is not null).ToList();
        // A library of unknown place stands in the middle of the others: no way is preferred for it.
        var (latitude, longitude) = placed.Count == 0 ? (0, 0) : (placed.Average(m => m.Latitude!.Value), placed.Average(m => m.Longitude!.Value)); // filtered
        return members.ConvertAll(m =>
        {
            var held = stock[m.Id].Count();
            var pupils = readers.Find(r => r.Id == m.Id)!.PupilsByGrade.Values.Sum(); // one for each member
            return new RotationLibrary(
                m.Id,
                held - moving.Count(o => o.OwnerId == m.Id),
                pupils * minimumPerPupil.GetValueOrDefault(m.Level),
                (m.ShelfRoom ?? Math.Max(LeastRoom, held / RoomShare)) - moving.Count(o => o.ReceiverId == m.Id),
                m.Latitude ?? latitude,
                m.Longitude ?? longitude);
        });
    }

    private async Task<Dictionary<long, TitleCell>> CellsAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var records = await db.Records.IgnoreQueryFilters([LibraryDb.DeletedFilter]).AsNoTracking()
            .Where(r => r.Items.Any(i => ids.Contains(i.LibraryId) && i.WithdrawnOn == null))
            .Select(r => new { r.Id, r.Title, r.Ddc })
            .ToListAsync(cancellationToken);
        return records.ToDictionary(r => r.Id, r => new TitleCell(TitleGrade.Of(r.Title), ClassOf(r.Ddc)));
    }

    private Task<List<Copy>> CopiesAsync(List<long> ids, CancellationToken cancellationToken) => db.Items.AsNoTracking()
        .Where(i => ids.Contains(i.LibraryId) && i.WithdrawnOn == null && i.Status != ItemStatus.Lost && i.Status != ItemStatus.Withdrawn)
        .OrderBy(i => i.Id)
        .Select(i => new Copy(i.Id, i.LibraryId, i.RecordId, i.Type, i.Status))
        .ToListAsync(cancellationToken);

    private async Task<Dictionary<long, Dictionary<int, int>>> PupilsAsync(List<long> ids, DateOnly today, CancellationToken cancellationToken)
    {
        var counts = await db.Patrons.AsNoTracking()
            .Where(p => ids.Contains(p.LibraryId) && p.Category == PatronCategory.Pupil && (p.LeftOn == null || p.LeftOn >= today))
            .GroupBy(p => new { p.LibraryId, p.Grade })
            .Select(g => new { g.Key.LibraryId, g.Key.Grade, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return counts.GroupBy(c => c.LibraryId).ToDictionary(g => g.Key, g => g.ToDictionary(c => c.Grade ?? 0, c => c.Count));
    }

    private Task<List<OpenMove>> MovingAsync(List<long> ids, CancellationToken cancellationToken) => db.RotationMoves.AsNoTracking()
        .Where(m => ids.Contains(m.OwnerId) && m.ClosedOn == null)
        .Select(m => new OpenMove(m.ItemId, m.OwnerId, m.ReceiverId))
        .ToListAsync(cancellationToken);

    private async Task<HashSet<long>> BusyAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var lent = db.Loans.Where(l => ids.Contains(l.LibraryId) && l.ReturnedAt == null).Select(l => l.ItemId);
        var kept = db.Holds.Where(h => ids.Contains(h.LibraryId) && h.ClosedAt == null && h.ItemId != null).Select(h => h.ItemId!.Value); // filtered
        var moving = db.RotationMoves.Where(m => ids.Contains(m.OwnerId) && m.ClosedOn == null).Select(m => m.ItemId);
        var away = db.InterLibraryLoans
            .Where(l => l.ItemId != null && l.LenderId != null && ids.Contains(l.LenderId.Value) && l.ReturnedOn == null && l.State != InterLibraryState.Cancelled)
            .Select(l => l.ItemId!.Value); // filtered
        return await lent.Concat(kept).Concat(moving).Concat(away).ToHashSetAsync(cancellationToken);
    }

    // What came in the last rotations is known to the readers: it is not sent again.
    private async Task<HashSet<(long LibraryId, long RecordId)>> HeldAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var received = await db.RotationMoves.AsNoTracking()
            .Where(m => ids.Contains(m.ReceiverId) && m.State != MoveState.Cancelled)
            .Select(m => new { m.ReceiverId, m.Item.RecordId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. received.Select(r => (r.ReceiverId, r.RecordId))];
    }

    private static string ClassOf(string? ddc) =>
        ddc is { Length: > 2 } && char.IsAsciiDigit(ddc[0]) && char.IsAsciiDigit(ddc[1]) && char.IsAsciiDigit(ddc[2]) ? $"{ddc[0]}00" : "";

    private sealed record Copy(long Id, long LibraryId, long RecordId, ItemType Type, ItemStatus Status);

    private sealed record OpenMove(long ItemId, long OwnerId, long ReceiverId);

    private readonly record struct TitleCell(int Grade, string Class)
    {
        // Grades are printed on schoolbooks; in other titles a number means something else.
        public NeedCell For(ItemType type) =>
            new(type, type is ItemType.Textbook or ItemType.TeacherBook or ItemType.ReferenceBook ? Grade : 0, Class);
    }
}
