using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Catalogue;

namespace Platform.Api.Catalogue;

/// <summary>The catalogue in the API.</summary>
internal static class CatalogueFeature
{
    public static IEnumerable<EntityType> Entities => [new RecordFields(), new ItemFields()];

    public static void AddTo(RootType query)
    {
        Records.AddTo(query);
        query.ById<BibliographicRecord>("record", "A bibliographic record.", Permission.ReadCatalogue);
        query.List<Item>("items", "Copies of all libraries.", Permission.ReadCatalogue);
        query.ById<Item>("item", "A copy.", Permission.ReadCatalogue);
    }

    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services.AddScoped<FoldedSearch>();
}
