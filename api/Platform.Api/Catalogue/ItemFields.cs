using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Catalogue;

namespace Platform.Api.Catalogue;

/// <summary>What the API shows of a copy. What it cost and who paid is the library's own business.</summary>
internal sealed class ItemFields : EntityType<Item>
{
    public ItemFields(ValueKinds kinds)
        : base(Permission.ReadCatalogue, i => i.Id)
    {
        Column(i => i.RegistrationNumber).Sortable().Filterable();
        Column(i => i.Type).Filterable();
        Column(i => i.CallNumber).Sortable().Filterable();
        Column(i => i.Location).Filterable();
        Column(i => i.Status).Filterable();
        Batch(
            "availability", "Whether somebody can have the copy now. It says nothing of who has it.",
            () => kinds.Of(typeof(ItemAvailability)).Required(), ItemAvailabilities.ReadAsync);
        Column(i => i.AcquiredOn).Sortable().Filterable();
        Column(i => i.WithdrawnOn).Filterable();
        Column(i => i.WithdrawalDecision, Permission.EditCatalogue);
        Column(i => i.WithdrawalReason, Permission.EditCatalogue).Filterable();
        Column(i => i.WithdrawalHandling, Permission.EditCatalogue).Filterable();
        One<Item>("formerItem", "The copy as the library had it that transferred it here, and so on back; null when it did not come by a transfer.", i => i.FormerItemId);
        Column(i => i.Price, Permission.EditCatalogue).Filterable();
        Column(i => i.Funding, Permission.EditCatalogue).Filterable();
        One(i => i.Record, i => i.RecordId).Filterable();
        One(i => i.Library, i => i.LibraryId).Filterable();
    }
}
