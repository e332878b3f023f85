using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Catalogue;

namespace Platform.Api.Tests.Catalogue.Editing;

/// <summary>Copies over GraphQL: entered with numbers of their register's pattern, changed, withdrawn.</summary>
public sealed class ItemsTests
{
    [Fact]
    public async Task CallersAtOnce_GetNumbersWithoutGaps_EachOnce()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        var record = await cataloguer.HasAsync(m => m.Data("245", "10", "aMắt biếc"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AddAsync(api, cataloguer, record, "copies: 3"))));

        answers.SelectMany(Numbers).Order().ShouldBe(Enumerable.Range(1, 24).Select(n => $"TK.{n:00000}"));
        await LabelsArePrintedAsync(api, cataloguer);
    }

    [Fact]
    public async Task RefusedCall_TakesNoNumber_AndATakenNumberIsPassedOver()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        var record = await cataloguer.HasAsync(m => m.Data("245", "10", "aMắt biếc"));
        await api.Database.HasAsync(A.Item(record, registrationNumber: "STK-00009"));
        (await SetPatternAsync(api, cataloguer, "STK-")).GetProperty("nextNumber").GetString().ShouldBe("STK-00010");

        Numbers(await AddAsync(api, cataloguer, record, "copies: 1")).ShouldBe(["STK-00010"]);
        (await AddAsync(api, cataloguer, record, "registrationNumber: \"STK-00010\"")).Code().ShouldBe("NUMBER_TAKEN");
        (await AddAsync(api, cataloguer, record, "registrationNumber: \"STK-00011\"")).Code().ShouldBeNull();
        Numbers(await AddAsync(api, cataloguer, record, "copies: 2")).ShouldBe(["STK-00012", "STK-00013"]);
        (await AddAsync(api, cataloguer, record, "copies: 0")).Code().ShouldBe("INVALID_INPUT");
        (await AddAsync(api, cataloguer, record, "copies: 1, price: -5")).Code().ShouldBe("INVALID_INPUT");
        Numbers(await AddAsync(api, cataloguer, record, "copies: 1")).ShouldBe(["STK-00014"]);
    }

    [Fact]
    public async Task NumberOfAWithdrawnCopy_IsNotGivenAgain()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        var record = await cataloguer.HasAsync(m => m.Data("245", "10", "aMắt biếc"));
        var added = await AddAsync(api, cataloguer, record, "copies: 1");
        var id = added.GetProperty("item").GetProperty("id").GetString();

        (await api.MutateAsync("withdrawItem", $"itemId: \"{id}\", version: 1, decisionNumber: \"05/QĐ-THCS\"", "item { status }")).Code().ShouldBe("WEEDING_NEEDED");
        await using (var db = api.Database.Open())
            await db.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, ItemStatus.Lost));
        (await api.MutateAsync("withdrawItem", $"itemId: \"{id}\", version: 1, decisionNumber: \" \"", "item { status }")).Code().ShouldBe("INVALID_INPUT");
        (await api.MutateAsync("withdrawItem", $"itemId: \"{id}\", version: 1, decisionNumber: \"05/QĐ-THCS\"", "item { status withdrawalDecision }"))
            .GetProperty("item").ToString().ShouldBe("""{"status":"WITHDRAWN","withdrawalDecision":"05/QĐ-THCS"}""");
        (await api.MutateAsync("withdrawItem", $"itemId: \"{id}\", version: 2, decisionNumber: \"05/QĐ-THCS\"", "item { status }")).Code().ShouldBe("ALREADY_WITHDRAWN");
        Numbers(await AddAsync(api, cataloguer, record, "copies: 1")).ShouldBe(["TK.00002"]);
        (await AddAsync(api, cataloguer, record, "registrationNumber: \"TK.00001\"")).Code().ShouldBe("NUMBER_TAKEN");
    }

    [Fact]
    public async Task CopyOnLoan_IsNotWithdrawn_AndAStaleVersionIsRefused()
    {
        await using var api = await PlatformApi.StartAsync();
        var cataloguer = await Cataloguer.AtAsync(api);
        var record = await cataloguer.HasAsync(m => m.Data("245", "10", "aMắt biếc"));
        var item = await api.Database.HasAsync(A.Item(record));
        await api.Database.HasAsync(A.Loan(item, await api.Database.HasAsync(A.Patron(cataloguer.Library))));
        var id = GlobalId.Of("Item", item.Id);

        (await api.MutateAsync("withdrawItem", $"itemId: \"{id}\", version: 1, decisionNumber: \"05/QĐ-THCS\"", "item { status }")).Code().ShouldBe("ITEM_IN_USE");
        (await api.MutateAsync("editItem", $"itemId: \"{id}\", version: 1, callNumber: \"895.922 NG-A\", location: \"\"", "item { callNumber location version }"))
            .GetProperty("item").ToString().ShouldBe("""{"callNumber":"895.922 NG-A","location":null,"version":2}""");
        (await api.MutateAsync("editItem", $"itemId: \"{id}\", version: 1, price: 1", "item { version }")).Code().ShouldBe("STALE_VERSION");
    }

    [Fact]
    public async Task OtherLibrarysRegister_IsNotTheCallers()
    {
        await using var api = await PlatformApi.StartAsync();
        var owner = await Cataloguer.AtAsync(api);
        var record = await owner.HasAsync(m => m.Data("245", "10", "aMắt biếc"));
        var item = await api.Database.HasAsync(A.Item(record));
        var other = await Cataloguer.AtAsync(api);

        (await AddAsync(api, owner, record, "copies: 1")).Code().ShouldBe("NOT_PERMITTED");
        (await SetPatternAsync(api, owner, "X")).Code().ShouldBe("NOT_PERMITTED");
        (await api.MutateAsync("editItem", $"itemId: \"{GlobalId.Of("Item", item.Id)}\", version: 1, price: 1", "item { version }")).Code().ShouldBe("NOT_PERMITTED");
        Numbers(await AddAsync(api, other, record, "copies: 1")).ShouldBe(["TK.00001"]);
    }

    private static Task<JsonElement> AddAsync(PlatformApi api, Cataloguer cataloguer, BibliographicRecord record, string more) => api.MutateAsync(
        "addItems", $"recordId: \"{Cataloguer.IdOf(record)}\", libraryId: \"{cataloguer.LibraryId}\", type: REFERENCE_BOOK, {more}", "registrationNumbers item { id }");

    private static Task<JsonElement> SetPatternAsync(PlatformApi api, Cataloguer cataloguer, string prefix) => api.MutateAsync(
        "setNumberPattern", $"libraryId: \"{cataloguer.LibraryId}\", type: REFERENCE_BOOK, prefix: \"{prefix}\", digits: 5", "nextNumber");

    private static IEnumerable<string> Numbers(JsonElement payload) => payload.GetProperty("registrationNumbers").EnumerateArray().Select(n => n.GetString()!);

    // Of the numbers that were just given: the link holds what it prints, and nothing else.
    private static async Task LabelsArePrintedAsync(PlatformApi api, Cataloguer cataloguer)
    {
        var labels = await RequestLabelsAsync(api, cataloguer, "TK.00003", "A4-24");
        (labels.Code(), labels.GetProperty("labelCount").GetInt32()).ShouldBe((null, 20));
        var url = labels.GetProperty("url").GetString()!;
        using var printed = await api.Http.GetAsync(url);
        printed.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await printed.Content.ReadAsByteArrayAsync())[..5].ShouldBe("%PDF-"u8.ToArray());
        using var changed = await api.Http.GetAsync(url.Replace("/files/labels/", "/files/labels/A", StringComparison.Ordinal));
        changed.StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await RequestLabelsAsync(api, cataloguer, "TK.00003", "A5-1")).Code().ShouldBe("INVALID_INPUT");
        (await RequestLabelsAsync(api, cataloguer, "ZZ.1", "A4-24")).Code().ShouldBe("NOT_FOUND");
    }

    private static Task<JsonElement> RequestLabelsAsync(PlatformApi api, Cataloguer cataloguer, string from, string sheet) => api.MutateAsync(
        "requestLabels", $"libraryId: \"{cataloguer.LibraryId}\", kind: BARCODE, fromNumber: \"{from}\", toNumber: \"{(from[0] == 'Z' ? "ZZ.2" : "TK.00022")}\", sheet: \"{sheet}\", skip: 2", "url labelCount");
}
