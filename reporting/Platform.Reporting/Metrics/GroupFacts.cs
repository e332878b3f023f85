using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Reporting.Metrics;

/// <summary>
/// Figures of the members of the group that the reporting library leads, one fact for each member and figure, on the period's last day. A
/// library that leads no group on that day has none.
/// </summary>
internal static class GroupFacts
{
    private static readonly FactSource Records = Source("group-records");
    private static readonly FactSource CompleteRecords = Source("group-records-complete");
    private static readonly FactSource EResources = Source("group-e-resources");
    private static readonly FactSource Lent = Source("group-inter-library-lent");
    private static readonly FactSource Borrowed = Source("group-inter-library-borrowed");
    private static readonly FactSource Overdue = Source("group-inter-library-overdue");
    private static readonly FactSource Sent = Source("group-rotation-sent");
    private static readonly FactSource Received = Source("group-rotation-received");

    /// <summary>What the members hold at the period's end, and did in it.</summary>
    public static FactScan Scan { get; } = new([Records, CompleteRecords, EResources, Lent, Borrowed, Overdue, Sent, Received], ReadAsync);

    private static FactSource Source(string code) => new(code, nameof(Library), []);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        var members = await MembersAsync(query, cancellationToken);
        var ids = members.ConvertAll(m => m.Id);
        foreach (var (source, counts) in Counts(query, ids))
        {
            if (!books.Ask(source, out var book))
                continue;
            var byMember = await counts.GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            foreach (var member in members)
                book.Add(default, new Fact(member.Id, query.Period.LastOn, byMember.GetValueOrDefault(member.Id), 0, new FactSubject(member.Code, member.Name)));
        }
    }

    /// <summary>For each figure the keys of the members, as often as it counts.</summary>
    private static IEnumerable<(FactSource Source, IQueryable<long> Members)> Counts(FactQuery query, List<long> ids)
    {
        var (db, first, last) = (query.Db, query.Period.FirstOn, query.Period.LastOn);
        var held = db.Items.Where(i => ids.Contains(i.LibraryId) && i.AcquiredOn <= last && (i.WithdrawnOn == null || i.WithdrawnOn > last));
        yield return (Records, held.Select(i => new { i.LibraryId, i.RecordId }).Distinct().Select(i => i.LibraryId));
        // NĐ 93/2020 Đ.28.2.b: title, author, publication, keywords or subjects, registration number, call number.
        yield return (CompleteRecords, Complete(held).Select(i => new { i.LibraryId, i.RecordId }).Distinct().Select(i => i.LibraryId));
        yield return (EResources, db.EResources
            .Where(r => ids.Contains(r.LibraryId) && r.ContributedOn >= first && r.ContributedOn <= last && (r.WithdrawnOn == null || r.WithdrawnOn > last))
            .Select(r => r.LibraryId));
        var loans = db.InterLibraryLoans.Where(l => l.SentOn != null && l.SentOn <= last);
        yield return (Lent, loans.Where(l => l.SentOn >= first && l.LenderId != null && ids.Contains(l.LenderId.Value)).Select(l => l.LenderId!.Value)); // filtered
        yield return (Borrowed, loans.Where(l => l.SentOn >= first && ids.Contains(l.BorrowerId)).Select(l => l.BorrowerId));
        yield return (Overdue, loans.Where(l => ids.Contains(l.BorrowerId) && l.DueOn < last && (l.ReturnedOn == null || l.ReturnedOn > last)).Select(l => l.BorrowerId));
        var moves = db.RotationMoves.Where(m => m.SentOn >= first && m.SentOn <= last);
        yield return (Sent, moves.Where(m => ids.Contains(m.OwnerId)).Select(m => m.OwnerId));
        yield return (Received, moves.Where(m => ids.Contains(m.ReceiverId) && m.ArrivedOn != null).Select(m => m.ReceiverId));
    }

    private static IQueryable<Item> Complete(IQueryable<Item> held) => held.Where(i =>
        i.Record.Title != "" && (i.Record.Author != null || i.Record.Responsibility != null)
        && (i.Record.Publisher != null || i.Record.PublicationYear != null) && i.Record.Subjects != null && i.CallNumber != null);

    private static Task<List<Member>> MembersAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var (first, last) = (query.Period.FirstOn, query.Period.LastOn);
        var led = query.Db.Memberships.Where(m => m.LibraryId == query.LibraryId && m.IsHub && m.JoinedOn <= last && (m.LeftOn == null || m.LeftOn >= last)).Select(m => m.GroupId);
        return query.Db.Libraries.AsNoTracking()
            .Where(l => query.Db.Memberships.Any(m => m.LibraryId == l.Id && led.Contains(m.GroupId) && m.JoinedOn <= last && (m.LeftOn == null || m.LeftOn >= first)))
            .OrderBy(l => l.Code)
            .Select(l => new Member(l.Id, l.Code, l.Name))
            .ToListAsync(cancellationToken);
    }

    private sealed record Member(long Id, string Code, string Name);
}
