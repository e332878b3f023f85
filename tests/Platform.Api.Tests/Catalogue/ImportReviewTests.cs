using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Tests.Catalogue.Editing;
using Platform.Api.Tests.Repository;

namespace Platform.Api.Tests.Catalogue;

/// <summary>An import over GraphQL: taken in, its columns assigned, read page by page, decided, applied, undone.</summary>
public sealed class ImportReviewTests
{
    private const string Stage = "mutation ($library: ID!, $file: Upload!) { stageImport(input: { libraryId: $library, file: $file, onMatch: OVERLAY, protectedFields: [\"500\"] }) { batch { id state } errors { ... on Error { code message } } } }";

    [Fact]
    public async Task RegisterWithoutHeader_IsReviewedAppliedAndUndone()
    {
        await using var api = await PlatformApi.StartAsync();
        var one = await Cataloguer.AtAsync(api);
        var known = await one.HasAsync(m => m.Data("100", "0#", "aNguyễn Nhật Ánh").Data("245", "00", "aMat biec").Data("260", "##", "c2012").Data("500", "##", "aGiữ lại"));
        var file = Workbook(["1", "895.9223", "Mắt biếc", "Nguyễn Nhật Ánh", "2012", "TN.00001"], ["2", "895.9223", "Sách mới", "Ai đó", "2020", "TN.00002"], ["3", "", "Sách bỏ", "Ai đó", "2021", "TN.00003"]);

        var batch = await StageAsync(api, one, file);
        var waiting = await UntilAsync(api, batch, "NEEDS_COLUMNS");
        waiting.GetProperty("sample")[0].GetProperty("cells").EnumerateArray().Select(c => c.GetString()).ShouldBe(["1", "895.9223", "Mắt biếc", "Nguyễn Nhật Ánh", "2012", "TN.00001"]);
        (await AssignAsync(api, batch, Version(waiting), "LEGACY_ID, CALL_NUMBER, AUTHOR")).Code().ShouldBe("INVALID_INPUT");
        (await AssignAsync(api, batch, Version(waiting), "LEGACY_ID, CALL_NUMBER, TITLE, AUTHOR, YEAR, NUMBER")).Code().ShouldBeNull();
        var staged = await UntilAsync(api, batch, "STAGED");

        Counts(staged).ShouldBe("3 of 3 (100 %): 2 added, 1 matched, 0 rejected, 3 copies");
        var lines = await LinesAsync(api, batch, "first: 2");
        lines.Select(Text).ShouldBe(["1 OVERLAID Mắt biếc 90", "2 ADDED Sách mới -"]);
        lines[0].GetProperty("matchedRecord").GetProperty("id").GetString().ShouldBe(Cataloguer.IdOf(known));
        lines[0].GetProperty("remark").GetString().ShouldBe("same title, same author, same year");
        lines[0].GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("path").GetString() + " " + d.GetProperty("after").GetString()).ShouldContain("245[1]$a[1] Mắt biếc");
        lines[0].GetProperty("differences").EnumerateArray().ShouldAllBe(d => !d.GetProperty("path").GetString()!.StartsWith("500"));
        var left = (await LinesAsync(api, batch, "last: 1"))[0].GetProperty("id").GetString();
        (await api.MutateAsync("decideImportLines", $"batchId: \"{batch}\", lineIds: [\"{left}\"], decision: LEAVE_OUT", "decided batch { rejected }")).GetProperty("decided").GetInt32().ShouldBe(1);
        (await api.MutateAsync("decideImportLines", $"batchId: \"{batch}\", outcome: ADDED, decision: MERGE", "decided")).GetProperty("decided").GetInt32().ShouldBe(0);
        (await ApplyAsync(api, batch, Version(staged))).Code().ShouldBe("STALE_VERSION");
        (await ApplyAsync(api, batch, Version(await UntilAsync(api, batch, "STAGED")))).Code().ShouldBeNull();
        Counts(await UntilAsync(api, batch, "FINISHED")).ShouldBe("3 of 3 (100 %): 1 added, 1 matched, 1 rejected, 2 copies");

        await using (var db = api.Database.Open())
        {
            (await db.Items.OrderBy(i => i.RegistrationNumber).Select(i => i.RegistrationNumber + " " + i.Record.Title).ToListAsync()).ShouldBe(["TN.00001 Mắt biếc", "TN.00002 Sách mới"]);
            (await db.RecordContents.SingleAsync(c => c.RecordId == known.Id)).ToMarc().ToString().ShouldContain("Giữ lại");
        }
        var other = await Cataloguer.AtAsync(api);
        (await UndoAsync(api, batch)).Code().ShouldBe("NOT_FOUND");
        (await api.DataAsync("{ importBatches { totalCount } }")).GetProperty("importBatches").GetProperty("totalCount").GetInt32().ShouldBe(0);
        other.Library.Id.ShouldNotBe(one.Library.Id);
        api.Scope = RepositoryApi.At(Model.Access.Role.Librarian, one.Library);
        (await UndoAsync(api, batch)).GetProperty("batch").GetProperty("state").GetString().ShouldBe("UNDONE");
        (await UndoAsync(api, batch)).Code().ShouldBe("WRONG_STATE");

        await using var after = api.Database.Open();
        (await after.Items.CountAsync(), await after.Records.Select(r => r.Title).SingleAsync()).ShouldBe((0, "Mat biec"));
    }

    private static async Task<string> StageAsync(PlatformApi api, Cataloguer one, byte[] file)
    {
        using var body = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(new { query = Stage, variables = new { library = one.LibraryId, file = (string?)null } }), Encoding.UTF8), "operations" },
            { new StringContent("""{"0":["variables.file"]}"""), "map" },
            { new ByteArrayContent(file), "0", "so.xlsx" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = body };
        request.Headers.Add("Accept", "application/graphql-response+json");
        request.Headers.Add("GraphQL-Require-Preflight", "1");
        using var response = await api.Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        var payload = JsonDocument.Parse(answer).RootElement.GetProperty("data").GetProperty("stageImport");
        payload.Code().ShouldBeNull(answer);
        return payload.GetProperty("batch").GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> UntilAsync(PlatformApi api, string batch, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var data = await api.DataAsync(
                "query ($id: ID!) { node(id: $id) { ... on ImportBatch { version state fault sample { cells } position total percent added matched rejected itemsAdded } } }", new { id = batch });
            if (data.GetProperty("node").GetProperty("state").GetString() == state)
                return data.GetProperty("node");
            await Task.Delay(20, patience.Token);
        }
    }

    private static async Task<List<JsonElement>> LinesAsync(PlatformApi api, string batch, string page) =>
        [.. (await api.DataAsync(
            $"query ($id: ID!) {{ node(id: $id) {{ ... on ImportBatch {{ lines({page}, order: [{{ number: ASC }}]) {{ nodes {{ id number outcome title matchPoints remark matchedRecord {{ id }} differences {{ path after }} }} }} }} }} }}",
            new { id = batch })).GetProperty("node").GetProperty("lines").GetProperty("nodes").EnumerateArray()];

    private static Task<JsonElement> AssignAsync(PlatformApi api, string batch, int version, string columns) =>
        api.MutateAsync("assignImportColumns", $"batchId: \"{batch}\", version: {version}, columns: [{columns}]", "batch { state }");

    private static Task<JsonElement> ApplyAsync(PlatformApi api, string batch, int version) => api.MutateAsync("applyImport", $"batchId: \"{batch}\", version: {version}", "batch { state }");

    private static Task<JsonElement> UndoAsync(PlatformApi api, string batch) => api.MutateAsync("undoImport", $"batchId: \"{batch}\"", "batch { state }");

    private static int Version(JsonElement batch) => batch.GetProperty("version").GetInt32();

    private static string Counts(JsonElement batch) =>
        $"{batch.GetProperty("position")} of {batch.GetProperty("total")} ({batch.GetProperty("percent")} %): {batch.GetProperty("added")} added, {batch.GetProperty("matched")} matched, {batch.GetProperty("rejected")} rejected, {batch.GetProperty("itemsAdded")} copies";

    private static string Text(JsonElement line) =>
        $"{line.GetProperty("number")} {line.GetProperty("outcome")} {line.GetProperty("title")} {(line.GetProperty("matchPoints").ValueKind is JsonValueKind.Null ? "-" : line.GetProperty("matchPoints"))}";

    private static byte[] Workbook(params string[][] rows)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open()))
            sheet.Write($"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>");
        return bytes.ToArray();
    }

    private static string Row(string[] cells) => $"<row>{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>"))}</row>";
}
