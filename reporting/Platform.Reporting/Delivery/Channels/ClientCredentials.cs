using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>Tokens of the OAuth 2 client-credentials grant (RFC 6749 section 4.4), kept until shortly before they end.</summary>
internal sealed class ClientCredentials(IHttpClientFactory clients, IOptions<DeliveryOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _one = new(1, 1);
    private (string Value, DateTimeOffset EndsAt)? _token;

    /// <summary>A token that is still good.</summary>
    /// <exception cref="HttpRequestException">The token endpoint refuses or cannot be reached.</exception>
    public async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_token is not { } kept || kept.EndsAt - Margin <= clock.GetUtcNow())
                _token = kept = await FetchAsync(cancellationToken);
            return kept.Value;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Drops a token that the receiver no longer takes.</summary>
    public void Forget() => _token = null;

    public void Dispose() => _one.Dispose();

    private async Task<(string Value, DateTimeOffset EndsAt)> FetchAsync(CancellationToken cancellationToken)
    {
        var http = options.Value.Http;
        using var request = new HttpRequestMessage(HttpMethod.Post, http.TokenAddress) { Content = new FormUrlEncodedContent(Form(http)) };
        // RFC 6749 section 2.3.1: both halves are form-encoded before they are joined.
        var pair = $"{Uri.EscapeDataString(http.ClientId)}:{Uri.EscapeDataString(http.ClientSecret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        using var answer = await clients.CreateClient(HttpChannel.Asking).SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"The token endpoint answered {(int)answer.StatusCode}.", null, answer.StatusCode);
        var token = await answer.Content.ReadFromJsonAsync<TokenAnswer>(cancellationToken);
        if (token?.AccessToken is not { Length: > 0 } value)
            throw new HttpRequestException("The token endpoint answered without a token.");
        return (value, clock.GetUtcNow().AddSeconds(token.ExpiresIn ?? 60));
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(HttpOptions http)
    {
        yield return new("grant_type", "client_credentials");
        if (http.Scope.Length > 0)
            yield return new("scope", http.Scope);
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] long? ExpiresIn);
}
