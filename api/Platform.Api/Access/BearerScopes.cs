using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Validation;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.Access;

/// <summary>Who a bearer token stands for.</summary>
/// <param name="Scope">What the token's account may do, as far as the token was given for it.</param>
/// <param name="ClientId">The client that got the token.</param>
/// <param name="ExpiresAt">When the token ends: a socket opened with it must close then.</param>
internal sealed record Bearer(Scope Scope, string? ClientId, DateTimeOffset ExpiresAt);

/// <summary>
/// Turns a bearer token into a scope, for HTTP requests and sockets alike. The answer is kept for a few seconds: a revoked token, a
/// closed account or an ended role takes effect within <see cref="KeptFor"/>, a change made by this process at once.
/// </summary>
internal sealed class BearerScopes(IServiceScopeFactory services, LibraryDbFactory databases, TimeProvider clock) : IDisposable
{
    /// <summary>How long an answer is used again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    // A flood of different invalid tokens must not fill the memory: only valid ones are kept, and at most so many.
    private const int Most = 20_000;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });
    private int _generation;

    /// <summary>The bearer of the token; null when the token is not valid (any more).</summary>
    public async Task<Bearer?> OfAsync(string token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var key = (_generation, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
        if (_known.TryGetValue(key, out Kept? kept) && kept is not null && now - kept.At < KeptFor && now < kept.Bearer.ExpiresAt)
            return kept.Bearer;
        var bearer = await ReadAsync(token, now, cancellationToken);
        if (bearer is not null)
            _known.Set(key, new Kept(bearer, now), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
        return bearer;
    }

    /// <summary>Accounts or roles have changed: nothing kept is used again.</summary>
    public void Forget() => Interlocked.Increment(ref _generation);

    public void Dispose() => _known.Dispose();

    private async Task<Bearer?> ReadAsync(string token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var principal = await ValidateAsync(token, cancellationToken);
        if (principal is null || !AccountKey.TryParse(principal.GetClaim(OpenIddictConstants.Claims.Subject), out var accountId))
            return null;
        await using var db = databases.For(AccountsScope.SignIn);
        var scope = await AccountScopeAsync(db, accountId, clock.Today(), cancellationToken);
        if (scope is null)
            return null;
        var allowed = TokenScopes.Allowed(principal.GetScopes());
        return new Bearer(
            scope with { Permissions = scope.Permissions.Where(allowed.Contains).ToHashSet() },
            principal.GetClaim(OpenIddictConstants.Claims.ClientId),
            principal.GetExpirationDate() ?? now);
    }

    private async Task<ClaimsPrincipal?> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            await using var service = services.CreateAsyncScope();
            return await service.ServiceProvider.GetRequiredService<OpenIddictValidationService>().ValidateAccessTokenAsync(token, cancellationToken);
        }
        catch (Exception refused) when (refused is OpenIddictExceptions.ProtocolException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>The open account's scope on the day; null when there is no such account or it is closed.</summary>
    internal static async Task<Scope?> AccountScopeAsync(LibraryDb db, long accountId, DateOnly on, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().Include(a => a.Roles).SingleOrDefaultAsync(a => a.Id == accountId && a.ClosedAt == null, cancellationToken);
        if (account is null)
            return null;
        var scope = ScopeOf.Account(account.Id, account.Roles, await LibraryTrees.ForAsync(db, account.Roles, cancellationToken), on);
        return await GrantedClasses.AddAsync(db, scope, account.Roles, on, cancellationToken);
    }

    private sealed record Kept(Bearer Bearer, DateTimeOffset At);
}
