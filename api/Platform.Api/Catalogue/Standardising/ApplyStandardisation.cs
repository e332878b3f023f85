using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Standardising;

namespace Platform.Api.Catalogue.Standardising;

/// <summary>Applies the accepted lines of a review list, all at once, or undoes a list that was applied. Records that somebody has worked on in between stay as they are.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class ApplyStandardisation(LibraryDb db, TimeProvider clock) : IMutation<ApplyStandardisationInput, ApplyStandardisationPayload>
{
    public async Task<ApplyStandardisationPayload> RunAsync(ApplyStandardisationInput input, CancellationToken cancellationToken)
    {
        if (await db.StandardisationJobs.SingleOrDefaultAsync(j => j.Id == input.JobId.Key, cancellationToken) is not { } job)
            return No(NotFound.At("jobId"));
        if (!db.Scope.May(Permission.EditCatalogue, job.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (job.Version != input.Version)
            return No(StaleVersion.Now);
        var undoes = input.Undoes is true;
        if (job.State != (undoes ? StandardisationState.Applied : StandardisationState.Previewed))
            return No(StandardisationRefused.Of(job.State));

        var left = 0;
        if (undoes)
            left = await Storage.Catalogue.Standardising.UndoAsync(db, job, clock.GetUtcNow(), cancellationToken);
        else
            await Storage.Catalogue.Standardising.ApplyAsync(db, job, clock.GetUtcNow(), cancellationToken);
        return new ApplyStandardisationPayload { Job = job.Id, Changed = job.Changed, Left = left };
    }

    private static ApplyStandardisationPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The list.</summary>
internal sealed record ApplyStandardisationInput : MutationInput
{
    /// <summary>The list.</summary>
    public required Ref<StandardisationJob> JobId { get; init; }

    /// <summary>The version of the list that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Whether an applied list is undone.</summary>
    public bool? Undoes { get; init; }
}

/// <summary>The list as it stands afterwards.</summary>
[FailsWith(typeof(StandardisationRefused))]
internal sealed record ApplyStandardisationPayload : Payload
{
    /// <summary>The list.</summary>
    public Ref<StandardisationJob>? Job { get; init; }

    /// <summary>Records that the list has changed.</summary>
    public int Changed { get; init; }

    /// <summary>Records that an undoing left as they are, because somebody has worked on them since.</summary>
    public int Left { get; init; }
}
