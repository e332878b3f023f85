using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Opens the newest, appraised version to its audience.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class PublishEResource(EResourceSteps steps) : IMutation<PublishEResourceInput, PublishEResourcePayload>
{
    public Task<PublishEResourcePayload> RunAsync(PublishEResourceInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<PublishEResourcePayload>(input, Permission.EditCatalogue, new AppraisalStep.Publish(), cancellationToken);
}

/// <summary>What to publish.</summary>
internal sealed record PublishEResourceInput : EResourceStepInput;

/// <summary>The e-resource afterwards.</summary>
internal sealed record PublishEResourcePayload : EResourceStepPayload;
