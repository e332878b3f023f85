using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Api.Access;

namespace Platform.Api.Tests;

/// <summary>The API as a process of its own with the demo's accounts, so that it can be killed for real.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly Process _process;

    private ApiProcess(Process process) => _process = process;

    public HttpClient Client { get; } = new();

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <param name="folder">Its data folder, and the folder it is started in.</param>
    /// <param name="settings">Configuration.</param>
    public static async Task<ApiProcess> StartAsync(string folder, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Platform.Api.dll"), "--urls=http://127.0.0.1:0", "--environment=Development"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Storage__DataFolder"] = folder;
        start.Environment["Graph__WarmUpBursts"] = "1";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var api = new ApiProcess(Process.Start(start.ShortLived())!); // a new process is always given
        var said = new List<string>();
        while (await api._process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains(Listening, StringComparison.Ordinal))
                api.Client.BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]);
            if (line.Contains("Ready to answer", StringComparison.Ordinal))
            {
                _ = api._process.StandardOutput.ReadToEndAsync();
                _ = api._process.StandardError.ReadToEndAsync();
                return api;
            }
        }
        throw new InvalidOperationException($"The API did not start: {string.Join('\n', said)} {await api._process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Signs in as a demo role.</summary>
    public async Task SignInAsync(string client)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", DemoAccess.Secret)]);
        using var answer = await Client.PostAsync("/connect/token", form);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Asks, and gives the data; fails the test when there are errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        using var answer = await Client.PostAsJsonAsync("/graphql", new { query, variables });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return body.GetProperty("data");
    }

    /// <summary>Ends it at once, as a power cut does (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }
}
