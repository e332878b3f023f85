using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Catalogue;

namespace Platform.Api.Catalogue;

/// <summary>What the API shows of a copy. What it cost and who paid is the library's own business.</summary>
internal sealed class ItemFields : EntityType<Item>
{
    public ItemFields()
        : base(Permission.ReadCatalogue, i => i.Id)
    {
        Column(i => i.RegistrationNumber).Sortable().Filterable();
        Column(i => i.Type).Filterable();
        Column(i => i.CallNumber).Sortable().Filterable();
        Column(i => i.Location).Filterable();
        Column(i => i.Status).Filterable();
        Column(i => i.AcquiredOn).Sortable().Filterable();
        Column(i => i.WithdrawnOn).Filterable();
        Column(i => i.Price, Permission.EditCatalogue).Filterable();
        Column(i => i.Funding, Permission.EditCatalogue).Filterable();
        One(i => i.Record, i => i.RecordId).Filterable();
        One(i => i.Library, i => i.LibraryId).Filterable();
    }
}
