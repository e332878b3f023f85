using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Api.Tests.Sharing;

/// <summary>A rotation over GraphQL: planned and approved by the hub, scanned by the schools, with its manifest.</summary>
public sealed class RotationTests
{
    [Fact]
    public async Task Rotation_IsPlannedApprovedScannedAndClosed()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        var group = await GroupAsync(api);
        var plan = await PlanAsync(api, group);
        (await AdvanceAsync(api, plan, "CLOSED")).Code().ShouldBe("NOT_RUNNING");
        (await AdvanceAsync(api, plan, "APPROVED")).Code().ShouldBeNull();
        api.Scope = RepositoryApi.At(Role.Librarian, group.Rich);
        var barcodes = await BarcodesAsync(api, group);
        barcodes.Count.ShouldBe(3);

        (await ScanAsync(api, plan, group.Rich, "RECEIVE", barcodes[0])).ShouldBe("""[{"state":null,"refusal":"WRONG_STATE"}]""");
        (await ScanAsync(api, plan, group.Rich, "SEND", barcodes[0], barcodes[1], "KHONG.CO")).ShouldBe(
            """[{"state":"SENT","refusal":null},{"state":"SENT","refusal":null},{"state":null,"refusal":"NOT_IN_PLAN"}]""");
        (await ScanAsync(api, plan, group.Rich, "CANCEL", barcodes[2])).ShouldBe("""[{"state":"CANCELLED","refusal":null}]""");
        api.Scope = RepositoryApi.At(Role.Librarian, group.Poor);
        (await ScanAsync(api, plan, group.Poor, "RECEIVE", barcodes[0], barcodes[1])).ShouldBe("""[{"state":"ARRIVED","refusal":null},{"state":"ARRIVED","refusal":null}]""");
        (await ScanAsync(api, plan, group.Poor, "REPORT_LOST", barcodes[0])).ShouldBe("""[{"state":"LOST","refusal":null}]""");
        (await ScanAsync(api, plan, group.Poor, "SEND_BACK", barcodes[1])).ShouldBe("""[{"state":"SENT_BACK","refusal":null}]""");
        api.Scope = group.Hub;
        (await AdvanceAsync(api, plan, "CLOSED")).ToString().ShouldContain("2 items are neither home nor accounted for");
        api.Scope = RepositoryApi.At(Role.Librarian, group.Rich);
        await ScanAsync(api, plan, group.Rich, "RECEIVE_BACK", barcodes[1]);
        (await ScanAsync(api, plan, group.Rich, "SETTLE", barcodes[0])).ShouldBe("""[{"state":null,"refusal":"NO_SETTLEMENT"}]""");
        (await ScanAsync(api, plan, group.Rich, "SETTLE, settlement: \"Đền tiền\", amount: -1", barcodes[0])).ShouldBe("", "nothing is done for a sum below zero");
        (await ScanAsync(api, plan, group.Rich, "SETTLE, settlement: \"Đền bản khác\"", barcodes[0])).ShouldBe("""[{"state":"SETTLED","refusal":null}]""");
        api.Scope = group.Hub;
        (await AdvanceAsync(api, plan, "CLOSED")).GetProperty("plan").GetProperty("state").GetString().ShouldBe("CLOSED");
    }

    [Fact]
    public async Task Manifest_IsGivenToBothSides_AndToNobodyElse()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        var group = await GroupAsync(api);
        var plan = await PlanAsync(api, group);
        api.Scope = RepositoryApi.At(Role.Librarian, group.Poor);
        var offers = (await api.DataAsync($$"""{ rotationManifests(planId: "{{plan}}") { ownerCode receiverCode items url } }""")).GetProperty("rotationManifests");

        offers.GetArrayLength().ShouldBe(1);
        offers[0].GetProperty("items").GetInt32().ShouldBe(3);
        var url = offers[0].GetProperty("url").GetString();
        (await api.Http.GetByteArrayAsync(url))[..5].ShouldBe("%PDF-"u8.ToArray());
        api.Scope = RepositoryApi.At(Role.Librarian, await api.Database.HasAsync(A.Library()));
        (await api.Http.GetAsync(url)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        api.Scope = RepositoryApi.At(Role.Pupil, group.Poor);
        (await api.Http.GetAsync(url)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private static async Task<string> PlanAsync(PlatformApi api, Schools group)
    {
        api.Scope = group.Hub;
        var planned = await api.MutateAsync("planRotation", $"groupId: \"{group.Id}\", semester: \"2026-2027-HK1\"", "plan { id explanation moves { totalCount } }");
        planned.GetProperty("plan").GetProperty("moves").GetProperty("totalCount").GetInt32().ShouldBe(3);
        return planned.GetProperty("plan").GetProperty("id").GetString()!;
    }

    private static Task<JsonElement> AdvanceAsync(PlatformApi api, string plan, string state) =>
        api.MutateAsync("advanceRotation", $"planId: \"{plan}\", state: {state}", "plan { state }");

    private static async Task<string> ScanAsync(PlatformApi api, string plan, Library library, string action, params string[] barcodes)
    {
        var codes = string.Join(", ", barcodes.Select(b => $"\"{b}\""));
        var answer = await api.MutateAsync(
            "scanRotation", $"planId: \"{plan}\", libraryId: \"{GlobalId.Of("Library", library.Id)}\", action: {action}, barcodes: [{codes}]", "results { state refusal }");
        return answer.GetProperty("results").ToString();
    }

    private static async Task<List<string>> BarcodesAsync(PlatformApi api, Schools group)
    {
        var data = await api.DataAsync("{ rotationMoves { nodes { isWithReceiver item { registrationNumber } } } }");
        var moves = data.GetProperty("rotationMoves").GetProperty("nodes").EnumerateArray().ToList();
        moves.ShouldAllBe(m => !m.GetProperty("isWithReceiver").GetBoolean());
        return [.. moves.Select(m => $"{group.Rich.Code}:{m.GetProperty("item").GetProperty("registrationNumber").GetString()}")];
    }

    /// <summary>Two lower secondary schools of two pupils each; the rich one has six copies of a book for their grade, and eight others.</summary>
    private static async Task<Schools> GroupAsync(PlatformApi api)
    {
        var database = api.Database;
        var (rich, poor) = (await database.HasAsync(A.Library()), await database.HasAsync(A.Library()));
        var group = await database.HasAsync(A.Group(rich, poor));
        foreach (var school in new[] { rich, rich, poor, poor })
            await database.HasAsync(A.Patron(school));
        var record = await database.HasAsync(A.Record(rich, "Bài tập Toán 6"));
        for (var i = 0; i < 6; i++)
            await database.HasAsync(A.Item(record));
        for (var i = 0; i < 8; i++)
            await database.HasAsync(A.Item(await database.HasAsync(A.Record(rich)), ItemType.Other));
        return new Schools(GlobalId.Of("LibraryGroup", group.Id), rich, poor, RepositoryApi.At(Role.HubLibrarian, rich, poor) with { GroupIds = [group.Id] });
    }

    private sealed record Schools(string Id, Library Rich, Library Poor, Scope Hub);
}
