using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>What the API shows of a step of a report's way.</summary>
internal sealed class SubmissionStepFields : EntityType<SubmissionStep>
{
    public SubmissionStepFields()
        : base(Permission.ReadReports, s => s.Id)
    {
        Column(s => s.Action).Filterable();
        Column(s => s.State);
        Column(s => s.Snapshot);
        Column(s => s.Message);
        Column(s => s.Actor);
        Column(s => s.At).Sortable();
        One<ReportRun>("reportRun", "The report.", s => s.RunId);
    }
}
