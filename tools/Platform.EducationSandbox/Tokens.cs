using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Platform.EducationSandbox;

/// <summary>OAuth 2 client credentials: the only client gets opaque tokens that end.</summary>
internal sealed class Tokens(IOptions<SandboxOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _issued = new();

    /// <summary>A token for the client of a Basic header; null for anybody else.</summary>
    public string? Issue(string? authorization)
    {
        var wanted = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(options.Value.ClientId)}:{Uri.EscapeDataString(options.Value.ClientSecret)}"))}";
        if (authorization is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization), Encoding.UTF8.GetBytes(wanted)))
            return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        _issued[token] = clock.GetUtcNow() + options.Value.TokenLifetime;
        return token;
    }

    /// <summary>Whether a Bearer header holds a token that has not ended.</summary>
    public bool Knows(string? authorization) =>
        authorization is not null
        && authorization.StartsWith("Bearer ", StringComparison.Ordinal)
        && _issued.TryGetValue(authorization["Bearer ".Length..], out var endsAt)
        && endsAt > clock.GetUtcNow();

    /// <summary>Ends all tokens at once.</summary>
    public void Withdraw() => _issued.Clear();
}

internal static class TokenEndpoint
{
    public static void MapTokens(this WebApplication app) => app.MapPost("/oauth/token", async (HttpContext context, Tokens tokens, Script script, IOptions<SandboxOptions> options) =>
    {
        if (script.Next(Stage.Token) is { } cue && await Acting.BeforeAsync(context, cue) is { } answer)
            return answer;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["grant_type"] != "client_credentials")
            return Results.Json(new { error = "unsupported_grant_type" }, statusCode: 400);
        return tokens.Issue(context.Request.Headers.Authorization) is { } token
            ? Results.Json(new { access_token = token, token_type = "Bearer", expires_in = (long)options.Value.TokenLifetime.TotalSeconds })
            : Results.Json(new { error = "invalid_client" }, statusCode: 401);
    });
}
