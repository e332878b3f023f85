using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Records that the lesson was really taught, in place of minutes.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class RecordTaughtLesson(EResourceSteps steps) : IMutation<RecordTaughtLessonInput, RecordTaughtLessonPayload>
{
    public Task<RecordTaughtLessonPayload> RunAsync(RecordTaughtLessonInput input, CancellationToken cancellationToken) =>
        steps.TakeAsync<RecordTaughtLessonPayload>(input, Permission.EditCatalogue, new AppraisalStep.RecordLesson(input.ClassName, input.TaughtOn), cancellationToken);
}

/// <summary>The lesson.</summary>
internal sealed record RecordTaughtLessonInput : EResourceStepInput
{
    /// <summary>The class, for example 6A.</summary>
    public required string ClassName { get; init; }

    /// <summary>Day of the lesson.</summary>
    public required DateOnly TaughtOn { get; init; }
}

/// <summary>The e-resource afterwards.</summary>
internal sealed record RecordTaughtLessonPayload : EResourceStepPayload;
