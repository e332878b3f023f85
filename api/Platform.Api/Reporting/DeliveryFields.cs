using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Reporting.Delivery;

namespace Platform.Api.Reporting;

/// <summary>What the API shows of a delivery.</summary>
internal sealed class DeliveryFields : EntityType<ReportDelivery>
{
    public DeliveryFields()
        : base(Permission.ReadReports, d => d.Id)
    {
        Column(d => d.Key).Filterable();
        Column(d => d.DefinitionCode).Sortable().Filterable();
        Column(d => d.DefinitionVersion);
        Column(d => d.Period).Sortable().Filterable();
        Column(d => d.Edition);
        Column("recipient", "Name of the body that receives it.", d => d.Organisation.Name);
        Column(d => d.Channel).Filterable();
        Column(d => d.Address);
        Column(d => d.NeedsConfirmation);
        Column(d => d.Title);
        Column(d => d.ContentHash);
        Column(d => d.State).Filterable();
        Column(d => d.Attempts);
        Column(d => d.CreatedAt).Sortable().Filterable();
        Column(d => d.NextAttemptAt);
        Column(d => d.Receipt);
        Column(d => d.ReceivedAt);
        Column(d => d.ConfirmedBy);
        Column(d => d.Message);
        One(d => d.Library, d => d.LibraryId).Filterable();
    }
}
