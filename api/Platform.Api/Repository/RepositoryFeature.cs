using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage.Repository;
using Platform.Storage.Repository.Search;

namespace Platform.Api.Repository;

/// <summary>The e-resource repository in the API: descriptions by GraphQL, files beside it.</summary>
internal static class RepositoryFeature
{
    public static IEnumerable<EntityType> Entities(MarcGraphs marc, ValueKinds kinds, EResourceRecords records) =>
        [new EResourceFields(marc, kinds, records), new EResourceVersionFields(), new EResourceFileFields(), new AppraisalFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        EResourceList.AddTo(query);
        query.ById<EResource>("eResource", "An e-resource.", Permission.ReadCatalogue);
        mutation.With<AddEResource>().With<EditEResource>().With<AddEResourceVersion>();
        mutation.With<SubmitEResource>().With<ReturnEResource>().With<RecordAppraisal>().With<RecordTaughtLesson>();
        mutation.With<PublishEResource>().With<ContributeEResource>().With<WithdrawEResource>().With<CatalogueEResource>();
        mutation.With<RequestFileLink>().With<EndReading>().With<UploadFile>().With<RecordPaidAccess>();
    }

    public static IServiceCollection AddRepository(this IServiceCollection services, IConfiguration configuration) =>
        services.AddFileStore(configuration).AddEResourceSearch().AddScoped<EResourceSteps>().AddScoped<FileLinks>().AddSingleton<EResourceRecords>();

    public static void MapFiles(this WebApplication app)
    {
        app.MapUploads();
        app.MapContent();
        app.MapPermanent();
    }
}
