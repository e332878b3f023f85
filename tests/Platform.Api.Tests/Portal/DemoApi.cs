using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Platform.Api.Access;

namespace Platform.Api.Tests.Portal;

/// <summary>The first command of the README: the real process, an empty folder, the demo group; and beside it the pages of a portal on an origin of their own.</summary>
public sealed class DemoApi : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-demo-").FullName;
    private WebApplication _portal = null!; // both are started in InitializeAsync
    private ApiProcess? _api;

    public HttpClient Client => _api!.Client;

    public string Address => Client.BaseAddress!.ToString().TrimEnd('/'); // the process told it

    /// <summary>Where the portal's pages are, as a browser's origin.</summary>
    public string Portal => _portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(); // it is started

    /// <summary>The client identifier under which the portal is registered.</summary>
    public const string PortalClient = "cong-thu";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _portal = builder.Build();
        var pages = Path.Combine(SharedData.ProjectRoot, "api", "examples", "portal");
        _portal.MapGet("/", async () => Results.Text(Settled(await File.ReadAllTextAsync(Path.Combine(pages, "index.html"))), "text/html"));
        _portal.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(pages) });
        await _portal.StartAsync();
        _api = await ApiProcess.StartAsync(_folder, new() { ["Graph:AllowedOrigins:0"] = Portal, ["Files:KeepFreeBytes"] = "0" });
    }

    /// <summary>A token of a demo role.</summary>
    public async Task<string> TokenAsync(string client)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", DemoAccess.Secret)]);
        using var answer = await Client.PostAsync("/connect/token", form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!; // the answer of a granted token has one
    }

    /// <summary>Asks as a demo role, or as nobody; fails the test when there are errors.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, string? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (client is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(client));
        using var answer = await Client.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return body.GetProperty("data");
    }

    /// <summary>Runs a program and gives what it printed; null when it is not installed.</summary>
    public static async Task<(int Exit, string Output)?> RunAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start.ShortLived())!; // a new process is always given
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_api?.DisposeAsync() ?? ValueTask.CompletedTask); // where the start failed, the tests say why
        await _portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // What a portal's builder changes in the page: the platform's address and the own client identifier.
    private string Settled(string page)
    {
        page.ShouldContain("data-api=\"http://localhost:5080\" data-client=\"demo-web\"");
        return page.Replace("http://localhost:5080", Address, StringComparison.Ordinal).Replace("demo-web", PortalClient, StringComparison.Ordinal);
    }
}

/// <summary>The tests that share one demo.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<DemoApi>
{
    public const string Name = "demo";
}
