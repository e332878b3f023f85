using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Bulk;
using Platform.Storage.Repository;

namespace Platform.Api.Bulk;

/// <summary>Gives the account that started a bulk job a short-lived link to its result: the export, or the outcome of each line. The job must be over; what it did before it ended early is there, too.</summary>
[Requires(Permission.ReadCatalogue)]
internal sealed class RequestBulkResult(LibraryDb db, SignedLinks links, IOptions<FileStoreOptions> files, TimeProvider clock) : IMutation<RequestBulkResultInput, RequestBulkResultPayload>
{
    public async Task<RequestBulkResultPayload> RunAsync(RequestBulkResultInput input, CancellationToken cancellationToken)
    {
        var job = await db.BulkJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == input.JobId.Key && j.AccountId == db.Scope.AccountId, cancellationToken);
        if (job is not { IsOver: true })
            return new RequestBulkResultPayload { Errors = [NotFound.At("jobId")] };
        var expiresAt = clock.GetUtcNow() + files.Value.LinkLifetime;
        return new RequestBulkResultPayload { Url = BulkEndpoints.Path + links.Seal(BulkEndpoints.Fetching, job.Id, expiresAt), ExpiresAt = expiresAt };
    }
}

/// <summary>Which job.</summary>
internal sealed record RequestBulkResultInput : MutationInput
{
    /// <summary>The job.</summary>
    public required Ref<BulkJob> JobId { get; init; }
}

/// <summary>A link to the result.</summary>
internal sealed record RequestBulkResultPayload : Payload
{
    /// <summary>The link, relative to this server: it needs no sign-in, but the account must still be open and permitted.</summary>
    public string? Url { get; init; }

    /// <summary>When it stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
