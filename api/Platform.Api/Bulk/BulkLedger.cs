using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.Access;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Bulk;
using Platform.Storage;

namespace Platform.Api.Bulk;

/// <summary>
/// Who works on which job, and how far it came. A job is held by a lease that every step renews; a step by a server that has lost it
/// changes nothing, so two servers never do one line twice.
/// </summary>
internal sealed class BulkLedger(LibraryDbFactory databases, IOptions<BulkOptions> options, TimeProvider clock)
{
    private const int MostAttempts = 5;
    private static readonly Scope Ours = Scope.System with { Actor = "bulk" };

    /// <summary>The job that is due next, held for this server; null when there is none. Accounts take turns.</summary>
    public async Task<BulkRun?> TakeAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Ours);
        var now = clock.GetUtcNow();
        var due = await Due(db, now)
            .OrderBy(j => db.BulkJobs.Count(o => o.AccountId == j.AccountId && o.State == BulkJobState.Running)).ThenBy(j => j.Id)
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (due is null)
            return null;
        var lease = Guid.NewGuid().ToString("N");
        DateTimeOffset? started = due.StartedAt ?? now;
        var taken = await Due(db, now).Where(j => j.Id == due.Id && j.Attempts == due.Attempts && j.Lease == due.Lease).ExecuteUpdateAsync(
            set => set
                .SetProperty(j => j.State, BulkJobState.Running)
                .SetProperty(j => j.Lease, lease)
                .SetProperty(j => j.LeasedUntil, now.AddSeconds(options.Value.LeaseSeconds))
                .SetProperty(j => j.Attempts, j => j.Attempts + 1)
                .SetProperty(j => j.StartedAt, started),
            cancellationToken);
        if (taken == 0)
            return null;
        var run = new BulkRun(due, lease, await ScopeOfAsync(due, cancellationToken) ?? Scope.Anonymous);
        if (due.IsCancelRequested)
            await EndAsync(run, BulkJobState.Cancelled, null, cancellationToken);
        else if (!run.Scope.May(BulkKinds.PermissionOf(due.Kind)) || run.Scope.AccountId is null)
            await EndAsync(run, BulkJobState.Stopped, BulkFault.NotPermitted, cancellationToken);
        else if (due.Attempts >= MostAttempts)
            await EndAsync(run, BulkJobState.Failed, BulkFault.Platform, cancellationToken);
        return run;
    }

    /// <summary>What a job's account may do now, as far as the token allowed it that started the job; null when the account is closed.</summary>
    public async Task<Scope?> ScopeOfAsync(BulkJob job, CancellationToken cancellationToken)
    {
        await using var db = databases.For(AccountsScope.SignIn);
        return await BearerScopes.AccountScopeAsync(db, job.AccountId, clock.Today(), cancellationToken) is { } scope
            ? scope with { Permissions = scope.Permissions.Where(p => (job.Granted & BulkKinds.BitOf(p)) != 0).ToHashSet() }
            : null;
    }

    /// <summary>Saves how far the run came, in the context's transaction if it has one; false when it must stop: somebody cancelled it, or another server holds it.</summary>
    public async Task<bool> SaveAsync(LibraryDb db, BulkRun run, CancellationToken cancellationToken)
    {
        var job = run.Job;
        DateTimeOffset? until = clock.GetUtcNow().AddSeconds(options.Value.LeaseSeconds);
        return await Held(db, run).Where(j => !j.IsCancelRequested).ExecuteUpdateAsync(
            set => set
                .SetProperty(j => j.Position, job.Position)
                .SetProperty(j => j.Done, job.Done)
                .SetProperty(j => j.Refused, job.Refused)
                .SetProperty(j => j.InputOffset, job.InputOffset)
                .SetProperty(j => j.ResultBytes, job.ResultBytes)
                .SetProperty(j => j.Cursor, job.Cursor)
                .SetProperty(j => j.Attempts, 0)
                .SetProperty(j => j.LeasedUntil, until),
            cancellationToken) == 1;
    }

    /// <inheritdoc cref="SaveAsync(LibraryDb, BulkRun, CancellationToken)"/>
    public async Task<bool> SaveAsync(BulkRun run, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Ours);
        return await SaveAsync(db, run, cancellationToken);
    }

    /// <summary>The job is over.</summary>
    public async Task EndAsync(BulkRun run, BulkJobState state, BulkFault? fault, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Ours);
        var now = clock.GetUtcNow();
        DateTimeOffset? finished = now;
        var ended = await Held(db, run).ExecuteUpdateAsync(
            set => set
                .SetProperty(j => j.State, state)
                .SetProperty(j => j.Fault, fault)
                .SetProperty(j => j.ResultBytes, run.Job.ResultBytes)
                .SetProperty(j => j.FinishedAt, finished)
                .SetProperty(j => j.ExpiresAt, now.AddDays(options.Value.KeptDays))
                .SetProperty(j => j.Lease, (string?)null)
                .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken);
        if (ended == 1)
            (run.Job.State, run.Job.Fault) = (state, fault);
    }

    /// <summary>The job of a run that must stop, as it was last saved, when that is because somebody cancelled it; null when another server holds it.</summary>
    public async Task<BulkJob?> CancelledAsync(BulkRun run, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Ours);
        return await Held(db, run).AsNoTracking().FirstOrDefaultAsync(j => j.IsCancelRequested, cancellationToken);
    }

    /// <summary>This server stops: another one may take the job up at once.</summary>
    public async Task ReleaseAsync(BulkRun run)
    {
        await using var db = databases.For(Ours);
        DateTimeOffset? now = clock.GetUtcNow();
        await Held(db, run).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, now).SetProperty(j => j.Attempts, 0));
    }

    /// <summary>Takes jobs that expired out of the ledger; their keys.</summary>
    public async Task<IReadOnlyList<long>> ForgetExpiredAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Ours);
        var now = clock.GetUtcNow();
        var expired = await db.BulkJobs.Where(j => j.ExpiresAt <= now && j.State != BulkJobState.Running && j.State != BulkJobState.Waiting).Select(j => j.Id).ToListAsync(cancellationToken);
        await db.BulkJobs.Where(j => expired.Contains(j.Id)).ExecuteDeleteAsync(cancellationToken);
        return expired;
    }

    private static IQueryable<BulkJob> Due(LibraryDb db, DateTimeOffset now) =>
        db.BulkJobs.Where(j => j.State == BulkJobState.Waiting || (j.State == BulkJobState.Running && j.LeasedUntil <= now));

    private static IQueryable<BulkJob> Held(LibraryDb db, BulkRun run) =>
        db.BulkJobs.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(j => j.Id == run.Job.Id && j.State == BulkJobState.Running && j.Lease == run.Lease);
}
