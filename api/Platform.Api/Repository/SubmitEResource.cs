using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Hands the newest version to the subject group (tổ bộ môn).</summary>
[Requires(Permission.EditRepository)]
internal sealed class SubmitEResource(EResourceSteps steps) : IMutation<SubmitEResourceInput, SubmitEResourcePayload>
{
    public Task<SubmitEResourcePayload> RunAsync(SubmitEResourceInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<SubmitEResourcePayload>(input, Permission.EditRepository, new AppraisalStep.Submit(), cancellationToken);
}

/// <summary>What to submit.</summary>
internal sealed record SubmitEResourceInput : EResourceStepInput;

/// <summary>The e-resource afterwards.</summary>
internal sealed record SubmitEResourcePayload : EResourceStepPayload;
