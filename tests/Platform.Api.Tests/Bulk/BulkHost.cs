using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Bulk;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;
using Platform.Model.Libraries;

namespace Platform.Api.Tests.Bulk;

/// <summary>One host for all tests of bulk jobs: its loop is off, and a test itself says when jobs are worked on.</summary>
public sealed class BulkHost : IAsyncLifetime
{
    internal PlatformApi Api { get; private set; } = null!; // set before any test runs

    public async ValueTask InitializeAsync() =>
        Api = await PlatformApi.StartAsync(new() { ["Bulk:Runs"] = "false", ["Bulk:MostLineBytes"] = "2048", ["Bulk:MostFileBytes"] = "20000", ["Bulk:MostLinesTogether"] = "5", ["Files:KeepFreeBytes"] = "0" });

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    internal static string IdOf(Library library) => GlobalId.Of(nameof(Library), library.Id);

    /// <summary>A new school with its librarian, who asks from now on.</summary>
    internal async Task<Library> LibraryAsync()
    {
        var library = await Api.Database.HasAsync(A.Library());
        var name = "bulk-" + library.Code;
        var account = await Api.Database.HasAsync(new Account
        {
            Name = name,
            NameKey = AccountName.KeyOf(name),
            Kind = AccountKind.Service,
            LibraryId = library.Id,
            Roles = [new RoleAssignment { Role = Role.Librarian, LibraryId = library.Id, FromOn = A.Today }],
        });
        Api.Scope = ScopeOf.Account(account.Id, account.Roles, new LibraryTree([], [], []), A.Today);
        return library;
    }

    internal Task WorkAsync() => Api.Services.GetRequiredService<BulkWorker>().RunDueAsync(CancellationToken.None);

    /// <summary>Orders an export and does it; its job and its bytes.</summary>
    internal async Task<(JsonElement Job, byte[] File)> ExportAsync(string kind, string format, Library? library = null)
    {
        var payload = (await Api.DataAsync(
            "mutation ($input: StartExportInput!) { startExport(input: $input) { job { id } errors { ... on Error { code message } } } }",
            new { input = new { kind, format, libraryId = library is null ? null : IdOf(library) } })).GetProperty("startExport");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        await WorkAsync();
        return await ResultAsync(payload.GetProperty("job").GetProperty("id").GetString()!); // an id is never null
    }

    /// <summary>Orders an import and sends its file; the job's id.</summary>
    internal async Task<string> SendAsync(string kind, string onFault, params string[] lines)
    {
        var payload = await StartAsync(kind, onFault);
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var answer = await Api.Http.PutAsync(new Uri(payload.GetProperty("uploadUrl").GetString()!, UriKind.Relative), file); // not refused, so there is one
        ((int)answer.StatusCode).ShouldBe(202);
        return payload.GetProperty("job").GetProperty("id").GetString()!; // an id is never null
    }

    internal async Task<JsonElement> StartAsync(string kind, string onFault) => (await Api.DataAsync(
        "mutation ($input: StartImportInput!) { startImport(input: $input) { job { id } uploadUrl errors { ... on Error { code message } } } }",
        new { input = new { kind, onFault } })).GetProperty("startImport");

    /// <summary>The job as its account sees it, and its result.</summary>
    internal async Task<(JsonElement Job, byte[] File)> ResultAsync(string id)
    {
        var link = (await Api.DataAsync("mutation ($id: ID!) { requestBulkResult(input: { jobId: $id }) { url errors { ... on Error { code } } } }", new { id })).GetProperty("requestBulkResult");
        link.GetProperty("url").ValueKind.ShouldBe(JsonValueKind.String, link.ToString());
        return (await JobAsync(id), await Api.Http.GetByteArrayAsync(new Uri(link.GetProperty("url").GetString()!, UriKind.Relative))); // as was asked
    }

    internal async Task<JsonElement> JobAsync(string id) =>
        (await Api.DataAsync("query ($id: ID!) { bulkJob(id: $id) { state fault position done refused } }", new { id })).GetProperty("bulkJob");

    /// <summary>The lines of a result, each as its number and what became of it.</summary>
    internal static List<string> Outcomes(byte[] file) => [.. Lines(file).Select(line =>
        $"{line.GetProperty("line")} {line.GetProperty("outcome").GetString()}{(line.TryGetProperty("errors", out var errors) ? " " + errors[0].GetProperty("code").GetString() : "")}")];

    internal static List<JsonElement> Lines(byte[] file) =>
        [.. Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
