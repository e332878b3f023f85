using GraphQL.Resolvers;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Reporting.Scheduling;

namespace Platform.Api.Reporting;

/// <summary><c>reportSchedules</c>: when periods are closed by themselves.</summary>
internal static class ScheduleGraphs
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var schedule = new RecordGraph<ReportSchedule>(kinds).With(s => s.Report).With(s => s.Cron).With(s => s.IsPaused).With(s => s.LastAt).With(s => s.NextAt).With(s => s.Waiting);
        var field = GraphKind.Of(schedule).Required().List().Required().Field("reportSchedules", "The schedules that close periods, with their progress; empty where another process runs them.");
        field.Resolver = new FuncFieldResolver<object>(async context => await context.RequestServices!.GetRequiredService<ScheduleDesk>().ListAsync(context.CancellationToken)); // the runner always gives services
        query.AddField(field.Requires(Permission.Administer));
    }
}

/// <summary>Pauses or resumes a schedule, or has it close what is due now.</summary>
[Requires(Permission.Administer)]
internal sealed class SteerReportSchedule(ScheduleDesk desk) : IMutation<SteerReportScheduleInput, SteerReportSchedulePayload>
{
    public async Task<SteerReportSchedulePayload> RunAsync(SteerReportScheduleInput input, CancellationToken cancellationToken) =>
        await desk.SteerAsync(input.Report, input.Action, cancellationToken)
            ? new SteerReportSchedulePayload { Report = input.Report, Action = input.Action }
            : new SteerReportSchedulePayload { Errors = [NotFound.At("report")] };
}

/// <summary>What is to be done to which schedule.</summary>
internal sealed record SteerReportScheduleInput : MutationInput
{
    /// <summary>Code of the form.</summary>
    public required string Report { get; init; }

    /// <summary>What is to be done.</summary>
    public required ScheduleAction Action { get; init; }
}

/// <summary>What was done.</summary>
internal sealed record SteerReportSchedulePayload : Payload
{
    /// <summary>Code of the form.</summary>
    public string? Report { get; init; }

    /// <summary>What was done.</summary>
    public ScheduleAction? Action { get; init; }
}
