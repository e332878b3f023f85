using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Records the minutes of the subject group's appraisal (biên bản thẩm định).</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class RecordAppraisal(EResourceSteps steps) : IMutation<RecordAppraisalInput, RecordAppraisalPayload>
{
    public Task<RecordAppraisalPayload> RunAsync(RecordAppraisalInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<RecordAppraisalPayload>(input, Permission.EditCatalogue, new AppraisalStep.RecordMinutes(input.MinutesNumber, input.HeldOn, input.Members), cancellationToken);
}

/// <summary>The minutes.</summary>
internal sealed record RecordAppraisalInput : EResourceStepInput
{
    /// <summary>Number of the minutes, for example 03/BB-TKHTN.</summary>
    public required string MinutesNumber { get; init; }

    /// <summary>Day of the minutes.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Who appraised it, at least one.</summary>
    public required IReadOnlyList<string> Members { get; init; }
}

/// <summary>The e-resource afterwards.</summary>
internal sealed record RecordAppraisalPayload : EResourceStepPayload;
