using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Takes an e-resource back; its evidence stays, links already given end.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class WithdrawEResource(EResourceSteps steps) : IMutation<WithdrawEResourceInput, WithdrawEResourcePayload>
{
    public Task<WithdrawEResourcePayload> RunAsync(WithdrawEResourceInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<WithdrawEResourcePayload>(input, Permission.EditCatalogue, new AppraisalStep.Withdraw(input.Reasons), cancellationToken);
}

/// <summary>What to withdraw, and why.</summary>
internal sealed record WithdrawEResourceInput : EResourceStepInput
{
    /// <summary>Why.</summary>
    public required string Reasons { get; init; }
}

/// <summary>The e-resource afterwards.</summary>
internal sealed record WithdrawEResourcePayload : EResourceStepPayload;
