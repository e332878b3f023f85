using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Sharing;

namespace Platform.Api.Tests.Access.Accounts;

/// <summary>Opening, changing and shutting accounts over GraphQL, as each kind of manager.</summary>
public sealed class AccountMutationTests
{
    private const string NewPassword = "mat-troi-moc-o-dang-dong";

    [Fact]
    public async Task Librarian_OpensATeachersAccount_OfTheOwnSchoolOnly()
    {
        await using var school = await SchoolAsync();

        var own = await school.CreateAsync("co-lan", school.Library, Role.Teacher);
        var other = await school.CreateAsync("co-mai", school.Other, Role.Teacher);

        own.GetProperty("errors").GetArrayLength().ShouldBe(0, own.ToString());
        own.GetProperty("account").GetProperty("name").GetString().ShouldBe("co-lan");
        ReasonOf(other).ShouldBe("LIBRARY_NEEDED");
        await using var db = school.Api.Database.Open();
        var account = await db.Accounts.Include(a => a.Roles).SingleAsync(a => a.Name == "co-lan");
        account.PasswordHash!.ShouldNotContain(AccessHost.Password);
        school.Api.Services.GetRequiredService<IPasswordHasher<Account>>().VerifyHashedPassword(account, account.PasswordHash!, AccessHost.Password)
            .ShouldNotBe(PasswordVerificationResult.Failed);
    }

    [Theory]
    [InlineData(Role.Librarian, Role.TeacherLibrarian, null)]
    [InlineData(Role.Librarian, Role.Librarian, "ROLE_NOT_YOURS")]
    [InlineData(Role.Librarian, Role.SystemAdministrator, "ROLE_NOT_YOURS")]
    [InlineData(Role.HubLibrarian, Role.Librarian, null)]
    [InlineData(Role.HubLibrarian, Role.HubLibrarian, "ROLE_NOT_YOURS")]
    [InlineData(Role.SystemAdministrator, Role.SystemAdministrator, null)]
    [InlineData(Role.SystemAdministrator, Role.HubLibrarian, null)]
    public async Task Manager_GivesNoRoleAboveTheOwn(Role manager, Role given, string? refusal)
    {
        await using var school = await SchoolAsync(manager);
        var account = await school.HasAccountAsync("thay-tung", school.Library, Role.Teacher);

        var answer = await school.GrantAsync(account, given);

        ReasonOf(answer).ShouldBe(refusal);
        await using var db = school.Api.Database.Open();
        (await db.RoleAssignments.CountAsync(r => r.AccountId == account.Id)).ShouldBe(refusal is null ? 2 : 1);
    }

    [Fact]
    public async Task AccountWithARoleAbove_IsNotTouched()
    {
        await using var school = await SchoolAsync();
        var hub = await school.HasAccountAsync("dau-moi", school.Library, Role.Librarian);

        foreach (var mutation in new[] { "lockAccount", "unlockAccount" })
            ReasonOf(await school.DoAsync(mutation, new { accountId = Id(hub) })).ShouldBe("ACCOUNT_ABOVE", mutation);
        ReasonOf(await school.DoAsync("resetPassword", new { accountId = Id(hub), newPassword = NewPassword })).ShouldBe("ACCOUNT_ABOVE");
        ReasonOf(await school.GrantAsync(hub, Role.Teacher)).ShouldBe("ACCOUNT_ABOVE");
    }

    [Fact]
    public async Task AccountOfAnotherSchool_IsNotThere()
    {
        await using var school = await SchoolAsync();
        var stranger = await school.HasAccountAsync("co-xa", school.Other, Role.Teacher);

        foreach (var mutation in new[] { "lockAccount", "unlockAccount" })
            CodeOf(await school.DoAsync(mutation, new { accountId = Id(stranger) })).ShouldBe("NOT_FOUND", mutation);
        CodeOf(await school.DoAsync("resetPassword", new { accountId = Id(stranger), newPassword = NewPassword })).ShouldBe("NOT_FOUND");
        CodeOf(await school.GrantAsync(stranger, Role.Teacher)).ShouldBe("NOT_FOUND");
        CodeOf(await school.DoAsync("revokeRole", new { roleAssignmentId = GlobalId.Of(nameof(RoleAssignment), stranger.Roles.Single().Id) })).ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Pupil_NeedsACardOfTheSameSchool()
    {
        await using var school = await SchoolAsync();
        var own = await school.Api.Database.HasAsync(A.Patron(school.Library));
        var foreign = await school.Api.Database.HasAsync(A.Patron(school.Other));

        ReasonOf(await school.CreateAsync("hs-1", school.Library, Role.Pupil)).ShouldBe("ROLE_TARGET");
        CodeOf(await school.CreateAsync("hs-2", school.Library, Role.Pupil, foreign)).ShouldBe("NOT_FOUND");
        CodeOf(await school.CreateAsync("hs-3", school.Library, Role.Pupil, own)).ShouldBeNull();
    }

    [Fact]
    public async Task RoleWithDays_HoldsInTheseDaysOnly_AndIsGivenOnce()
    {
        await using var school = await SchoolAsync();
        var account = await school.HasAccountAsync("thay-tung", school.Library, Role.Pupil);
        object Asked(string from, string? until) => new { accountId = Id(account), role = new { role = "TEACHER", libraryId = Id(school.Library), fromOn = from, untilOn = until } };

        CodeOf(await school.DoAsync("grantRole", Asked("2030-09-01", "2031-05-31"))).ShouldBeNull();
        ReasonOf(await school.DoAsync("grantRole", Asked("2031-05-31", null))).ShouldBe("ROLE_HELD");
        CodeOf(await school.DoAsync("grantRole", Asked("2031-06-01", null))).ShouldBeNull();
        ReasonOf(await school.DoAsync("grantRole", Asked("2032-06-01", "2032-05-31"))).ShouldBe("PERIOD_INVALID");

        await using var db = school.Api.Database.Open();
        (await BearerScopesOn(db, account, new DateOnly(2031, 1, 1))).ShouldContain(Permission.EditRepository);
        (await BearerScopesOn(db, account, new DateOnly(2030, 8, 31))).ShouldNotContain(Permission.EditRepository);
    }

    [Fact]
    public async Task RevokedRole_EndsAtOnce_OrOnItsDay_AndStaysAsHistory()
    {
        await using var school = await SchoolAsync();
        var account = await school.HasAccountAsync("thay-tung", school.Library, Role.Teacher);
        var role = account.Roles.Single();
        var id = GlobalId.Of(nameof(RoleAssignment), role.Id);

        CodeOf(await school.DoAsync("revokeRole", new { roleAssignmentId = id, version = 7 })).ShouldBe("STALE_VERSION");
        CodeOf(await school.DoAsync("revokeRole", new { roleAssignmentId = id, version = 1 })).ShouldBeNull();

        await using var db = school.Api.Database.Open();
        (await db.RoleAssignments.SingleAsync(r => r.Id == role.Id)).UntilOn.ShouldBe(Model.SchoolTime.Today(school.Api.Database.Clock).AddDays(-1));
    }

    [Fact]
    public async Task LastAdministrator_Stays()
    {
        await using var school = await SchoolAsync(Role.SystemAdministrator);
        var own = GlobalId.Of(nameof(RoleAssignment), school.Manager.Roles.Single().Id);

        ReasonOf(await school.DoAsync("revokeRole", new { roleAssignmentId = own })).ShouldBe("LAST_ADMINISTRATOR");
        ReasonOf(await school.DoAsync("lockAccount", new { accountId = Id(school.Manager) })).ShouldBe("OWN_ACCOUNT");
        await school.HasAccountAsync("quan-tri-2", null, Role.SystemAdministrator);
        CodeOf(await school.DoAsync("revokeRole", new { roleAssignmentId = own })).ShouldBeNull();
    }

    [Theory]
    [InlineData("ngan", "PASSWORD_LENGTH")]
    [InlineData("matkhau1234", "PASSWORD_TOO_COMMON")]
    [InlineData("xx-thay-tung-xx", "PASSWORD_TOO_COMMON")]
    [InlineData(NewPassword, null)]
    public async Task NewPassword_KeepsTheRules(string password, string? refusal)
    {
        await using var school = await SchoolAsync();
        var account = await school.HasAccountAsync("thay-tung", school.Library, Role.Teacher);

        ReasonOf(await school.DoAsync("resetPassword", new { accountId = Id(account), newPassword = password })).ShouldBe(refusal);
    }

    [Fact]
    public async Task RepeatedReset_AnswersTheSame_AndItsRowIsNoEasierToGuessFrom()
    {
        await using var school = await SchoolAsync();
        var account = await school.HasAccountAsync("thay-tung", school.Library, Role.Teacher);
        object Asked(string password) => new { accountId = Id(account), newPassword = password, idempotencyKey = "k1" };

        var first = await school.DoAsync("resetPassword", Asked(NewPassword));
        var again = await school.DoAsync("resetPassword", Asked(NewPassword));
        var other = await school.DoAsync("resetPassword", Asked(NewPassword + "!"));

        again.ToString().ShouldBe(first.ToString());
        CodeOf(other).ShouldBe("IDEMPOTENCY_KEY_REUSED");
        await using var db = school.Api.Database.Open();
        (await db.Accounts.SingleAsync(a => a.Id == account.Id)).Version.ShouldBe(2, "one effect");
        var plain = JsonSerializer.SerializeToUtf8Bytes(new { accountId = account.Id, newPassword = NewPassword });
        (await db.IdempotentCalls.SingleAsync()).InputHash.ShouldNotBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(plain)));
        (await db.IdempotentCalls.SingleAsync()).Answer!.ShouldNotContain(NewPassword);
    }

    [Fact]
    public async Task Audit_IsReadByThoseWhoManageTheAccount()
    {
        await using var school = await SchoolAsync();
        var own = await school.HasAccountAsync("thay-tung", school.Library, Role.Teacher);
        var stranger = await school.HasAccountAsync("co-xa", school.Other, Role.Teacher);
        foreach (var account in new long?[] { own.Id, stranger.Id, null })
            await school.Api.Database.HasAsync(new SignIn { At = A.Noon, AccountId = account, Method = SignInMethod.Password, Outcome = SignInOutcome.WrongPassword, Network = "10.1.2.0" });

        var seen = await school.Api.DataAsync("{ signIns(where: { outcome: { eq: WRONG_PASSWORD } }, order: [{ at: DESC }]) { totalCount nodes { network account { name } } } }");

        seen.ToString().ShouldBe("""{"signIns":{"totalCount":1,"nodes":[{"network":"10.1.2.0","account":{"name":"thay-tung"}}]}}""");
    }

    [Fact]
    public async Task Service_GetsASecretThatIsShownOnce()
    {
        await using var school = await SchoolAsync(Role.SystemAdministrator);
        object asked = new { name = "cong-xa", kind = "SERVICE", roles = new[] { new { role = "PORTAL" } }, idempotencyKey = "k" };

        var first = await school.DoAsync("createAccount", asked, "clientSecret account { name kind }");
        var again = await school.DoAsync("createAccount", asked, "clientSecret account { name }");

        first.GetProperty("clientSecret").GetString()!.Length.ShouldBe(43);
        again.GetProperty("clientSecret").ValueKind.ShouldBe(JsonValueKind.Null);
        again.GetProperty("account").GetProperty("name").GetString().ShouldBe("cong-xa");
        ReasonOf(await school.DoAsync("createAccount", new { name = "CONG-XA", kind = "SERVICE", roles = new[] { new { role = "PORTAL" } } })).ShouldBe("NAME_TAKEN");
    }

    private static async Task<IReadOnlySet<Permission>> BearerScopesOn(Model.LibraryDb db, Account account, DateOnly on) =>
        (await Api.Access.BearerScopes.AccountScopeAsync(db, account.Id, on, TestContext.Current.CancellationToken))!.Permissions;

    private static string Id(Account account) => GlobalId.Of(nameof(Account), account.Id);

    private static string Id(Library library) => GlobalId.Of(nameof(Library), library.Id);

    private static string? CodeOf(JsonElement payload) =>
        payload.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()).FirstOrDefault();

    private static string? ReasonOf(JsonElement payload) => payload.GetProperty("errors").EnumerateArray()
        .Select(e => e.TryGetProperty("reason", out var reason) ? reason.GetString() : e.GetProperty("code").GetString()).FirstOrDefault();

    private static async Task<School> SchoolAsync(Role manager = Role.Librarian)
    {
        var api = await PlatformApi.StartAsync();
        var (own, other) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var group = await api.Database.HasAsync(A.Group(own));
        var school = new School(api, own, other, group);
        school.Manager = await school.HasAccountAsync("nguoi-quan-ly", own, manager);
        var tree = new LibraryTree([.. group.Memberships], [], []);
        api.Scope = ScopeOf.Account(school.Manager.Id, school.Manager.Roles, tree, Model.SchoolTime.Today(api.Database.Clock));
        return school;
    }

    private sealed class School(PlatformApi api, Library library, Library other, LibraryGroup group) : IAsyncDisposable
    {
        public PlatformApi Api { get; } = api;

        public Library Library { get; } = library;

        public Library Other { get; } = other;

        public Account Manager { get; set; } = null!; // set by SchoolAsync

        public Task<Account> HasAccountAsync(string name, Library? at, Role role) => Api.Database.HasAsync(new Account
        {
            Name = name,
            NameKey = AccountName.KeyOf(name),
            Kind = AccountKind.Person,
            LibraryId = at?.Id,
            SecurityStamp = "first",
            PasswordHash = "x",
            Roles = [new RoleAssignment { Role = role, LibraryId = NeedsLibrary(role) ? at?.Id : null, GroupId = role is Role.HubLibrarian ? group.Id : null, FromOn = A.Today.AddYears(-1) }],
        });

        public Task<JsonElement> CreateAsync(string name, Library at, Role role, Patron? patron = null) => DoAsync("createAccount", new
        {
            name,
            password = AccessHost.Password,
            libraryId = Id(at),
            roles = new[] { new { role = Text(role), libraryId = Id(at), patronId = patron is null ? null : GlobalId.Of(nameof(Patron), patron.Id) } },
        }, "account { name }");

        public Task<JsonElement> GrantAsync(Account account, Role role) => DoAsync("grantRole", new
        {
            accountId = Id(account),
            role = new { role = Text(role), libraryId = NeedsLibrary(role) ? Id(Library) : null, groupId = role is Role.HubLibrarian ? GlobalId.Of(nameof(LibraryGroup), group.Id) : null },
        });

        public async Task<JsonElement> DoAsync(string mutation, object input, string fields = "") => (await Api.DataAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {fields} errors {{ ... on Error {{ code message }} ... on AccountRefused {{ reason }} }} }} }}",
            new { input })).GetProperty(mutation);

        public ValueTask DisposeAsync() => Api.DisposeAsync();

        private static bool NeedsLibrary(Role role) => role is not (Role.SystemAdministrator or Role.HubLibrarian or Role.Portal);

        private static string Text(Role role) => string.Concat(role.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : char.ToUpperInvariant(c).ToString()));
    }
}
