using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Bulk;

namespace Platform.Api.Bulk;

/// <summary>Asks a bulk job to stop. What it did stays, and its result so far can be downloaded; an import that does all or nothing has done nothing. A job that is over stays as it is.</summary>
[Requires(Permission.ReadCatalogue)]
internal sealed class CancelBulkJob(LibraryDb db, TimeProvider clock) : IMutation<CancelBulkJobInput, CancelBulkJobPayload>
{
    public async Task<CancelBulkJobPayload> RunAsync(CancelBulkJobInput input, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.BulkJobs.Where(j => j.Id == input.JobId.Key && j.FinishedAt == null).ExecuteUpdateAsync(
            set => set
                .SetProperty(j => j.IsCancelRequested, true)
                .SetProperty(j => j.FinishedAt, j => j.State == BulkJobState.AwaitingFile ? now : j.FinishedAt)
                .SetProperty(j => j.State, j => j.State == BulkJobState.AwaitingFile ? BulkJobState.Cancelled : j.State),
            cancellationToken);
        return await db.BulkJobs.AnyAsync(j => j.Id == input.JobId.Key, cancellationToken)
            ? new CancelBulkJobPayload { Job = input.JobId }
            : new CancelBulkJobPayload { Errors = [NotFound.At("jobId")] };
    }
}

/// <summary>Which job.</summary>
internal sealed record CancelBulkJobInput : MutationInput
{
    /// <summary>The job.</summary>
    public required Ref<BulkJob> JobId { get; init; }
}

/// <summary>The job.</summary>
internal sealed record CancelBulkJobPayload : Payload
{
    /// <summary>The job: it is over a moment later.</summary>
    public Ref<BulkJob>? Job { get; init; }
}
