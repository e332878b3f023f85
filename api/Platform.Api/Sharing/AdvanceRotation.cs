using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Approves or discards a draft plan, or closes one that is carried out: that only once every item is home or accounted for.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class AdvanceRotation(LibraryDb db, RotationPlanning planning) : IMutation<AdvanceRotationInput, AdvanceRotationPayload>
{
    public async Task<AdvanceRotationPayload> RunAsync(AdvanceRotationInput input, CancellationToken cancellationToken)
    {
        if (await db.RotationPlans.SingleOrDefaultAsync(p => p.Id == input.PlanId.Key, cancellationToken) is not { } plan)
            return No(NotFound.At("planId"));
        if (!db.Scope.Leads(plan.GroupId))
            return No(NotPermitted.ForGroup);
        if (input.Version is { } version && version != plan.Version)
            return No(StaleVersion.Now);
        if (input.State is RotationState.Draft)
            return No(new InvalidInput("state", "Kế hoạch không trở lại bản nháp.", "A plan does not become a draft again."));
        var outcome = await planning.TakeAsync(plan, input.State, cancellationToken);
        return outcome.Plan is null ? No(RotationRefused.Of(outcome)) : new AdvanceRotationPayload { Plan = plan.Id };
    }

    private static AdvanceRotationPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What becomes of the plan.</summary>
internal sealed record AdvanceRotationInput : MutationInput
{
    /// <summary>The plan.</summary>
    public required Ref<RotationPlan> PlanId { get; init; }

    /// <summary>The version that was read; when given and outdated, nothing is changed.</summary>
    public int? Version { get; init; }

    /// <summary>The next state: APPROVED, DISCARDED or CLOSED.</summary>
    public required RotationState State { get; init; }
}

/// <summary>The plan afterwards.</summary>
[FailsWith(typeof(RotationRefused))]
internal sealed record AdvanceRotationPayload : Payload
{
    /// <summary>The plan.</summary>
    public Ref<RotationPlan>? Plan { get; init; }
}
