using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Platform.Benchmarks.Load;

/// <summary>One connection that asks over HTTP, as the demo librarian or as nobody.</summary>
internal sealed class LoadClient(Uri address, bool signsIn) : IDisposable
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    private long _signedInAt;

    /// <summary>Asks, and counts what came of it; the data, or null when there is none.</summary>
    public async Task<JsonElement?> AskAsync(string query, object? variables, Tally tally, Func<bool> isDown)
    {
        var downBefore = isDown();
        try
        {
            if (signsIn && (_signedInAt == 0 || Stopwatch.GetElapsedTime(_signedInAt) > TokenLife))
                await SignInAsync();
            var started = Stopwatch.GetTimestamp();
            using var response = await _http.PostAsync(
                new Uri("/graphql", UriKind.Relative), new StringContent(JsonSerializer.Serialize(new { query, variables }), new MediaTypeHeaderValue("application/json")));
            var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            if (answer.TryGetProperty("errors", out var errors))
                tally.Failed(errors[0].GetProperty("message").GetString()!); // an error has a message
            else
                tally.Answered(Stopwatch.GetElapsedTime(started));
            return answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : null;
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException or JsonException or IOException)
        {
            if (downBefore || isDown())
                tally.WhileDown();
            else
                tally.Failed(broken.Message);
            await Task.Delay(200);
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "demo-librarian",
            ["client_secret"] = "demo-only-secret",
        });
        using var response = await _http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        var token = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _signedInAt = Stopwatch.GetTimestamp();
    }
}
