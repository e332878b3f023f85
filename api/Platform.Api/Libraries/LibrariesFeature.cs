using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Libraries;

namespace Platform.Api.Libraries;

/// <summary>Schools' libraries in the API.</summary>
internal static class LibrariesFeature
{
    public static IEnumerable<EntityType> Entities => [new LibraryFields()];

    public static void AddTo(RootType query)
    {
        query.List<Library>("libraries", "The libraries of all schools.", Permission.ReadCatalogue);
        LibraryByCode.AddTo(query);
    }
}
