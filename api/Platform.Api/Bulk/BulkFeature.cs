using Microsoft.Extensions.Options;
using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Bulk;

namespace Platform.Api.Bulk;

/// <summary>Bulk jobs in the API.</summary>
internal static class BulkFeature
{
    public static IEnumerable<EntityType> Entities => [new BulkJobFields()];

    public static void AddTo(RootType query, RootType mutation)
    {
        query.List<BulkJob>("bulkJobs", "Exports and imports that the caller's account started.", Permission.ReadCatalogue);
        query.ById<BulkJob>("bulkJob", "An export or import that the caller's account started.", Permission.ReadCatalogue);
        mutation.With<StartExport>().With<StartImport>().With<CancelBulkJob>().With<RequestBulkResult>();
    }

    public static IServiceCollection AddBulk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BulkOptions>().Bind(configuration.GetSection(BulkOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BulkOptions>, BulkOptionsValidator>();
        services.AddSingleton<BulkFolder>().AddSingleton<BulkLedger>().AddSingleton<BulkOperations>();
        services.AddSingleton<LineImport>().AddSingleton<FileImport>().AddSingleton<RowExport>().AddSingleton<RecordExport>().AddSingleton<BulkWorker>();
        return services.AddScoped<BulkDesk>().AddHostedService<BulkLoop>();
    }
}

/// <summary>What the API shows of a bulk job.</summary>
internal sealed class BulkJobFields : EntityType<BulkJob>
{
    public BulkJobFields()
        : base(Permission.ReadCatalogue, j => j.Id)
    {
        Column(j => j.Kind).Filterable();
        Column(j => j.Format);
        Column(j => j.OnFault);
        Column(j => j.State).Filterable();
        Column(j => j.Fault);
        Column(j => j.IsCancelRequested);
        Column(j => j.Position);
        Column(j => j.Done);
        Column(j => j.Refused);
        Column(j => j.InputBytes);
        Column(j => j.InputOffset);
        Column(j => j.ResultBytes);
        Column(j => j.CreatedAt).Sortable();
        Column(j => j.StartedAt);
        Column(j => j.FinishedAt);
        Column(j => j.ExpiresAt);
        One(j => j.Library, j => j.LibraryId);
    }
}
