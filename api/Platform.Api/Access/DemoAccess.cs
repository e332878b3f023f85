using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;
using Platform.Storage.Demo;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Platform.Api.Access;

/// <summary>
/// In Development with the demo: makes an account for each role and says at start how to use it. Anywhere else: refuses to start on
/// a database that holds such accounts, because everyone knows their secrets.
/// </summary>
internal sealed class DemoAccess(
    LibraryDbFactory databases, IServiceScopeFactory services, IPasswordHasher<Account> hasher, IOptions<DemoOptions> demo,
    IHostEnvironment environment, IServer server, TimeProvider clock) : IHostedLifecycleService
{
    /// <summary>Secret of every demo client.</summary>
    public const string Secret = "demo-only-secret";

    /// <summary>Password of every demo person.</summary>
    public const string Password = "thu-vien-mo-cua";

    /// <summary>The public client with which to try signing in from a page of one's own.</summary>
    public const string WebClient = "demo-web";

    private static readonly string[] WebRedirects = ["http://localhost:3000/", "http://127.0.0.1:3000/", "http://localhost:3000/callback", "http://127.0.0.1:3000/callback"];
    private IReadOnlyList<DemoAccount> _made = [];

    private bool IsWanted => environment.IsDevelopment() && demo.Value.Enabled != false;

    // After StartingAsync of all others: the database is prepared and the demo group loaded.
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsWanted)
            _made = await MakeAsync(cancellationToken);
        else if (!environment.IsDevelopment())
            await RefuseDemoAccountsAsync(cancellationToken);
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (_made.Count == 0)
            return;
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
        await Console.Out.WriteLineAsync($"""

            Demo accounts (Development only). A token for scripts and GraphiQL, for example of the librarian:
              curl -s {address}{AccessPaths.Token} -d grant_type=client_credentials -d client_id=demo-librarian -d client_secret={Secret}
            Clients: {string.Join(", ", _made.Select(m => m.Client))}
            People:  {string.Join(", ", _made.Select(m => m.Person).OfType<string>())}, password {Password}, on {address}{AccessPaths.SignIn}

            """);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RefuseDemoAccountsAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(AccountsScope.SignIn);
        var prefix = AccountName.KeyOf(AccountName.DemoPrefix);
        if (await db.Accounts.FirstOrDefaultAsync(a => a.NameKey.StartsWith(prefix), cancellationToken) is { } account)
        {
            throw new DatabaseNotReadyException(
                $"The database holds the demo account '{account.Name}', whose password everyone knows: outside Development use a database without the demo.");
        }
    }

    private async Task<IReadOnlyList<DemoAccount>> MakeAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System with { Actor = "demo" });
        await using var service = services.CreateAsyncScope();
        var applications = service.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var wanted = await DemoAccounts.ForAsync(db, cancellationToken);
        foreach (var account in wanted)
            await MakeAsync(db, applications, account, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (await applications.FindByClientIdAsync(WebClient, cancellationToken) is null)
            await applications.CreateAsync(Web(), cancellationToken);
        return wanted;
    }

    private async Task MakeAsync(LibraryDb db, IOpenIddictApplicationManager applications, DemoAccount account, CancellationToken cancellationToken)
    {
        if (await applications.FindByClientIdAsync(account.Client, cancellationToken) is null)
            await applications.CreateAsync(Clients.Service(account.Client, account.Client, Secret), cancellationToken);
        await AddAsync(db, account.Client, AccountKind.Service, account, cancellationToken);
        if (account.Person is not null)
            await AddAsync(db, account.Person, AccountKind.Person, account, cancellationToken);
    }

    private async Task AddAsync(LibraryDb db, string name, AccountKind kind, DemoAccount role, CancellationToken cancellationToken)
    {
        var key = AccountName.KeyOf(name);
        if (await db.Accounts.AnyAsync(a => a.NameKey == key, cancellationToken))
            return;
        var account = new Account
        {
            Name = name,
            NameKey = key,
            Kind = kind,
            LibraryId = role.LibraryId,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Roles = [role.Assignment(clock.Today())],
        };
        if (kind is AccountKind.Person)
            account.PasswordHash = hasher.HashPassword(account, Password);
        db.Accounts.Add(account);
    }

    private static OpenIddictApplicationDescriptor Web()
    {
        var client = Clients.Portal(WebClient, "Demo portal", WebRedirects);
        client.ConsentType = ConsentTypes.Explicit;
        return client;
    }
}
