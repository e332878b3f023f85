using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>The people whom the libraries serve, in the API.</summary>
internal static class PatronsFeature
{
    public static IEnumerable<EntityType> Entities => [new PatronFields(), new PatronLookFields(), new SchoolClassFields(), new ClassMembershipFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        mutation.With<PromoteClasses>();
        mutation.With<RevertPromotion>();
        PatronQueries.AddTo(query);
        query.List<SchoolClass>("classes", "Classes of the caller's libraries, of all school years.", Permission.ReadPatrons);
        query.ById<SchoolClass>("class", "A class.", Permission.ReadPatrons);
    }

    public static IServiceCollection AddPatrons(this IServiceCollection services) => services.AddScoped<PatronSearch>().AddScoped<LookLog>();
}
