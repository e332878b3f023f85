using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Api.Tests.Libraries;

/// <summary>What a school enters besides stock and loans, so that its self-evaluation has all its inputs.</summary>
public sealed class PropertyTests
{
    [Fact]
    public async Task School_FillsInItsSelfEvaluation()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        var (own, other) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var library = GlobalId.Of("Library", own.Id);
        api.Scope = RepositoryApi.At(Role.Librarian, own);
        (await InputsAsync(api, library)).ShouldBe("AREA: , EQUIPMENT: , ACTIVITIES: 0", "what nobody said is not known");

        (await MutateAsync(api, "setFacility", $$"""libraryId: "{{library}}", period: "2026-2027-DN", criterion: "Phòng thư viện", scale: DURABILITY, upperRooms: 1, upperArea: 40, middleRooms: 1, middleArea: 14.5""", "facility { id }")).ShouldBe("");
        (await MutateAsync(api, "addAsset", Asset(library, "Máy tính tra cứu", 5, "2026-09-01"), "asset { id }")).ShouldBe("");
        (await MutateAsync(api, "recordActivity", $$"""libraryId: "{{library}}", heldOn: "2026-10-02", title: "Giới thiệu sách tháng 10", kind: INTRODUCTION, participants: 120""", "activity { id }")).ShouldBe("");
        (await MutateAsync(api, "recordVisits", $$"""libraryId: "{{library}}", visitedOn: "2026-10-02", category: PUPIL, grade: 6, visitors: 35""", "visitorsOfTheDay")).ShouldBe("");

        (await InputsAsync(api, library)).ShouldBe("AREA: 54, EQUIPMENT: 5, ACTIVITIES: 1");
        (await MutateAsync(api, "setFacility", $$"""libraryId: "{{library}}", period: "2026-2027-DN", criterion: "Phòng thư viện", scale: DURABILITY, upperRooms: 1, upperArea: 60""", "facility { id }")).ShouldBe("");
        (await InputsAsync(api, library)).ShouldBe("AREA: 60, EQUIPMENT: 5, ACTIVITIES: 1", "said again it is replaced");

        const string Diary = "{ libraryVisits(order: [{ visitedOn: DESC }]) { nodes { id visitedOn category grade visitors } } }";
        var typo = await RepositoryApi.MutateAsync(api, "recordVisits", $$"""libraryId: "{{library}}", visitedOn: "2026-10-02", category: TEACHER, visitors: 400""", "visit { id } visitorsOfTheDay");
        typo.GetProperty("visitorsOfTheDay").GetInt32().ShouldBe(435);
        var taken = await RepositoryApi.MutateAsync(api, "removeVisits", $$"""visitId: "{{typo.GetProperty("visit").GetProperty("id").GetString()}}" """, "visitorsOfTheDay");
        taken.ToString().ShouldBe("""{"visitorsOfTheDay":35,"errors":[]}""");
        var line = (await api.DataAsync(Diary)).GetProperty("libraryVisits").GetProperty("nodes").EnumerateArray().Single();
        (line.GetProperty("grade").GetInt32(), line.GetProperty("visitors").GetInt32()).ShouldBe((6, 35));
        api.Scope = RepositoryApi.At(Role.Librarian, other);
        (await MutateAsync(api, "removeVisits", $$"""visitId: "{{line.GetProperty("id").GetString()}}" """, "visitorsOfTheDay")).ShouldBe("NOT_FOUND");
        api.Scope = RepositoryApi.At(Role.Librarian, own);

        var foreign = GlobalId.Of("Library", other.Id);
        (await MutateAsync(api, "addAsset", Asset(foreign, "Bàn", 1, "2026-09-01"), "asset { id }")).ShouldBe("NOT_PERMITTED");
        (await MutateAsync(api, "recordVisits", $$"""libraryId: "{{foreign}}", visitedOn: "2026-10-02", category: PUPIL, visitors: 1""", "visitorsOfTheDay")).ShouldBe("NOT_PERMITTED");
        (await MutateAsync(api, "addAsset", Asset(library, "Bàn", 0, "2026-09-01"), "asset { id }")).ShouldBe("INVALID_INPUT");
        (await MutateAsync(api, "addAsset", Asset(library, "Bàn", 1, "2026-10-06"), "asset { id }")).ShouldBe("INVALID_INPUT", "tomorrow");
        (await MutateAsync(api, "setFacility", $$"""libraryId: "{{library}}", period: "2026", criterion: "Phòng thư viện", scale: GRADE, upperRooms: 1, upperArea: 40""", "facility { id }")).ShouldBe("INVALID_INPUT");
        (await MutateAsync(api, "setFacility", $$"""libraryId: "{{library}}", period: "2026-2027-DN", criterion: "Kho", scale: GRADE, upperRooms: 0, upperArea: 40""", "facility { id }")).ShouldBe("INVALID_INPUT", "an area without a room");
        (await MutateAsync(api, "recordVisits", $$"""libraryId: "{{library}}", visitedOn: "2026-10-02", category: TEACHER, grade: 6, visitors: 1""", "visitorsOfTheDay")).ShouldBe("INVALID_INPUT");
        (await MutateAsync(api, "recordActivity", $$"""libraryId: "{{library}}", heldOn: "2026-10-06", title: "Ngày mai", kind: INTRODUCTION""", "activity { id }")).ShouldBe("INVALID_INPUT");
        (await InputsAsync(api, library)).ShouldBe("AREA: 60, EQUIPMENT: 5, ACTIVITIES: 1", "nothing of what was refused");
    }

    [Fact]
    public async Task SomeOfTheAssets_LeaveFromADayOn_AndEarlierReportsStillCountThem()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        var (own, other) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var row = await api.Database.HasAsync(new LibraryAsset { LibraryId = own.Id, Name = "Ghế", Kind = AssetKind.Furniture, Unit = "chiếc", Quantity = 3, AcquiredOn = new DateOnly(2025, 9, 1), Funding = FundingSource.Budget, Cost = 1_000_000, Condition = AssetCondition.Good });
        var id = GlobalId.Of("LibraryAsset", row.Id);
        api.Scope = RepositoryApi.At(Role.Librarian, own);

        (await MutateAsync(api, "editAsset", $$"""assetId: "{{id}}", version: 0, quantity: 7""", "asset { id }")).ShouldBe("STALE_VERSION");
        (await MutateAsync(api, "removeAsset", $$"""assetId: "{{id}}", version: {{row.Version}}, removedOn: "2026-10-01", quantity: 4""", "asset { id }")).ShouldBe("INVALID_INPUT");
        (await MutateAsync(api, "removeAsset", $$"""assetId: "{{id}}", version: {{row.Version}}, removedOn: "2026-10-01", quantity: 1""", "asset { id }")).ShouldBe("");
        (await MutateAsync(api, "editAsset", $$"""assetId: "{{id}}", version: {{row.Version + 1}}, condition: WORN""", "asset { id }")).ShouldBe("");

        const string query = "{ libraryAssets(order: [{ acquiredOn: ASC }]) { nodes { quantity cost condition removedOn } } }";
        (await api.DataAsync(query)).GetProperty("libraryAssets").GetProperty("nodes").ToString().ShouldBe(
            """[{"quantity":2,"cost":666667,"condition":"WORN","removedOn":null},{"quantity":1,"cost":333333,"condition":"GOOD","removedOn":"2026-10-01"}]""");
        api.Scope = RepositoryApi.At(Role.Librarian, other);
        (await MutateAsync(api, "removeAsset", $$"""assetId: "{{id}}", version: 1, removedOn: "2026-10-01" """, "asset { id }")).ShouldBe("NOT_FOUND");
        (await api.DataAsync(query)).GetProperty("libraryAssets").GetProperty("nodes").GetArrayLength().ShouldBe(0);
    }

    private static string Asset(string library, string name, int quantity, string day) =>
        $$"""libraryId: "{{library}}", name: "{{name}}", kind: COMPUTER, unit: "chiếc", quantity: {{quantity}}, acquiredOn: "{{day}}", funding: BUDGET""";

    private static async Task<string> MutateAsync(PlatformApi api, string mutation, string input, string wanted) =>
        (await RepositoryApi.MutateAsync(api, mutation, input, wanted)).Code() ?? "";

    private static async Task<string> InputsAsync(PlatformApi api, string library)
    {
        var data = await api.DataAsync($$"""{ evaluateLibrary(libraryId: "{{library}}", period: "2026-2027") { criteria { input value } } }""");
        var values = data.GetProperty("evaluateLibrary").GetProperty("criteria").EnumerateArray().ToLookup(c => c.GetProperty("input").GetString(), c => c.GetProperty("value").ToString());
        return string.Join(", ", new[] { "AREA", "EQUIPMENT", "ACTIVITIES" }.Select(input => $"{input}: {values[input].FirstOrDefault()}"));
    }
}
