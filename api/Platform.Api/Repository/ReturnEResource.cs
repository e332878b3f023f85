using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>The subject group gives an e-resource back with its reasons.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class ReturnEResource(EResourceSteps steps) : IMutation<ReturnEResourceInput, ReturnEResourcePayload>
{
    public Task<ReturnEResourcePayload> RunAsync(ReturnEResourceInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<ReturnEResourcePayload>(input, Permission.EditCatalogue, new AppraisalStep.Return(input.Reasons), cancellationToken);
}

/// <summary>What to return, and why.</summary>
internal sealed record ReturnEResourceInput : EResourceStepInput
{
    /// <summary>Why, for its author.</summary>
    public required string Reasons { get; init; }
}

/// <summary>The e-resource afterwards.</summary>
internal sealed record ReturnEResourcePayload : EResourceStepPayload;
