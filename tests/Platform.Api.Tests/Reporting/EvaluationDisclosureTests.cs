using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Tests.Reporting;

/// <summary>What the evaluation by TT 16/2022 tells outside the school: verdicts, but not how many readers there are.</summary>
public sealed class EvaluationDisclosureTests
{
    private const string Query = """
        query ($id: ID!, $add: [StandardAdditionInput!]) { evaluateLibrary(libraryId: $id, period: "2026-2027", add: $add) {
          criteria { code value perValue actual verdict missing gap } shortestPath { input amount } } }
        """;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task NumberOfReaders_IsToldAtTheSchoolOnly()
    {
        await using var api = await PlatformApi.StartAsync(clock: _clock);
        var library = await api.Database.HasAsync(A.Library("TH1", "Trường Tiểu học Bản Lầu", SchoolLevel.Primary));
        await api.Database.HasAsync(A.Patron(library, PatronCategory.Pupil));
        var id = GlobalId.Of("Library", library.Id);

        // A primary school asks three books a pupil; there is one pupil and no book.
        api.Scope = RepositoryApi.At(Role.Librarian, library);
        var school = await EvaluateAsync(api, id);
        school.GetProperty("criteria")[0].ToString().ShouldBe("""{"code":"1.1.1","value":0,"perValue":1,"actual":0,"verdict":"NOT_MET","missing":3,"gap":"thiếu 3 bản sách"}""");
        InputsOf(school).ShouldContain("BOOKS");

        foreach (var role in new[] { Role.HubLibrarian, Role.EducationOffice })
        {
            api.Scope = RepositoryApi.At(role, library);
            var outside = await EvaluateAsync(api, id);
            outside.GetProperty("criteria")[0].ToString().ShouldBe("""{"code":"1.1.1","value":0,"perValue":null,"actual":null,"verdict":"NOT_MET","missing":null,"gap":null}""", role.ToString());
            InputsOf(outside).ShouldNotContain("BOOKS", "three a pupil are missing: that tells the pupils");
            (await EvaluateAsync(api, id, new { input = "BOOKS", amount = 3 })).ValueKind.ShouldBe(JsonValueKind.Null, "trying until it is met tells them as well");
            (await EvaluateAsync(api, id, new { input = "ACTIVITIES", amount = 3 })).ValueKind.ShouldBe(JsonValueKind.Object);
        }
    }

    private static async Task<JsonElement> EvaluateAsync(PlatformApi api, string id, params object[] add) =>
        (await api.DataAsync(Query, new { id, add })).GetProperty("evaluateLibrary");

    private static IEnumerable<string?> InputsOf(JsonElement evaluation) => evaluation.GetProperty("shortestPath").EnumerateArray().Select(s => s.GetProperty("input").GetString());
}
