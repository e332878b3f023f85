using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Sharing;

namespace Platform.Storage.Sharing;

/// <summary>What one member owes the group in a semester, and how far it is.</summary>
/// <param name="LibraryId">The member.</param>
/// <param name="LibraryCode">Its code.</param>
/// <param name="LibraryName">Its name.</param>
/// <param name="Duties">Its duties.</param>
public sealed record MemberObligations(long LibraryId, string LibraryCode, string LibraryName, IReadOnlyList<DutyProgress> Duties);

/// <summary>Reads what the members of a group owe in a semester; always the same five statements.</summary>
/// <param name="db">The database; only members whose reports the caller reads are answered.</param>
/// <param name="clock">The clock.</param>
public sealed class SemesterObligations(LibraryDb db, TimeProvider clock)
{
    /// <summary>The members of the semester in the order of their codes; empty when the group asked for nothing or the semester is none.</summary>
    public async Task<IReadOnlyList<MemberObligations>> ReadAsync(long groupId, string semester, CancellationToken cancellationToken)
    {
        if (!ReportPeriod.TryParse(semester, out var period))
            return [];
        var duty = await db.SemesterDuties.AsNoTracking().SingleOrDefaultAsync(d => d.GroupId == groupId && d.Semester == semester, cancellationToken);
        if (duty is null)
            return [];
        var members = await MembersAsync(groupId, period, cancellationToken);
        var ids = members.ConvertAll(m => m.Id);
        var resources = await ResourcesAsync(ids, period, cancellationToken);
        var moves = await MovesAsync(ids, period, cancellationToken);
        var lists = await ListsAsync(groupId, semester, ids, cancellationToken);
        var today = clock.Today();
        return
        [
            .. members.Select(m => new MemberObligations(m.Id, m.Code, m.Name, SemesterProgress.Of(
                duty, new SemesterFacts(resources.GetValueOrDefault(m.Id), moves.GetValueOrDefault(m.Id), lists[m.Id].ToHashSet()), today))),
        ];
    }

    private Task<List<Member>> MembersAsync(long groupId, ReportPeriod period, CancellationToken cancellationToken)
    {
        var reach = db.Scope.ReachOf(Permission.ReadReports);
        return db.Libraries.AsNoTracking()
            .Where(l => db.Memberships.Any(m => m.LibraryId == l.Id && m.GroupId == groupId && m.JoinedOn <= period.LastOn && (m.LeftOn == null || m.LeftOn >= period.FirstOn)))
            .Where(l => reach.Everywhere || reach.LibraryIds.Contains(l.Id))
            .OrderBy(l => l.Code)
            .Select(l => new Member(l.Id, l.Code, l.Name))
            .ToListAsync(cancellationToken);
    }

    // Counts only: the rows themselves may belong to a repository or a desk that the caller does not read.
    private Task<Dictionary<long, int>> ResourcesAsync(List<long> members, ReportPeriod period, CancellationToken cancellationToken) =>
        db.EResources.IgnoreQueryFilters([LibraryDb.ScopeFilter])
            .Where(r => members.Contains(r.LibraryId) && r.CountsAsElearning && r.ContributedOn >= period.FirstOn && r.ContributedOn <= period.LastOn)
            .GroupBy(r => r.LibraryId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    private Task<Dictionary<long, int>> MovesAsync(List<long> members, ReportPeriod period, CancellationToken cancellationToken)
    {
        var moves = db.RotationMoves.IgnoreQueryFilters([LibraryDb.ScopeFilter]);
        var sent = moves.Where(m => members.Contains(m.OwnerId) && m.SentOn >= period.FirstOn && m.SentOn <= period.LastOn).Select(m => m.OwnerId);
        var received = moves.Where(m => members.Contains(m.ReceiverId) && m.ArrivedOn >= period.FirstOn && m.ArrivedOn <= period.LastOn).Select(m => m.ReceiverId);
        return sent.Concat(received)
            .GroupBy(id => id)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    private async Task<ILookup<long, SemesterListKind>> ListsAsync(long groupId, string semester, List<long> members, CancellationToken cancellationToken)
    {
        var lists = await db.SemesterLists.AsNoTracking()
            .Where(l => l.GroupId == groupId && l.Semester == semester && l.ReceivedAt != null && members.Contains(l.LibraryId))
            .Select(l => new { l.LibraryId, l.Kind })
            .ToListAsync(cancellationToken);
        return lists.ToLookup(l => l.LibraryId, l => l.Kind);
    }

    private sealed record Member(long Id, string Code, string Name);
}
