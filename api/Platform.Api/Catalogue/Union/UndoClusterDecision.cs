using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Control;

namespace Platform.Api.Catalogue.Union;

/// <summary>Takes back what was decided of two records: from then on their score counts again. Undoing what is undone already changes nothing.</summary>
[Requires(Permission.ControlCatalogue)]
internal sealed class UndoClusterDecision(LibraryDb db, TimeProvider clock) : IMutation<UndoClusterDecisionInput, UndoClusterDecisionPayload>
{
    public async Task<UndoClusterDecisionPayload> RunAsync(UndoClusterDecisionInput input, CancellationToken cancellationToken)
    {
        if (await db.ClusterDecisions.SingleOrDefaultAsync(d => d.Id == input.DecisionId.Key, cancellationToken) is not { } decision)
            return No(NotFound.At("decisionId"));
        if (!db.Scope.May(Permission.ControlCatalogue, decision.LibraryId) || !db.Scope.May(Permission.ControlCatalogue, decision.OtherLibraryId))
            return No(NotPermitted.ForLibrary);
        decision.UndoneAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return new UndoClusterDecisionPayload { Decision = decision.Id };
    }

    private static UndoClusterDecisionPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The decision to take back.</summary>
internal sealed record UndoClusterDecisionInput : MutationInput
{
    /// <summary>The decision.</summary>
    public required Ref<ClusterDecision> DecisionId { get; init; }
}

/// <summary>The decision as it stands afterwards.</summary>
internal sealed record UndoClusterDecisionPayload : Payload
{
    /// <summary>The decision.</summary>
    public Ref<ClusterDecision>? Decision { get; init; }
}
