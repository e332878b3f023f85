using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Contributes a published e-resource to the group: it counts for the semester of this day.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class ContributeEResource(EResourceSteps steps) : IMutation<ContributeEResourceInput, ContributeEResourcePayload>
{
    public Task<ContributeEResourcePayload> RunAsync(ContributeEResourceInput input, CancellationToken cancellationToken) =>
        // Whether the library is a member today is looked up by the step.
        steps.TakeAsync<ContributeEResourcePayload>(input, Permission.EditCatalogue, new AppraisalStep.Contribute(IsMember: false), cancellationToken);
}

/// <summary>What to contribute.</summary>
internal sealed record ContributeEResourceInput : EResourceStepInput;

/// <summary>The e-resource afterwards.</summary>
internal sealed record ContributeEResourcePayload : EResourceStepPayload;
