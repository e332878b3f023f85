using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Exchange;

namespace Platform.Api.Libraries;

/// <summary>Schools' libraries in the API, and what they have besides their stock.</summary>
internal static class LibrariesFeature
{
    public static IEnumerable<EntityType> Entities => [new LibraryFields(), new LibraryAssetFields(), new FacilityFactFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        query.List<Library>("libraries", "The libraries of all schools.", Permission.ReadCatalogue);
        LibraryByCode.AddTo(query);
        query.List<LibraryAsset>("libraryAssets", "Furniture and devices in the registers of assets, of the caller's libraries; those that left have a removedOn.", Permission.ReadReports);
        query.List<FacilityFact>("facilities", "Rooms of the schools as they said in each period, of the caller's libraries.", Permission.ReadReports);
        mutation.With<AddAsset>().With<EditAsset>().With<RemoveAsset>().With<SetFacility>();
    }
}
