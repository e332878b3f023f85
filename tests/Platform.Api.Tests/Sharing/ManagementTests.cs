using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Repository;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Control;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Tests.Sharing;

/// <summary>The management view: sums for the hub and the office by a closed list of dimensions, never a person.</summary>
public sealed class ManagementTests
{
    private const string Semester = "2026-2027-HK1";

    [Fact]
    public async Task Figures_AreSummedByWhatIsAskedFor()
    {
        await using var api = await PlatformApi.StartAsync();
        var (hub, member) = await GroupAsync(api);
        api.Scope = RepositoryApi.At(Role.HubLibrarian, hub, member);

        (await FiguresAsync(api, "COPIES", "")).ShouldBe("""[{"libraryId":null,"itemType":null,"reader":null,"month":null,"value":4}]""");
        (await FiguresAsync(api, "COPIES", "LIBRARY, ITEM_TYPE")).ShouldBe(
            $$"""[{"libraryId":"{{Id(hub)}}","itemType":"TEXTBOOK","reader":null,"month":null,"value":1},{"libraryId":"{{Id(member)}}","itemType":"TEXTBOOK","reader":null,"month":null,"value":1},{"libraryId":"{{Id(member)}}","itemType":"REFERENCE_BOOK","reader":null,"month":null,"value":2}]""");
        api.Scope = RepositoryApi.At(Role.Librarian, hub, member);
        (await FiguresAsync(api, "LOANS", "READER, MONTH")).ShouldBe(
            """[{"libraryId":null,"itemType":null,"reader":"PUPIL","month":"2026-09","value":1},{"libraryId":null,"itemType":null,"reader":"PUPIL","month":"2026-10","value":1},{"libraryId":null,"itemType":null,"reader":"TEACHER","month":"2026-10","value":1}]""");
        (await FiguresAsync(api, "PUPILS", "LIBRARY")).ShouldBe($$"""[{"libraryId":"{{Id(member)}}","itemType":null,"reader":null,"month":null,"value":1}]""");
        foreach (var (at, records, score) in new[] { (A.Noon.AddDays(-10), 4, 50.0), (A.Noon, 10, 82.5), (A.Noon.AddYears(1), 99, 99.0) })
            await api.Database.HasAsync(new QualityAssessment { LibraryId = member.Id, AssessedAt = at, Records = records, Score = score, WithErrors = 1, WithWarnings = 2 });
        (await FiguresAsync(api, "ASSESSED_RECORDS", "")).ShouldBe("""[{"libraryId":null,"itemType":null,"reader":null,"month":null,"value":10}]""");
        (await FiguresAsync(api, "QUALITY_POINTS", "LIBRARY")).ShouldBe($$"""[{"libraryId":"{{Id(member)}}","itemType":null,"reader":null,"month":null,"value":825}]""");
        (await FiguresAsync(api, "OVERDUE_LOANS", "")).ShouldBe("""[{"libraryId":null,"itemType":null,"reader":null,"month":null,"value":3}]""");
    }

    [Fact]
    public async Task SmallFiguresAboutPupils_AreLeftOutOutsideTheSchool_AndNoTotalGivesThemAway()
    {
        await using var api = await PlatformApi.StartAsync(clock: new FakeTimeProvider(A.Noon));
        var libraries = new List<Library>();
        foreach (var pupils in new[] { 3, 6, 8 })
        {
            libraries.Add(await api.Database.HasAsync(A.Library()));
            for (var n = 0; n < pupils; n++)
                await api.Database.HasAsync(A.Patron(libraries[^1]));
        }
        var group = await api.Database.HasAsync(A.Group(libraries[0], libraries[2]));
        api.Scope = RepositoryApi.At(Role.HubLibrarian, [.. libraries]);

        (await FiguresAsync(api, "PUPILS", "")).ShouldBe("""[{"libraryId":null,"itemType":null,"reader":null,"month":null,"value":17}]""");
        (await FiguresAsync(api, "PUPILS", "LIBRARY")).ShouldBe($$"""[{"libraryId":"{{Id(libraries[2])}}","itemType":null,"reader":null,"month":null,"value":8}]""", "with the 6, 17 - 8 - 6 would be told");
        (await api.DataAsync($$"""{ managementFigures(measure: PUPILS, period: "{{Semester}}", groupBy: [], groupId: "{{GlobalId.Of("LibraryGroup", group.Id)}}") { value } }"""))
            .GetProperty("managementFigures").GetArrayLength().ShouldBe(0, "11 - 8 would be told");
        api.Scope = RepositoryApi.At(Role.Librarian, libraries[0]);
        (await FiguresAsync(api, "PUPILS", "")).ShouldBe("""[{"libraryId":null,"itemType":null,"reader":null,"month":null,"value":3}]""", "the school's own figures are exact");
    }

    [Fact]
    public async Task OverdueLoans_AreListed_WithReadersForTheirSchoolOnly_AndNotWhereTheFigureIsKeptBack()
    {
        await using var api = await PlatformApi.StartAsync();
        var (hub, large, middle, small) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var group = await api.Database.HasAsync(A.Group(hub, large, middle, small));
        var record = await api.Database.HasAsync(A.Record(hub));
        foreach (var (library, copies) in new[] { (large, 6), (middle, 5), (small, 2) }) // with the 5, what is not told of the 2 would follow from a total
        {
            var pupil = A.Patron(library);
            (pupil.FullName, pupil.ClassName) = ("Giàng Thị Mẩy", "6A");
            await api.Database.HasAsync(pupil);
            for (var n = 0; n < copies; n++)
            {
                var loan = A.Loan(await api.Database.HasAsync(A.Item(record, libraryId: library.Id)), pupil, new DateOnly(2026, 9, 1));
                loan.DueOn = new DateOnly(2026, 9, 20 - n);
                await api.Database.HasAsync(loan);
            }
        }

        api.Scope = RepositoryApi.At(Role.HubLibrarian, hub, large, middle, small);
        var first = await OverdueAsync(api, group.Id, "first: 4");
        var rest = await OverdueAsync(api, group.Id, $"first: 4, after: \"{first[^1].GetProperty("id").GetString()}\"");
        api.Scope = RepositoryApi.At(Role.Librarian, small);
        var own = await OverdueAsync(api, group.Id, "first: 4");

        first.Concat(rest).Select(r => (r.GetProperty("libraryId").GetString(), r.GetProperty("dueOn").GetString(), r.GetProperty("daysOverdue").GetInt32()))
            .ShouldBe([(Id(large), "2026-09-15", 15), (Id(large), "2026-09-16", 14), (Id(large), "2026-09-17", 13), (Id(large), "2026-09-18", 12), (Id(large), "2026-09-19", 11), (Id(large), "2026-09-20", 10)]);
        first[0].GetProperty("title").GetString().ShouldBe(record.Title);
        first.ShouldAllBe(r => r.GetProperty("reader").ValueKind == JsonValueKind.Null && r.GetProperty("className").ValueKind == JsonValueKind.Null && r.GetProperty("readerName").ValueKind == JsonValueKind.Null);
        own.Select(r => $"{r.GetProperty("reader")} {r.GetProperty("className")} {r.GetProperty("readerName")} {r.GetProperty("daysOverdue")}")
            .ShouldBe(["PUPIL 6A Giàng Thị Mẩy 11", "PUPIL 6A Giàng Thị Mẩy 10"]);
    }

    private static async Task<List<JsonElement>> OverdueAsync(PlatformApi api, long groupId, string page) =>
        [.. (await api.DataAsync($$"""{ managementOverdue(measure: OVERDUE_LOANS, period: "2026-09", groupId: "{{GlobalId.Of("LibraryGroup", groupId)}}", {{page}}) { id libraryId title registrationNumber dueOn daysOverdue reader className readerName } }"""))
            .GetProperty("managementOverdue").EnumerateArray()];

    [Theory]
    [InlineData(Role.Librarian, """[{"libraryId":null,"itemType":null,"reader":null,"month":null,"value":3}]""")]
    [InlineData(Role.EducationOffice, """[{"libraryId":null,"itemType":null,"reader":null,"month":null,"value":3}]""")]
    public async Task Others_AreCountedForNobodyWhoDoesNotReadTheirReports(Role role, string expected)
    {
        await using var api = await PlatformApi.StartAsync();
        var (_, member) = await GroupAsync(api);
        api.Scope = RepositoryApi.At(role, member);

        (await FiguresAsync(api, "COPIES", "")).ShouldBe(expected);
        api.Scope = RepositoryApi.At(Role.Pupil, member);
        (await api.AnswerAsync($$"""{ managementFigures(measure: COPIES, period: "{{Semester}}", groupBy: []) { value } }""")).ToString().ShouldContain("FORBIDDEN");
    }

    [Fact]
    public async Task OneStatement_ServesOneLibraryOrFifty()
    {
        await using var api = await PlatformApi.StartAsync();
        await GroupAsync(api);
        api.Scope = new Scope { Actor = "administrator", SeesAllLibraries = true, Permissions = RolePermissions.Of(Role.SystemAdministrator) };
        foreach (var measure in new[] { "COPIES", "COMPLETE_COPIES", "PUPILS", "LOANS", "OVERDUE_LOANS", "VISITS", "CONTRIBUTED_E_RESOURCES", "CONTRIBUTED_MONEY", "CONTRIBUTED_STAFF_DAYS", "INTER_LIBRARY_LENT", "INTER_LIBRARY_BORROWED", "ROTATION_SENT", "OVERDUE_INTER_LIBRARY", "ASSESSED_RECORDS", "QUALITY_POINTS" })
        {
            api.Database.Sql.Clear();
            await FiguresAsync(api, measure, "LIBRARY, ITEM_TYPE, READER, MONTH");
            api.Database.Sql.Count.ShouldBe(1, measure);
        }
        for (var i = 0; i < 48; i++)
            await api.Database.HasAsync(A.Item(await api.Database.HasAsync(A.Record(await api.Database.HasAsync(A.Library())))));

        api.Database.Sql.Clear();
        (await FiguresAsync(api, "COPIES", "LIBRARY")).Split("libraryId").Length.ShouldBe(51);

        api.Database.Sql.Count.ShouldBe(1);
    }

    private static async Task<string> FiguresAsync(PlatformApi api, string measure, string by) =>
        (await api.DataAsync($$"""{ managementFigures(measure: {{measure}}, period: "{{Semester}}", groupBy: [{{by}}]) { libraryId itemType reader month value } }"""))
            .GetProperty("managementFigures").ToString();

    private static string Id(Library library) => GlobalId.Of("Library", library.Id);

    private static async Task<(Library Hub, Library Member)> GroupAsync(PlatformApi api)
    {
        var database = api.Database;
        var (hub, member) = (await database.HasAsync(A.Library()), await database.HasAsync(A.Library()));
        await database.HasAsync(A.Group(hub, member));
        var record = await database.HasAsync(A.Record(hub));
        await database.HasAsync(A.Item(record, ItemType.Textbook));
        await database.HasAsync(A.Item(record, ItemType.Textbook, libraryId: member.Id));
        var (pupil, teacher) = (await database.HasAsync(A.Patron(member)), await database.HasAsync(A.Patron(member, PatronCategory.Teacher)));
        var (first, second) = (await database.HasAsync(A.Item(record, libraryId: member.Id)), await database.HasAsync(A.Item(record, libraryId: member.Id)));
        var former = A.Loan(first, pupil, new DateOnly(2026, 9, 10));
        await database.HasAsync(former);
        await database.HasAsync(A.Loan(second, pupil));
        var third = A.Loan(first, teacher);
        third.ReturnedAt = new DateTimeOffset(2027, 3, 1, 3, 0, 0, TimeSpan.Zero);
        await database.HasAsync(third);
        return (hub, member);
    }
}
