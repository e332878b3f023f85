using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Api.Tests;

/// <summary>What the README promises of the first command: the real process, an empty folder, the demo group.</summary>
public sealed class DemoTests : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-demo-").FullName;
    private readonly HttpClient _client = new();
    private Process _process = null!; // started in InitializeAsync

    [Fact]
    public async Task Demo_AnswersATitleTypedWithoutMarksAndOpensEveryFigureOfAReport()
    {
        var found = await AskAsync("""{ records(search: "de men phieu luu ki", first: 5) { nodes { title items(first: 3) { nodes { registrationNumber library { code } } } } } }""");
        var book = found.GetProperty("records").GetProperty("nodes")[0];
        book.GetProperty("title").GetString().ShouldStartWith("Dế Mèn phiêu lưu ký");
        book.GetProperty("items").GetProperty("nodes").GetArrayLength().ShouldBe(3);

        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync("demo-librarian"));
        var reports = await AskAsync("{ reportRuns(first: 2) { nodes { definitionCode library { code } tables { rows { cells { value contributors(first: 100) { totalCount nodes { amount } } } } } } } }");
        var runs = reports.GetProperty("reportRuns").GetProperty("nodes").EnumerateArray().ToList();
        runs.Count.ShouldBe(2, "the two months before, of the librarian's own library");
        var cells = runs.SelectMany(CellsOf).Where(cell => cell.Contributors <= 100).ToList();
        cells.Count.ShouldBeGreaterThan(40);
        cells.Count(cell => cell.Value > 0).ShouldBeGreaterThan(10);
        cells.ShouldAllBe(cell => cell.Value == cell.Sum);
    }

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Platform.Api.dll"), "--urls=http://127.0.0.1:0", "--environment=Development"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!; // a new process is always given
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(Listening, StringComparison.Ordinal))
                _client.BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]);
            if (line.Contains("Ready to answer", StringComparison.Ordinal))
                break;
        }
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<(long Value, int Contributors, long Sum)> CellsOf(JsonElement run) =>
        from table in run.GetProperty("tables").EnumerateArray()
        from row in table.GetProperty("rows").EnumerateArray()
        from cell in row.GetProperty("cells").EnumerateArray()
        let contributors = cell.GetProperty("contributors")
        select (
            cell.GetProperty("value").GetInt64(),
            contributors.GetProperty("totalCount").GetInt32(),
            contributors.GetProperty("nodes").EnumerateArray().Sum(node => node.GetProperty("amount").GetInt64()));

    private async Task<JsonElement> AskAsync(string query)
    {
        using var answer = await _client.PostAsJsonAsync("/graphql", new { query });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        body.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return body.GetProperty("data");
    }

    private async Task<string> TokenAsync(string client)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", "demo-only-secret")]);
        using var answer = await _client.PostAsync("/connect/token", form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!; // the answer of a granted token has one
    }
}
