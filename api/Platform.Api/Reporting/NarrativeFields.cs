using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>What the API shows of a text in a report.</summary>
internal sealed class NarrativeFields : EntityType<ReportNarrative>
{
    public NarrativeFields()
        : base(Permission.ReadReports, n => n.Id)
    {
        Column(n => n.DefinitionCode).Filterable();
        Column(n => n.Period).Filterable();
        Column(n => n.Section).Filterable();
        Column(n => n.Number).Sortable();
        Column(n => n.Text);
        Column(n => n.Author);
        Column(n => n.WrittenAt).Sortable();
        One(n => n.Library, n => n.LibraryId).Filterable();
    }
}
