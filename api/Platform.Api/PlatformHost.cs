using Platform.Api.Access;
using Platform.Api.Bulk;
using Platform.Api.Catalogue.Interchange;
using Platform.Api.ChangeFeed;
using Platform.Api.ChangeFeed.Webhooks;
using Platform.Api.Circulation;
using Platform.Api.Demo;
using Platform.Api.Health;
using Platform.Api.Office;
using Platform.Api.Patrons;
using Platform.Api.Reporting;
using Platform.Api.Repository;
using Platform.Api.Sharing;
using Platform.Api.Telemetry;
using Platform.Api.Transport;
using Platform.Reporting;
using Platform.Storage;
using Platform.Storage.Catalogue.Search;

namespace Platform.Api;

/// <summary>The API's process: builds the host, prepares the database, serves until it is told to stop.</summary>
internal static class PlatformHost
{
    // In the settings file it would win over ASPNETCORE_URLS.
    private const string DefaultAddress = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (StartFault.Describe(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.Services.AddPlatformStorage(builder.Configuration);
        builder.Services.AddRecordSearch();
        builder.Services.AddPlatformReporting(builder.Configuration);
        builder.Services.AddGraphApi(builder.Configuration);
        builder.Services.AddRateLimits(builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddChangeFeed().AddWebhooks(builder.Configuration);
        builder.Services.AddRepository(builder.Configuration);
        builder.Services.AddBulk(builder.Configuration);
        builder.Services.AddSharing();
        builder.Services.AddOffice();
        builder.Services.AddInterchange(builder.Configuration);
        builder.Services.AddReadiness();
        builder.Services.AddSingleton<DemoReports>();
        builder.Services.AddSingleton<DemoLists>();
        builder.Services.AddHostedService<DemoStart>();
        builder.AddAccess();
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseMetrics();
        app.LimitAddresses();
        app.UseListedOrigins();
        app.UseStaticFiles();
        app.UseAccess();
        app.UseOffice();
        app.LimitCallers();
        app.MapGraphApi();
        app.MapInterchange();
        app.MapFiles();
        app.MapManifests();
        app.MapListScans();
        app.MapPersonExports();
        app.MapPersonImports();
        app.MapDeskSnapshots();
        app.MapPapers();
        app.MapReportFiles();
        app.MapReportScans();
        app.MapExports();
        app.MapBulk();
        app.MapReadiness();
        app.MapAccess();
        app.MapOffice();
        return app;
    }
}
