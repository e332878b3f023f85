using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Access;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Tests.Patrons;

/// <summary>Looks are written down by whatever path; consents, exports, erasure; a teacher sees a class only where it was granted.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private PlatformApi _api = null!; // set before each test
    private Library _library = null!; // set before each test
    private Patron _pupil = null!; // set before each test
    private Patron _teacher = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _api = await PlatformApi.StartAsync();
        _library = await _api.Database.HasAsync(A.Library());
        _pupil = await _api.Database.HasAsync(A.Patron(_library));
        _teacher = await _api.Database.HasAsync(A.Patron(_library, PatronCategory.Teacher, "Vàng Thị Mai"));
        await _api.Database.HasAsync(A.Loan(await _api.Database.HasAsync(A.Item(await _api.Database.HasAsync(A.Record(_library)))), _pupil));
        _api.Scope = Librarian;
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private Scope Librarian => new() { Actor = "librarian", LibraryIds = [_library.Id], Permissions = RolePermissions.Of(Role.Librarian) };

    private Scope Pupil => new() { Actor = "pupil", PatronId = _pupil.Id, Permissions = RolePermissions.Of(Role.Pupil) };

    private Scope Guardian => new() { Actor = "guardian", WardIds = [_pupil.Id], Permissions = RolePermissions.Of(Role.Guardian) };

    public static TheoryData<string, string> Paths { get; } = new()
    {
        { "{ patrons { nodes { fullName } } }", "Card" },
        { "query ($id: ID!) { patron(id: $id) { fullName } }", "Card" },
        { "query ($id: ID!) { node(id: $id) { ... on Patron { fullName } } }", "Card" },
        { "query ($id: ID!) { patron(id: $id) { loans { totalCount } } }", "Loans" },
        { "{ loans { nodes { patron { fullName } } } }", "Loans" },
        { "query ($id: ID!) { loans(where: { patron: { eq: $id } }) { nodes { dueOn } } }", "Loans" },
        { "query ($id: ID!) { loans(where: { or: [{ patron: { in: [$id] } }] }) { totalCount } }", "Loans" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task LookAtAChild_IsWrittenDown_ByWhateverPath(string query, string kind)
    {
        await _api.DataAsync(query, new { id = Id(_pupil) });

        await using var db = _api.Database.Open();
        (await db.PatronLooks.Select(l => new { l.PatronId, l.Actor, l.Kind }).ToListAsync()).ShouldBe([new { PatronId = _pupil.Id, Actor = "librarian", Kind = Enum.Parse<LookKind>(kind) }]);
    }

    [Fact]
    public async Task OwnLook_AndLoansWithoutPeople_AreNoLooks()
    {
        await _api.DataAsync("{ loans { nodes { dueOn item { registrationNumber } } } }");
        _api.Scope = Pupil;
        await _api.DataAsync("{ patrons { nodes { fullName loans { totalCount } } } }");
        _api.Scope = Guardian;
        await _api.DataAsync("{ patrons { nodes { fullName } } }");

        await using var db = _api.Database.Open();
        (await db.PatronLooks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ListOfFiftyPupils_CostsAsManyStatementsAsOne()
    {
        await _api.DataAsync("{ patrons(first: 1) { nodes { fullName } } }");
        _api.Database.Sql.Clear();
        await _api.DataAsync("{ patrons(first: 1) { nodes { fullName } } }");
        var one = _api.Database.Sql.Count;
        for (var n = 0; n < 50; n++)
            await _api.Database.HasAsync(A.Patron(_library));
        _api.Database.Sql.Clear();
        await _api.DataAsync("{ patrons(first: 50) { nodes { fullName } } }");

        _api.Database.Sql.Count.ShouldBe(one);
    }

    [Fact]
    public async Task Export_IsAnArchiveBehindAShortLink_AndTheLookIsWrittenDown()
    {
        var url = (await ExportAsync()).GetProperty("url").GetString()!;
        using var archive = new ZipArchive(await _api.Http.GetStreamAsync(url));
        using var reader = new StreamReader(archive.Entries.Single().Open(), Encoding.UTF8);
        var json = await reader.ReadToEndAsync();

        json.ShouldContain("\"fullName\": \"Giàng A Páo\"");
        json.ShouldContain("\"title\": \"Dế Mèn phiêu lưu ký\"");
        (await _api.Http.GetAsync(url[..^1] + (url[^1] == 'A' ? 'B' : 'A'))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var db = _api.Database.Open();
        (await db.PatronLooks.Select(l => l.Kind).ToListAsync()).ShouldBe([LookKind.Export]);
    }

    [Fact]
    public async Task StrangersExport_IsNotFound()
    {
        _api.Scope = Librarian with { LibraryIds = [_library.Id + 100] };
        (await ExportAsync()).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task GuardianAndChildAgree_EachForItself()
    {
        _api.Scope = Guardian;
        (await AgreeAsync("GUARDIAN")).GetArrayLength().ShouldBe(0);
        (await AgreeAsync("PERSON"))[0].GetProperty("code").GetString().ShouldBe("NOT_PERMITTED");
        _api.Scope = Pupil;
        (await AgreeAsync("PERSON")).GetArrayLength().ShouldBe(0);
        (await AgreeAsync("PERSON")).GetArrayLength().ShouldBe(0, "agreeing twice is agreeing once");
        var own = await _api.DataAsync("{ patrons { nodes { consents(order: [{ givenOn: ASC }]) { nodes { id givenBy } } } } }");
        var consents = own.GetProperty("patrons").GetProperty("nodes")[0].GetProperty("consents").GetProperty("nodes");
        consents.EnumerateArray().Select(c => c.GetProperty("givenBy").GetString()).ShouldBe(["GUARDIAN", "PERSON"]);

        _api.Scope = Guardian;
        var withdrawn = await _api.DataAsync(
            "mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { withdrawnOn } errors { ... on Error { code } } } }",
            new { input = new { consentId = consents[1].GetProperty("id").GetString() } });
        withdrawn.GetProperty("withdrawConsent").GetProperty("consent").GetProperty("withdrawnOn").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task Erasure_IsRefusedWhileSomethingIsOnLoan()
    {
        var answer = await _api.DataAsync(
            "mutation ($input: ErasePatronInput!) { erasePatron(input: $input) { isErased errors { ... on DeskRefused { reason } } } }",
            new { input = new { patronId = Id(_pupil) } });

        answer.ToString().ShouldBe("""{"erasePatron":{"isErased":false,"errors":[{"reason":"STILL_OWES"}]}}""");
    }

    [Fact]
    public async Task Teacher_SeesAGrantedClassInItsDays_AndNothingElse()
    {
        var (own, other) = (await _api.Database.HasAsync(A.Class(_library)), await _api.Database.HasAsync(A.Class(_library, "6B")));
        await _api.Database.HasAsync(A.Member(_pupil, own));
        await _api.Database.HasAsync(A.Member(await _api.Database.HasAsync(A.Patron(_library)), other));
        var account = await _api.Database.HasAsync(new Account
        {
            Name = "mai",
            NameKey = "MAI",
            Kind = AccountKind.Person,
            LibraryId = _library.Id,
            Roles = [new RoleAssignment { Role = Role.Teacher, LibraryId = _library.Id, PatronId = _teacher.Id, FromOn = A.Today }],
        });
        var granted = await _api.DataAsync(
            "mutation ($input: GrantClassInput!) { grantClass(input: $input) { classGrant { id } errors { ... on Error { code } } } }",
            new { input = new { classId = GlobalId.Of(nameof(SchoolClass), own.Id), teacherId = Id(_teacher), fromOn = "2026-10-05", untilOn = "2026-10-09" } });
        granted.GetProperty("grantClass").GetProperty("errors").GetArrayLength().ShouldBe(0);

        (await SeenByAsync(account, new DateOnly(2026, 10, 5))).ShouldBe("""{"patrons":{"totalCount":2},"classes":{"nodes":[{"name":"6A","memberships":{"totalCount":1}}]},"loans":{"totalCount":1}}""", "the own card and that of the pupil");
        (await SeenByAsync(account, new DateOnly(2026, 10, 10))).ShouldBe("""{"patrons":{"totalCount":1},"classes":{"nodes":[]},"loans":{"totalCount":0}}""");
        await using var db = _api.Database.Open();
        (await db.Loans.ExecuteUpdateAsync(set => set.SetProperty(l => l.ReturnedAt, A.Noon))).ShouldBe(1);
        (await SeenByAsync(account, new DateOnly(2026, 10, 5))).ShouldContain("\"loans\":{\"totalCount\":0}", Case.Sensitive, "what was read before is not the teacher's to see");
    }

    private async Task<string> SeenByAsync(Account account, DateOnly on)
    {
        await using var db = _api.Database.Open();
        _api.Scope = (await BearerScopes.AccountScopeAsync(db, account.Id, on, default))!; // an open account
        return (await _api.DataAsync("{ patrons { totalCount } classes { nodes { name memberships { totalCount } } } loans { totalCount } }")).ToString();
    }

    private async Task<System.Text.Json.JsonElement> AgreeAsync(string party)
    {
        var answer = await _api.DataAsync(
            "mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id } errors { ... on Error { code } } } }",
            new { input = new { patronId = Id(_pupil), purpose = "KEEP_HISTORY", givenBy = party } });
        return answer.GetProperty("recordConsent").GetProperty("errors");
    }

    private async Task<System.Text.Json.JsonElement> ExportAsync() => (await _api.DataAsync(
        "mutation ($input: ExportPatronInput!) { exportPatron(input: $input) { url expiresAt errors { ... on Error { code } } } }",
        new { input = new { patronId = Id(_pupil) } })).GetProperty("exportPatron");

    private static string Id(Patron patron) => GlobalId.Of(nameof(Patron), patron.Id);
}
