using GraphQL;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Api.Repository;

/// <summary>Takes an e-resource one step further: what all mutations of its way share.</summary>
internal sealed class EResourceSteps(LibraryDb db, TimeProvider clock)
{
    public async Task<TPayload> TakeAsync<TPayload>(EResourceStepInput input, Permission permission, AppraisalStep step, CancellationToken cancellationToken)
        where TPayload : EResourceStepPayload, new()
    {
        if (await db.EResources.SingleOrDefaultAsync(r => r.Id == input.EResourceId.Key, cancellationToken) is not { } resource)
            return No<TPayload>(NotFound.At("eResourceId"));
        if (!db.Scope.May(permission, resource.LibraryId))
            return No<TPayload>(NotPermitted.ForLibrary);
        if (input.Version is { } version && version != resource.Version)
            return No<TPayload>(StaleVersion.Now);
        var hasFile = await HasFileAsync(db, resource.Id, resource.NewestVersion, cancellationToken);
        var decision = Appraisal.Decide(resource, hasFile, await WithFactsAsync(step, resource, cancellationToken), clock.Today());
        if (decision is not { Next: { } next })
            return No<TPayload>(EResourceStepRefused.Of(decision.Refusal!.Value)); // no next state: a refusal

        db.AppraisalRecords.Add(Write(resource, next, step));
        await db.SaveChangesAsync(cancellationToken);
        resource.ElearningReason = await ReasonAsync(db, resource, cancellationToken);
        resource.CountsAsElearning = Elearning.Counts(resource.ElearningReason);
        await db.SaveChangesAsync(cancellationToken);
        if (step is AppraisalStep.Publish)
            await ReadingCopies.SetAsync(db, clock, resource, cancellationToken);
        return new TPayload { EResource = resource.Id };
    }

    /// <summary>Why the resource counts or not, by the evidence of the version that readers get.</summary>
    public static async Task<ElearningReason> ReasonAsync(LibraryDb db, EResource resource, CancellationToken cancellationToken)
    {
        var shown = resource.PublishedVersion ?? resource.NewestVersion;
        var evidence = await db.AppraisalRecords
            .Where(s => s.ResourceId == resource.Id && s.VersionNumber == shown && s.State == EResourceState.Appraised)
            .OrderByDescending(s => s.Id)
            .Select(s => (EvidenceKind?)s.Evidence)
            .FirstOrDefaultAsync(cancellationToken);
        return Elearning.Judge(resource, await HasFileAsync(db, resource.Id, shown, cancellationToken), evidence ?? EvidenceKind.None);
    }

    private static TPayload No<TPayload>(MutationError error)
        where TPayload : EResourceStepPayload, new() =>
        new() { Errors = [error] };

    private AppraisalRecord Write(EResource resource, EResourceState next, AppraisalStep step)
    {
        var today = clock.Today();
        resource.State = next;
        resource.Reasons = (step as AppraisalStep.Return)?.Reasons ?? (step as AppraisalStep.Withdraw)?.Reasons;
        if (next is EResourceState.Published)
            (resource.PublishedVersion, resource.PublishedOn) = (resource.NewestVersion, resource.PublishedOn ?? today);
        if (next is EResourceState.Contributed)
            resource.ContributedOn ??= today;
        if (next is EResourceState.Withdrawn)
            resource.WithdrawnOn = today;
        var (minutes, lesson) = (step as AppraisalStep.RecordMinutes, step as AppraisalStep.RecordLesson);
        return new AppraisalRecord
        {
            ResourceId = resource.Id,
            LibraryId = resource.LibraryId,
            VersionNumber = resource.NewestVersion,
            State = next,
            Evidence = minutes is not null ? EvidenceKind.Minutes : lesson is not null ? EvidenceKind.Taught : EvidenceKind.None,
            MinutesNumber = minutes?.Number,
            EvidenceOn = minutes?.HeldOn ?? lesson?.TaughtOn,
            Members = minutes is null ? null : string.Join('\n', minutes.Members),
            ClassName = lesson?.ClassName,
            Reasons = resource.Reasons,
            At = clock.GetUtcNow(),
        };
    }

    private async Task<AppraisalStep> WithFactsAsync(AppraisalStep step, EResource resource, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return step switch
        {
            AppraisalStep.Contribute => new AppraisalStep.Contribute(await db.Memberships.AnyAsync(
                m => m.LibraryId == resource.LibraryId && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today), cancellationToken)),
            AppraisalStep.Publish => new AppraisalStep.Publish(await ReadingCopies.InStockAsync(db, resource, cancellationToken)),
            _ => step,
        };
    }

    private static Task<bool> HasFileAsync(LibraryDb db, long resourceId, int number, CancellationToken cancellationToken) =>
        db.EResourceVersions.AnyAsync(v => v.ResourceId == resourceId && v.Number == number && v.Files.Any(), cancellationToken);
}

/// <summary>The e-resource that takes a step.</summary>
internal abstract record EResourceStepInput : MutationInput
{
    /// <summary>The e-resource.</summary>
    public required Ref<EResource> EResourceId { get; init; }

    /// <summary>The version of the row that was read; null takes the step whatever changed.</summary>
    public int? Version { get; init; }
}

/// <summary>The e-resource after its step.</summary>
[FailsWith(typeof(EResourceStepRefused))]
internal abstract record EResourceStepPayload : Payload
{
    /// <summary>The e-resource.</summary>
    public Ref<EResource>? EResource { get; init; }
}

/// <summary>The e-resource cannot take the step.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record EResourceStepRefused(AppraisalRefusal Reason, string Vietnamese, string English) : MutationError(Reason.ToString().ToConstantCase(), Vietnamese, English)
{
    public static EResourceStepRefused Of(AppraisalRefusal reason)
    {
        var (vietnamese, english) = AppraisalWording.Of(reason);
        return new EResourceStepRefused(reason, vietnamese, english);
    }
}
