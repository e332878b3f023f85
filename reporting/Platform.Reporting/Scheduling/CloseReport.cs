using Microsoft.Extensions.Logging;
using Platform.Reporting.Runs;
using Quartz;

namespace Platform.Reporting.Scheduling;

/// <summary>Closes one period of one library. Safe to run twice: the ledger's unique key decides. Runs again after a crash.</summary>
internal sealed partial class CloseReport(ReportRunner runner, ILogger<CloseReport> log) : IJob
{
    public const string Group = "close";
    private const string Report = "report";
    private const string Library = "library";
    private const string Period = "period";

    /// <summary>The job that closes what is asked for.</summary>
    public static IJobDetail For(ReportRequest request) => JobBuilder.Create<CloseReport>()
        .WithIdentity(KeyOf(request), Group)
        .UsingJobData(Report, request.Report)
        .UsingJobData(Library, request.Library)
        .UsingJobData(Period, request.Period)
        .RequestRecovery()
        .Build();

    /// <summary>Name of the job; planning it twice leaves one.</summary>
    public static string KeyOf(ReportRequest request) => $"{request.Report}/{request.Library}/{request.Period}";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        var request = new ReportRequest(data.GetString(Report)!, data.GetString(Library)!, data.GetString(Period)!); // For puts them there
        var outcome = await runner.RunAsync(request, cancellationToken);
        if (outcome.Refusal is { } refusal)
            LogRefused(request.Report, request.Library, request.Period, refusal, outcome.Message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Did not close {Report} of library {Library} for {Period}: {Refusal}. {Reason}")]
    private partial void LogRefused(string report, string library, string period, RunRefusal refusal, string reason);
}
