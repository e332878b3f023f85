using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>The people whom the libraries serve, in the API.</summary>
internal static class PatronsFeature
{
    public static IEnumerable<EntityType> Entities => [new PatronFields(), new PatronLookFields(), new SchoolClassFields(), new ClassMembershipFields(), new ConsentFields(), new ClassGrantFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        mutation.With<PromoteClasses>();
        mutation.With<RevertPromotion>();
        mutation.With<GrantClass>();
        mutation.With<RevokeClass>();
        mutation.With<RecordConsent>();
        mutation.With<WithdrawConsent>();
        mutation.With<ExportPatron>();
        mutation.With<ErasePatron>();
        mutation.With<ForgetReaders>();
        PatronQueries.AddTo(query);
        query.List<SchoolClass>("classes", "Classes of the caller's libraries, of all school years; for a teacher, those that were granted.", Permission.ReadOwn);
        query.ById<SchoolClass>("class", "A class.", Permission.ReadOwn);
    }

    public static IServiceCollection AddPatrons(this IServiceCollection services) => services.AddScoped<PatronSearch>().AddScoped<LookLog>().AddScoped<ChildLooks>();
}
