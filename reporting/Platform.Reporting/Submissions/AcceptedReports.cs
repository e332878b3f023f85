using System.Linq.Expressions;
using Platform.Model.Reporting;

namespace Platform.Reporting.Submissions;

/// <summary>When a report counts as accepted by the body above: approved, or locked since it was approved.</summary>
public static class AcceptedReports
{
    private static readonly SubmissionAction[] Verdicts = [SubmissionAction.Approve, SubmissionAction.Reject, SubmissionAction.Unlock];

    /// <summary>A school's report is accepted. One that the deadline locked before anybody approved it is not.</summary>
    public static Expression<Func<ReportRun, bool>> OfSchools { get; } = run =>
        run.State == SubmissionState.Approved
        || ((run.State == SubmissionState.Locked || run.State == SubmissionState.UnlockRequested)
            && run.Steps.Where(s => Verdicts.Contains(s.Action)).OrderByDescending(s => s.Id).Select(s => (SubmissionAction?)s.Action).FirstOrDefault() == SubmissionAction.Approve);

    /// <summary>A body's return is accepted.</summary>
    public static Expression<Func<ConsolidatedReport, bool>> OfBodies { get; } = report =>
        report.State == SubmissionState.Approved
        || ((report.State == SubmissionState.Locked || report.State == SubmissionState.UnlockRequested)
            && report.Steps.Where(s => Verdicts.Contains(s.Action)).OrderByDescending(s => s.Id).Select(s => (SubmissionAction?)s.Action).FirstOrDefault() == SubmissionAction.Approve);
}
