using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Notices;
using Platform.Storage;
using Platform.Storage.Notices;

namespace Platform.Reporting.Notices;

/// <summary>
/// Writes the notices that are due and sends them, some at a time. A notice is claimed in the database before it is sent: of many
/// processes one sends it, and if that one dies nobody sends it again.
/// </summary>
internal sealed class NoticePost(LibraryDbFactory databases, NoticeMail mail, TimeProvider clock) : IUpkeep
{
    // A school's mail account is cut off when it sends too much at once; the rest goes with the next run.
    private const int MostAtOnce = 60;

    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Name => "notices";

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!mail.IsConfigured)
            return 0;
        await using var db = databases.For(Scope.System with { Actor = "notices" });
        foreach (var libraryId in await db.NoticeContacts.Select(c => c.LibraryId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken))
            await NoticePlanning.RunAsync(db, libraryId, clock.GetUtcNow(), cancellationToken);
        await GiveUpAsync(db, cancellationToken);
        var sent = 0;
        for (; sent < MostAtOnce && await ClaimAsync(db, cancellationToken) is { } notice; sent++)
            await SendAsync(db, notice, cancellationToken);
        return sent;
    }

    private async Task<Notice?> ClaimAsync(Model.LibraryDb db, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var next = await db.Notices.Where(n => n.State == NoticeState.Waiting && n.NextAttemptAt <= now)
                .OrderBy(n => n.NextAttemptAt).ThenBy(n => n.Id).Select(n => new { n.Id, n.Version }).FirstOrDefaultAsync(cancellationToken);
            if (next is null)
                return null;
            var claimed = await db.Notices.Where(n => n.Id == next.Id && n.Version == next.Version && n.State == NoticeState.Waiting)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(n => n.State, NoticeState.Sending).SetProperty(n => n.Attempts, n => n.Attempts + 1)
                        .SetProperty(n => n.Version, n => n.Version + 1).SetProperty(n => n.NextAttemptAt, now + ClaimLasts),
                    cancellationToken);
            if (claimed == 1)
                return await db.Notices.Include(n => n.Library).SingleAsync(n => n.Id == next.Id, cancellationToken);
        }
    }

    private async Task SendAsync(Model.LibraryDb db, Notice notice, CancellationToken cancellationToken)
    {
        var outcome = await mail.SendAsync(notice, cancellationToken);
        var state = outcome.State is NoticeState.Waiting && notice.Attempts >= NoticePolicy.MostAttempts ? NoticeState.Failed : outcome.State;
        (notice.State, notice.Fault) = (state, outcome.Fault is { Length: > NoticeTables.FaultLength } fault ? fault[..NoticeTables.FaultLength] : outcome.Fault);
        if (state is NoticeState.Waiting)
            notice.NextAttemptAt = clock.GetUtcNow() + NoticePolicy.WaitAfter(notice.Attempts);
        else
            Forget(notice);
        notice.SentAt = state is NoticeState.Sent ? clock.GetUtcNow() : null;
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    // Claimed by a process that is no more: nobody knows how far it came.
    private async Task GiveUpAsync(Model.LibraryDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var lost in await db.Notices.Where(n => n.State == NoticeState.Sending && n.NextAttemptAt <= now).ToListAsync(cancellationToken))
        {
            lost.State = NoticeState.Unknown;
            Forget(lost);
        }
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static void Forget(Notice notice) => (notice.Address, notice.Subject, notice.Body) = ("", "", "");
}
