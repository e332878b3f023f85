using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Adds copies of a title to a draft plan by hand. What binds the planner binds the hub too; only whether readers need it, the hub knows best.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class AddRotationSet(LibraryDb db, RotationPlanning planning, TimeProvider clock) : IMutation<AddRotationSetInput, AddRotationSetPayload>
{
    public async Task<AddRotationSetPayload> RunAsync(AddRotationSetInput input, CancellationToken cancellationToken)
    {
        if (await db.RotationPlans.SingleOrDefaultAsync(p => p.Id == input.PlanId.Key, cancellationToken) is not { } plan)
            return No(NotFound.At("planId"));
        if (!db.Scope.Leads(plan.GroupId))
            return No(NotPermitted.ForGroup);
        if (input.Copies < 1)
            return No(new InvalidInput("copies", "Số bản phải từ 1.", "At least one copy."));
        var outcome = await planning.AddAsync(
            plan, input.RecordId.Key, input.OwnerId.Key, input.ReceiverId.Key, input.Copies, MinimumStocks.On(clock.Today()), cancellationToken);
        return outcome.Plan is null ? No(RotationRefused.Of(outcome)) : new AddRotationSetPayload { Plan = plan.Id };
    }

    private static AddRotationSetPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Which copies go where.</summary>
internal sealed record AddRotationSetInput : MutationInput
{
    /// <summary>The draft.</summary>
    public required Ref<RotationPlan> PlanId { get; init; }

    /// <summary>The title.</summary>
    public required Ref<BibliographicRecord> RecordId { get; init; }

    /// <summary>The library that owns and sends the copies.</summary>
    public required Ref<Library> OwnerId { get; init; }

    /// <summary>The library that gets them.</summary>
    public required Ref<Library> ReceiverId { get; init; }

    /// <summary>How many copies.</summary>
    public required int Copies { get; init; }
}

/// <summary>The draft afterwards.</summary>
[FailsWith(typeof(RotationRefused))]
internal sealed record AddRotationSetPayload : Payload
{
    /// <summary>The plan.</summary>
    public Ref<RotationPlan>? Plan { get; init; }
}

/// <summary>Takes items out of a draft plan.</summary>
[Requires(Permission.ManageGroup)]
internal sealed class RemoveRotationMoves(LibraryDb db, RotationPlanning planning) : IMutation<RemoveRotationMovesInput, RemoveRotationMovesPayload>
{
    public async Task<RemoveRotationMovesPayload> RunAsync(RemoveRotationMovesInput input, CancellationToken cancellationToken)
    {
        if (await db.RotationPlans.SingleOrDefaultAsync(p => p.Id == input.PlanId.Key, cancellationToken) is not { } plan)
            return No(NotFound.At("planId"));
        if (!db.Scope.Leads(plan.GroupId))
            return No(NotPermitted.ForGroup);
        var outcome = await planning.RemoveAsync(plan, [.. input.MoveIds.Select(m => m.Key)], cancellationToken);
        return outcome.Plan is null ? No(RotationRefused.Of(outcome)) : new RemoveRotationMovesPayload { Plan = plan.Id };
    }

    private static RemoveRotationMovesPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Which items stay at home.</summary>
internal sealed record RemoveRotationMovesInput : MutationInput
{
    /// <summary>The draft.</summary>
    public required Ref<RotationPlan> PlanId { get; init; }

    /// <summary>The items' moves.</summary>
    public required IReadOnlyList<Ref<RotationMove>> MoveIds { get; init; }
}

/// <summary>The draft afterwards.</summary>
[FailsWith(typeof(RotationRefused))]
internal sealed record RemoveRotationMovesPayload : Payload
{
    /// <summary>The plan.</summary>
    public Ref<RotationPlan>? Plan { get; init; }
}
