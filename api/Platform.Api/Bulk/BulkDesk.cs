using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Bulk;

namespace Platform.Api.Bulk;

/// <summary>Takes orders for bulk jobs: from accounts only, for what they may do, and a few at one time.</summary>
internal sealed class BulkDesk(LibraryDb db, IOptions<BulkOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan FileAwaited = TimeSpan.FromDays(1);

    /// <summary>The key of the ordered job, or why there is none.</summary>
    public async Task<(long Job, MutationError? Error)> OrderAsync(BulkJobKind kind, BulkFormat format, FaultPolicy? onFault, long? libraryId, CancellationToken cancellationToken)
    {
        if (db.Scope.AccountId is not { } account)
            return (0, NotPermitted.SignedInOnly);
        if (!db.Scope.May(BulkKinds.PermissionOf(kind)))
            return (0, NotPermitted.AtAll);
        var open = await db.BulkJobs.CountAsync(j => j.AccountId == account && j.FinishedAt == null, cancellationToken);
        if (open >= options.Value.MostOpen)
            return (0, TooManyBulkJobs.Of(options.Value.MostOpen));
        var now = clock.GetUtcNow();
        var job = new BulkJob
        {
            AccountId = account,
            Granted = db.Scope.Permissions.Sum(BulkKinds.BitOf),
            Kind = kind,
            Format = format,
            OnFault = onFault,
            LibraryId = libraryId,
            State = onFault is null ? BulkJobState.Waiting : BulkJobState.AwaitingFile,
            CreatedAt = now,
            ExpiresAt = now + FileAwaited,
        };
        db.BulkJobs.Add(job);
        await db.SaveChangesAsync(cancellationToken);
        return (job.Id, null);
    }
}

/// <summary>The account has as many bulk jobs under way as it may have.</summary>
/// <param name="Most">How many it may have.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record TooManyBulkJobs(int Most, string Vietnamese, string English) : MutationError("TOO_MANY_BULK_JOBS", Vietnamese, English)
{
    public static TooManyBulkJobs Of(int most) => new(
        most, $"Tài khoản đang có {most} việc hàng loạt chưa xong: hãy đợi hoặc hủy bớt.", $"The account has {most} bulk jobs that are not over: wait, or cancel one.");
}
