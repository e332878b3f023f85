using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Api.Repository;

/// <summary>The e-resource repository in the API: descriptions by GraphQL, files beside it.</summary>
internal static class RepositoryFeature
{
    public static IEnumerable<EntityType> Entities =>
        [new EResourceFields(), new EResourceVersionFields(), new EResourceFileFields(), new AppraisalFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        query.List<EResource>("eResources", "E-resources that the caller may know of: the own library's, those contributed to the group, those open to everyone.", Permission.ReadCatalogue);
        query.ById<EResource>("eResource", "An e-resource.", Permission.ReadCatalogue);
        mutation.With<AddEResource>().With<EditEResource>().With<AddEResourceVersion>();
        mutation.With<SubmitEResource>().With<ReturnEResource>().With<RecordAppraisal>().With<RecordTaughtLesson>();
        mutation.With<PublishEResource>().With<ContributeEResource>().With<WithdrawEResource>();
        mutation.With<RequestFileLink>().With<EndReading>().With<UploadFile>().With<RecordPaidAccess>();
    }

    public static IServiceCollection AddRepository(this IServiceCollection services, IConfiguration configuration) =>
        services.AddFileStore(configuration).AddScoped<EResourceSteps>();

    public static void MapFiles(this WebApplication app)
    {
        app.MapUploads();
        app.MapContent();
    }
}
