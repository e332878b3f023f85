using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;
using Platform.Testing.SqlServer;

namespace Platform.Api.Tests;

/// <summary>The API over a real database of its own, spoken to over HTTP in memory. <see cref="Scope"/> is who asks.</summary>
public sealed class PlatformApi : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _host;

    // Of its own: keys and files of one host's time must not meet another's.
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-api-test-").FullName;

    private PlatformApi(
        LibraryDatabase database, Dictionary<string, string> settings, string environment, bool listens, SqlServerRehearsal? rehearsal, ILoggerProvider? logs)
    {
        Database = database;
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("Demo:Enabled", "false");
            builder.UseSetting("Reporting:Scheduler", "Off");
            builder.UseSetting("Access:Issuer", "https://library.test/");
            builder.UseSetting("ConnectionStrings:Library", database.ConnectionString);
            builder.UseSetting("Storage:DataFolder", _folder);
            builder.UseSetting("Storage:Synchronous", nameof(SqliteSynchronous.Normal)); // no test cuts the power
            // Hundreds of requests of one test come within a second: limits are tested with limits of their own.
            builder.UseSetting("Files:Reading:Enabled", "false");
            foreach (var generous in new[] { "Costs:Portal:PointsPerMinute", "Costs:Desk:PointsPerMinute", "Costs:Sync:PointsPerMinute", "Costs:Reports:PointsPerMinute", "Rates:RequestsPerAddress", "Rates:RequestsPerCaller" })
                builder.UseSetting(generous, "100000000");
            builder.UseSetting("Graph:WarmUpBursts", "1");
            if (listens)
                builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureLogging(logging =>
            {
                if (logs is not null)
                    logging.AddProvider(logs);
            });
            builder.ConfigureServices(services =>
            {
                services.RemoveAll<TimeProvider>().AddSingleton(database.Clock);
                services.RemoveAll<LibraryDb>().AddScoped(provider => Open(provider.GetRequiredService<Scope>()));
                services.RemoveAll<Scope>().AddScoped(_ => Scope);
            });
        });
        if (listens)
        {
            _host.UseKestrel(0);
            _host.StartServer();
        }
        _host.ClientOptions.AllowAutoRedirect = false;
        Http = _host.CreateClient();

        LibraryDb Open(Scope scope) => rehearsal?.Open(scope) ?? database.Open(scope);
    }

    public LibraryDatabase Database { get; }

    public HttpClient Http { get; }

    /// <summary>Where it listens, for clients outside this process.</summary>
    public Uri Address => Http.BaseAddress!; // the factory always sets it

    public IServiceProvider Services => _host.Services;

    /// <summary>Who asks, unless a test says otherwise: nobody.</summary>
    public Scope Scope { get; set; } = Scope.Anonymous;

    /// <param name="settings">Configuration of this host.</param>
    /// <param name="environment">Name of the hosting environment.</param>
    /// <param name="clock">The clock of the host and of its database.</param>
    /// <param name="logs">Where its log goes besides.</param>
    /// <param name="listens">Whether it listens on a port of its own, for clients outside this process.</param>
    /// <param name="rehearsal">Takes the statements in place of the database, as SQL Server would get them.</param>
    public static async Task<PlatformApi> StartAsync(
        Dictionary<string, string>? settings = null, string environment = "Production", bool listens = false, TimeProvider? clock = null,
        SqlServerRehearsal? rehearsal = null, ILoggerProvider? logs = null) =>
        new(await LibraryDatabase.CreateAsync(clock), settings ?? [], environment, listens, rehearsal, logs);

    /// <summary>A host over a database that holds something already; it is disposed with the host.</summary>
    public static PlatformApi Over(LibraryDatabase database) => new(database, [], "Production", false, null, null);

    /// <summary>Posts a query and gives its data; fails the test when it has errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AnswerAsync(query, variables);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Posts a query and gives the whole answer.</summary>
    public async Task<JsonElement> AnswerAsync(string query, object? variables = null)
    {
        using var response = await PostAsync(query, variables);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Posts a query.</summary>
    public Task<HttpResponseMessage> PostAsync(string query, object? variables = null, string accept = "application/graphql-response+json") =>
        PostTextAsync(JsonSerializer.Serialize(new { query, variables }), accept);

    /// <summary>Posts a body as it is.</summary>
    public async Task<HttpResponseMessage> PostTextAsync(string body, string? accept = "application/graphql-response+json", string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
