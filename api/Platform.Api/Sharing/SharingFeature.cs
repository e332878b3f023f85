using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>Groups of libraries in the API.</summary>
internal static class SharingFeature
{
    public static IEnumerable<EntityType> Entities => [new GroupFields(), new MembershipFields()];

    public static void AddTo(RootType query)
    {
        query.List<LibraryGroup>("groups", "Groups of libraries that share catalogue and resources.", Permission.ReadCatalogue);
        query.ById<LibraryGroup>("group", "A group of libraries.", Permission.ReadCatalogue);
    }
}
