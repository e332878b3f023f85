using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Model.Tests.Access;

public sealed class AccountPolicyTests
{
    private const long Own = 1;
    private const long Member = 2;
    private const long Stranger = 3;
    private const long Group = 50;
    private static readonly DateOnly On = new(2026, 10, 5);

    private static readonly LibraryTree Tree = new(
        [
            new Membership { GroupId = Group, LibraryId = Own, IsHub = true, JoinedOn = On },
            new Membership { GroupId = Group, LibraryId = Member, IsHub = false, JoinedOn = On },
        ],
        [],
        []);

    private static readonly RoleAssignment Admin = new() { Role = Role.SystemAdministrator, FromOn = On };
    private static readonly RoleAssignment Hub = new() { Role = Role.HubLibrarian, GroupId = Group, FromOn = On };

    public static TheoryData<string, Role, long?, bool> Cases { get; } = new()
    {
        { "admin", Role.SystemAdministrator, null, true },
        { "admin", Role.Librarian, Stranger, true },
        { "hub", Role.Librarian, Member, true },
        { "hub", Role.Librarian, Own, true },
        { "hub", Role.Librarian, Stranger, false },
        { "hub", Role.HubLibrarian, null, false },
        { "hub", Role.SystemAdministrator, null, false },
        { "librarian", Role.TeacherLibrarian, Own, true },
        { "librarian", Role.Pupil, Own, true },
        { "librarian", Role.Librarian, Own, false },
        { "librarian", Role.Pupil, Member, false },
        { "librarian", Role.EducationOffice, null, false },
        { "teacher-librarian", Role.Pupil, Own, false },
        { "pupil", Role.Pupil, Own, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Role_IsGivenFromAboveWithinTheOwnLibraries(string caller, Role role, long? library, bool allowed)
    {
        RoleAssignment[] held = [HeldBy(caller)];

        (AccountPolicy.MayGrant(held, new RoleAssignment { Role = role, LibraryId = library, FromOn = On }, Tree, On) is null).ShouldBe(allowed);
    }

    [Fact]
    public void EndedRole_GivesNothing()
    {
        RoleAssignment[] held = [new RoleAssignment { Role = Role.SystemAdministrator, FromOn = On.AddDays(-9), UntilOn = On.AddDays(-1) }];

        AccountPolicy.MayGrant(held, At(Role.Pupil, Own), Tree, On)!.Code.ShouldBe(AccountRefusalCode.RoleNotYours);
    }

    [Fact]
    public void Librarian_CannotChangeAnAccountThatAlsoLeadsTheGroup()
    {
        var account = new Account { Name = "co-lan", Kind = AccountKind.Person, LibraryId = Own, Roles = [At(Role.Teacher, Own), Hub] };

        AccountPolicy.MayManage([At(Role.Librarian, Own)], account, Tree, On)!.Code.ShouldBe(AccountRefusalCode.AccountAbove);
        AccountPolicy.MayManage([Admin], account, Tree, On).ShouldBeNull();
    }

    [Fact]
    public void Librarian_CannotChangeAColleagueBeforeTheirHigherRoleBegins()
    {
        var account = new Account
        {
            Name = "co-lan",
            Kind = AccountKind.Person,
            LibraryId = Own,
            Roles = [new RoleAssignment { Role = Role.HubLibrarian, GroupId = Group, FromOn = On.AddDays(1) }],
        };

        AccountPolicy.MayManage([At(Role.Librarian, Own)], account, Tree, On)!.Code.ShouldBe(AccountRefusalCode.AccountAbove);
    }

    [Theory]
    [InlineData(Role.Librarian, null, null, AccountRefusalCode.RoleTarget)]
    [InlineData(Role.Librarian, Own, null, null)]
    [InlineData(Role.Pupil, Own, null, AccountRefusalCode.RoleTarget)]
    [InlineData(Role.Pupil, Own, 100L, null)]
    [InlineData(Role.SystemAdministrator, Own, null, AccountRefusalCode.RoleTarget)]
    [InlineData(Role.HubLibrarian, Own, null, AccountRefusalCode.RoleTarget)]
    public void Role_HasItsPlace(Role role, long? library, long? patron, AccountRefusalCode? fault) =>
        (AccountPolicy.FaultOf(new RoleAssignment { Role = role, LibraryId = library, PatronId = patron, FromOn = On })?.Code).ShouldBe(fault);

    [Fact]
    public void LastDayBeforeTheFirst_IsRefused() =>
        AccountPolicy.FaultOf(new RoleAssignment { Role = Role.Librarian, LibraryId = Own, FromOn = On, UntilOn = On.AddDays(-1) })!.English
            .ShouldBe("The last day 2026-10-04 is before the first 2026-10-05.");

    private static RoleAssignment HeldBy(string caller) => caller switch
    {
        "admin" => Admin,
        "hub" => Hub,
        "librarian" => At(Role.Librarian, Own),
        "teacher-librarian" => At(Role.TeacherLibrarian, Own),
        _ => new RoleAssignment { Role = Role.Pupil, LibraryId = Own, PatronId = 7, FromOn = On },
    };

    private static RoleAssignment At(Role role, long library) => new() { Role = role, LibraryId = library, FromOn = On };
}
