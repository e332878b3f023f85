using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>What the API shows of a body's return.</summary>
internal sealed class ConsolidatedReportFields : EntityType<ConsolidatedReport>
{
    public ConsolidatedReportFields()
        : base(Permission.ReadReports, r => r.Id)
    {
        Column("organisationCode", "Code of the body that reports.", r => r.Organisation.Code).Filterable();
        Column("organisationName", "Name of the body that reports.", r => r.Organisation.Name);
        Column(r => r.DefinitionCode).Sortable().Filterable();
        Column(r => r.Period).Sortable().Filterable();
        Column(r => r.LastOn).Sortable().Filterable();
        Column(r => r.State).Filterable();
        Column(r => r.Hash);
        Many<ConsolidationStep>("steps", "Its way: what was sent when, what was decided, and what was said.", s => s.ReportId);
    }
}

/// <summary>What the API shows of a step of a body's return.</summary>
internal sealed class ConsolidationStepFields : EntityType<ConsolidationStep>
{
    public ConsolidationStepFields()
        : base(Permission.ReadReports, s => s.Id)
    {
        Column(s => s.Action).Filterable();
        Column(s => s.State);
        Column(s => s.Message);
        Column(s => s.Lines);
        Column(s => s.Hash);
        Column(s => s.Actor);
        Column(s => s.At).Sortable();
    }
}
