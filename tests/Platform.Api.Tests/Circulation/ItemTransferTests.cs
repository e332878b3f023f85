using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Libraries;

namespace Platform.Api.Tests.Circulation;

/// <summary>Copies go to another school for good, as the two librarians do it over GraphQL.</summary>
public sealed class ItemTransferTests
{
    private const string Kept = "itemTransfers(order: [{ preparedOn: ASC }]) { nodes { state decisionNumber refusedBecause lines { nodes { item { registrationNumber status } newItem { registrationNumber formerItem { registrationNumber } } } } } }";

    [Fact]
    public async Task OneSchoolPrepares_TheOtherAnswers_AndBothReadTheMinutes()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        var (giver, receiver, third) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var record = await api.Database.HasAsync(A.Record(giver));
        foreach (var number in new[] { "TK.1", "TK.2" })
            await api.Database.HasAsync(A.Item(record, registrationNumber: number));
        var (from, to) = (RepositoryApi.At(Role.Librarian, giver), RepositoryApi.At(Role.Librarian, receiver));

        api.Scope = from;
        (await CodesAsync(api, giver, giver, "2026-10-05", "TK.1")).ShouldBe(["NOT_FOUND"], "to itself");
        (await CodesAsync(api, receiver, giver, "2026-10-05", "TK.1")).ShouldBe(["NOT_PERMITTED"]);
        (await CodesAsync(api, giver, receiver, "2026-10-06", "TK.1")).ShouldBe(["INVALID_INPUT"], "a decision of tomorrow");
        (await CodesAsync(api, giver, receiver, "2026-10-05", "TK.8", "TK.9")).ShouldBe(["DESK_REFUSED", "DESK_REFUSED"], "one error for each copy");
        var first = Id(await PrepareAsync(api, giver, receiver, "2026-10-05", "TK.1", "TK.2"));
        (await CodesAsync(api, giver, receiver, "2026-10-05", "TK.1")).ShouldBe(["DESK_REFUSED"], "it waits already");
        (await AnswerAsync(api, "acceptItemTransfer", first)).Code().ShouldBe("NOT_PERMITTED", "the giver does not accept");
        api.Scope = to;
        (await AnswerAsync(api, "refuseItemTransfer", first, "reason: \" \"")).Code().ShouldBe("INVALID_INPUT");
        (await AnswerAsync(api, "refuseItemTransfer", first, "reason: \"Thiếu trang\"")).Code().ShouldBeNull();
        api.Scope = from;
        var second = Id(await PrepareAsync(api, giver, receiver, "2026-10-05", "TK.2"));
        (await AnswerAsync(api, "cancelItemTransfer", second)).Code().ShouldBeNull();
        var last = Id(await PrepareAsync(api, giver, receiver, "2026-10-05", "TK.2"));
        api.Scope = RepositoryApi.At(Role.Librarian, third);
        (await AnswerAsync(api, "acceptItemTransfer", last)).Code().ShouldBe("NOT_FOUND", "a third school knows nothing of it");
        api.Scope = to;
        (await AnswerAsync(api, "acceptItemTransfer", last)).Code().ShouldBeNull();

        var seen = (await api.DataAsync($"{{ {Kept} }}")).GetProperty("itemTransfers").GetProperty("nodes").EnumerateArray().ToList();
        seen.Select(t => t.GetProperty("state").GetString()).ShouldBe(["REFUSED", "CANCELLED", "ACCEPTED"]);
        seen[0].GetProperty("refusedBecause").GetString().ShouldBe("Thiếu trang");
        seen[2].GetProperty("lines").GetProperty("nodes").ToString().ShouldBe(
            """[{"item":{"registrationNumber":"TK.2","status":"WITHDRAWN"},"newItem":{"registrationNumber":"TK.00001","formerItem":{"registrationNumber":"TK.2"}}}]""");
        (await api.Http.GetAsync($"/files/papers?id={last}")).Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf"); // every paper says its type
    }

    private static Task<JsonElement> PrepareAsync(PlatformApi api, Library from, Library to, string decidedOn, params string[] barcodes) => api.MutateAsync(
        "prepareItemTransfer",
        $$"""libraryId: "{{GlobalId.Of("Library", from.Id)}}", toLibraryId: "{{GlobalId.Of("Library", to.Id)}}", decisionNumber: "5/QĐ", decidedOn: "{{decidedOn}}", reason: "Sáp nhập", barcodes: {{JsonSerializer.Serialize(barcodes)}}""",
        "transfer { id }");

    private static async Task<IEnumerable<string?>> CodesAsync(PlatformApi api, Library from, Library to, string decidedOn, params string[] barcodes) =>
        (await PrepareAsync(api, from, to, decidedOn, barcodes)).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString());

    private static Task<JsonElement> AnswerAsync(PlatformApi api, string mutation, string transfer, string more = "") =>
        api.MutateAsync(mutation, $"transferId: \"{transfer}\" {more}", "transfer { id }");

    private static string Id(JsonElement payload) => payload.GetProperty("transfer").GetProperty("id").GetString()!; // it was prepared
}
