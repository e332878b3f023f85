using Platform.Api.Catalogue.Copying;
using Platform.Api.Catalogue.Importing;
using Platform.Api.Catalogue.Labels;
using Platform.Api.Catalogue.Oai;
using Platform.Api.Catalogue.Sru;
using Platform.Storage.Catalogue.Copying;
using Platform.Storage.Catalogue.Search;

namespace Platform.Api.Catalogue.Interchange;

/// <summary>The catalogue as other catalogues ask for it: harvesting and searching by the protocols of libraries.</summary>
internal static class InterchangeFeature
{
    public static IServiceCollection AddInterchange(this IServiceCollection services, IConfiguration configuration)
    {
        OaiEndpoint.AddTo(services, configuration);
        return services.AddRecordSearch().AddCopyCataloguing(configuration).AddScoped<SruEndpoint>().AddScoped<CopyCatalogue>()
            .AddSingleton<ImportLoop>().AddHostedService(provider => provider.GetRequiredService<ImportLoop>());
    }

    public static void MapInterchange(this WebApplication app)
    {
        OaiEndpoint.Map(app);
        SruEndpoint.Map(app);
        LabelEndpoint.Map(app);
    }
}
