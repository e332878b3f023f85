using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OpenIddict.Abstractions;
using Platform.Api.Access;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.Tests.Access;

/// <summary>The API with its real sign-in over a real database, reached over HTTPS in memory, with a clock of the test's.</summary>
public sealed partial class AccessHost : IAsyncDisposable
{
    public const string Password = "mot-hai-ba-bon";
    public const string Callback = "https://portal.test/callback";
    public const string Portal = "portal";
    public const string Verifier = "the-verifier-of-the-test-that-is-long-enough-43";

    private static readonly Lazy<Task<string[]>> Keys = new(MakeKeysAsync);
    private readonly WebApplicationFactory<Program> _host;
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-access-test-").FullName;

    private AccessHost(LibraryDatabase database, FakeTimeProvider clock, Dictionary<string, string> settings, string environment, Action<IServiceCollection>? services)
    {
        (Database, Clock) = (database, clock);
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("ConnectionStrings:Library", database.ConnectionString);
            builder.UseSetting("Storage:DataFolder", _folder);
            builder.UseSetting("Demo:Enabled", "false");
            builder.UseSetting("Reporting:Scheduler", "Off");
            builder.UseSetting("Graph:WarmUpBursts", "1");
            builder.UseSetting("Access:Issuer", "https://library.test/");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureServices(s => s.AddSingleton<TimeProvider>(clock));
            if (services is not null)
                builder.ConfigureServices(services);
        });
    }

    public LibraryDatabase Database { get; }

    public FakeTimeProvider Clock { get; }

    public string DataFolder => _folder;

    public IServiceProvider Services => _host.Services;

    public HttpMessageHandler Handler => _host.Server.CreateHandler();

    public static async Task<AccessHost> StartAsync(
        Dictionary<string, string>? settings = null, string environment = "Production", Action<IServiceCollection>? services = null)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var host = new AccessHost(await LibraryDatabase.CreateAsync(clock), clock, settings ?? [], environment, services);
        // Making keys costs a second: one set serves all tests that do not look at keys.
        foreach (var file in await Keys.Value)
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(host.DataFolder, "keys")).FullName, Path.GetFileName(file)));
        _ = host.Services;
        return host;
    }

    /// <summary>A client with cookies of its own that does not follow redirects.</summary>
    public HttpClient Browser() => _host.CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri("https://library.test"),
    });

    public Task<Account> HasPersonAsync(string name, params RoleAssignment[] roles) => HasAccountAsync(name, AccountKind.Person, roles);

    public async Task<Account> HasAccountAsync(string name, AccountKind kind, params RoleAssignment[] roles)
    {
        var account = new Account
        {
            Name = name,
            NameKey = AccountName.KeyOf(name),
            Kind = kind,
            LibraryId = roles.Select(r => r.LibraryId).FirstOrDefault(),
            SecurityStamp = "first",
            Roles = roles,
        };
        if (kind is AccountKind.Person)
            account.PasswordHash = Services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password);
        return await Database.HasAsync(account);
    }

    /// <summary>Registers a client.</summary>
    public async Task HasClientAsync(OpenIddictApplicationDescriptor client)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(client);
    }

    public Task HasPortalAsync(string consent = OpenIddictConstants.ConsentTypes.Implicit)
    {
        var client = Clients.Portal(Portal, "Cổng Mường Sáng", [Callback]);
        client.ConsentType = consent;
        return HasClientAsync(client);
    }

    /// <summary>The address that a portal sends its user to; entries of <paramref name="changes"/> replace or (null) remove parameters.</summary>
    public static string AuthorizeAddress(params (string Key, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = Portal,
            ["response_type"] = "code",
            ["redirect_uri"] = Callback,
            ["scope"] = "openid offline_access catalogue own desk",
            ["state"] = "s-1",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (key, value) in changes)
            query[key] = value;
        return QueryHelpers.AddQueryString("/connect/authorize", query.Where(p => p.Value is not null));
    }

    /// <summary>Fills in the sign-in form that the address shows, and sends it.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password, string address = "/connect/sign-in")
    {
        var page = await browser.GetStringAsync(address);
        var fields = HiddenFields(page);
        fields["name"] = name;
        fields["password"] = password;
        return await browser.PostAsync("/connect/sign-in", new FormUrlEncodedContent(fields));
    }

    public static Dictionary<string, string> HiddenFields(string page) =>
        Hidden().Matches(page).ToDictionary(m => WebUtility.HtmlDecode(m.Groups[1].Value), m => WebUtility.HtmlDecode(m.Groups[2].Value));

    /// <summary>Signs in and walks the redirects until the portal's callback.</summary>
    public static async Task<Dictionary<string, string>> CallbackAsync(HttpClient browser, string name, string address)
    {
        var toSignIn = await browser.GetAsync(address);
        var signedIn = await SignInAsync(browser, name, Password, toSignIn.Headers.Location!.ToString());
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var back = await browser.GetAsync(signedIn.Headers.Location!.ToString());
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect, await back.Content.ReadAsStringAsync());
        back.Headers.Location!.ToString().ShouldStartWith(Callback + "?");
        return QueryHelpers.ParseQuery(back.Headers.Location.Query).ToDictionary(p => p.Key, p => p.Value.ToString());
    }

    public async Task<string> CodeAsync(string name, params (string Key, string? Value)[] changes)
    {
        using var browser = Browser();
        return (await CallbackAsync(browser, name, AuthorizeAddress(changes)))["code"];
    }

    /// <summary>Asks the token endpoint; the answer has either <c>access_token</c> or <c>error</c>.</summary>
    public async Task<JsonElement> TokenAsync(params (string Key, string Value)[] fields)
    {
        using var client = Browser();
        var response = await client.PostAsync("/connect/token", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Key, f.Value))));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    public Task<JsonElement> RedeemAsync(string code) => TokenAsync(
        ("grant_type", "authorization_code"), ("client_id", Portal), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier));

    public Task<JsonElement> RefreshAsync(JsonElement tokens) => TokenAsync(
        ("grant_type", "refresh_token"), ("client_id", Portal), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));

    /// <summary>Whom the API takes the bearer of the token for; null when it refuses it.</summary>
    public async Task<Scope?> ScopeOfAsync(string token) =>
        (await Services.GetRequiredService<BearerScopes>().OfAsync(token, TestContext.Current.CancellationToken))?.Scope;

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string[]> MakeKeysAsync()
    {
        await Task.Yield();
        var folder = Directory.CreateTempSubdirectory("platform-access-keys-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var files = new KeyFiles(Options.Create(new StorageOptions { DataFolder = folder }));
        using var keys = new TokenKeys(files, Options.Create(new AccessOptions()), TimeProvider.System);
        keys.Rotate();
        return Directory.GetFiles(Path.Combine(folder, "keys"));
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)"\s*/?>""")]
    private static partial Regex Hidden();
}
