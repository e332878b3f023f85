using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;

namespace Platform.Api.Tests.Circulation;

/// <summary>A stock-taking over HTTP, by two devices.</summary>
public sealed class StockTakingTests
{
    [Fact]
    public async Task TwoDevices_Scan_AndAClosedOneSaysSo()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        var (own, other) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var record = await api.Database.HasAsync(A.Record(own));
        foreach (var number in new[] { "TK.1", "TK.2", "TK.3" })
            await api.Database.HasAsync(A.Item(record, registrationNumber: number));
        var library = $"libraryId: \"{GlobalId.Of("Library", own.Id)}\"";
        api.Scope = RepositoryApi.At(Role.Librarian, own);
        var opened = await RepositoryApi.MutateAsync(api, "openStockTaking", $"{library}, name: \"Kiểm kê 2026\"", "stockTaking { id }");
        var counted = $"{library}, stockTakingId: \"{opened.GetProperty("stockTaking").GetProperty("id").GetString()}\"";

        (await ScanAsync(api, counted, "A", "TK.1", "LA.9")).ShouldBe("TK.1 PRESENT False, LA.9 UNKNOWN False");
        (await ScanAsync(api, counted, "B", "TK.1", "TK.2")).ShouldBe("TK.1 PRESENT True, TK.2 PRESENT False");
        api.Scope = RepositoryApi.At(Role.Librarian, other);
        (await RepositoryApi.MutateAsync(api, "closeStockTaking", counted, "stockTaking { id }")).Code().ShouldBe("NOT_PERMITTED");
        api.Scope = RepositoryApi.At(Role.Librarian, own);
        var closed = await RepositoryApi.MutateAsync(api, "closeStockTaking", counted, "stockTaking { missing }");
        closed.GetProperty("stockTaking").GetProperty("missing").GetInt32().ShouldBe(1);

        foreach (var (mutation, input, wanted) in new[] { ("scanStock", $"{counted}, device: \"A\", registrationNumbers: [\"TK.3\"]", "results { finding }"), ("closeStockTaking", counted, "stockTaking { id }") })
            (await RepositoryApi.MutateAsync(api, mutation, input, wanted)).GetProperty("errors")[0].GetProperty("message").GetString()
                .ShouldBe("The stock-taking 'Kiểm kê 2026' was closed on 2026-10-05.", mutation);
    }

    private static async Task<string> ScanAsync(PlatformApi api, string counted, string device, params string[] numbers)
    {
        var done = await RepositoryApi.MutateAsync(api, "scanStock", $"{counted}, device: \"{device}\", registrationNumbers: {JsonSerializer.Serialize(numbers)}", "results { registrationNumber finding isRepeat }");
        return string.Join(", ", done.GetProperty("results").EnumerateArray().Select(r => $"{r.GetProperty("registrationNumber").GetString()} {r.GetProperty("finding").GetString()} {r.GetProperty("isRepeat").GetBoolean()}"));
    }
}
