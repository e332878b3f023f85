using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Exchange;

namespace Platform.Api.Libraries;

/// <summary>What the API shows of a library's furniture and devices.</summary>
internal sealed class LibraryAssetFields : EntityType<LibraryAsset>
{
    public LibraryAssetFields()
        : base(Permission.ReadReports, a => a.Id)
    {
        Column(a => a.Name).Sortable();
        Column(a => a.Kind).Filterable();
        Column(a => a.Unit);
        Column(a => a.Quantity);
        Column(a => a.AcquiredOn).Sortable().Filterable();
        Column(a => a.Funding).Filterable();
        Column(a => a.Cost);
        Column(a => a.Condition).Filterable();
        Column(a => a.RemovedOn).Filterable();
        One(a => a.Library, a => a.LibraryId).Filterable();
    }
}

/// <summary>What the API shows of a school's facilities.</summary>
internal sealed class FacilityFactFields : EntityType<FacilityFact>
{
    public FacilityFactFields()
        : base(Permission.ReadReports, f => f.Id)
    {
        Column(f => f.Period).Sortable().Filterable();
        Column(f => f.Criterion).Filterable();
        Column(f => f.Scale).Filterable();
        Column(f => f.Required);
        Column(f => f.UpperRooms);
        Column(f => f.UpperArea);
        Column(f => f.MiddleRooms);
        Column(f => f.MiddleArea);
        Column(f => f.LowerRooms);
        Column(f => f.LowerArea);
        One(f => f.Library, f => f.LibraryId).Filterable();
    }
}
