using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Sharing;

namespace Platform.Model.Tests.Access;

public sealed class ScopeOfTests
{
    private const long Account = 9;
    private const long SchoolA = 1;
    private const long SchoolB = 2;
    private const long SchoolC = 3;
    private const long Group = 50;
    private const long Department = 70;
    private const long Commune = 71;
    private const long District = 72;

    private static readonly DateOnly On = new(2026, 10, 5);
    private static readonly DateOnly DistrictsEnd = new(2025, 6, 30);

    // Schools A and B are in the group; A is under the commune, C was under the district until the tier ended, then under the department.
    private static readonly LibraryTree Tree = new(
        [
            new Membership { GroupId = Group, LibraryId = SchoolA, IsHub = true, JoinedOn = new DateOnly(2024, 12, 6) },
            new Membership { GroupId = Group, LibraryId = SchoolB, IsHub = false, JoinedOn = new DateOnly(2024, 12, 6) },
            new Membership { GroupId = Group, LibraryId = SchoolC, IsHub = false, JoinedOn = new DateOnly(2024, 12, 6), LeftOn = new DateOnly(2026, 10, 4) },
        ],
        [
            new LibraryParent { LibraryId = SchoolA, OrganisationId = Commune, FromOn = new DateOnly(2025, 7, 1) },
            new LibraryParent { LibraryId = SchoolC, OrganisationId = District, FromOn = new DateOnly(2020, 1, 1), UntilOn = DistrictsEnd },
            new LibraryParent { LibraryId = SchoolC, OrganisationId = Department, FromOn = new DateOnly(2025, 7, 1) },
        ],
        [
            new OrganisationParent { OrganisationId = Commune, ParentId = Department, FromOn = new DateOnly(2025, 7, 1) },
            new OrganisationParent { OrganisationId = District, ParentId = Department, FromOn = new DateOnly(2020, 1, 1), UntilOn = DistrictsEnd },
        ]);

    [Fact]
    public void NoRole_IsLikeAnonymous()
    {
        var scope = Of();

        scope.Permissions.ShouldBe([Permission.ReadCatalogue]);
        scope.LibraryIds.ShouldBeEmpty();
        scope.SeesAllLibraries.ShouldBeFalse();
    }

    [Fact]
    public void Librarian_WhoTeachesElsewhere_ReadsPatronsOfTheOwnLibraryOnly()
    {
        var scope = Of(At(Role.Librarian, SchoolA), At(Role.Teacher, SchoolB));

        scope.ReachOf(Permission.ReadPatrons).LibraryIds.ShouldBe([SchoolA]);
        scope.ReachOf(Permission.EditRepository).LibraryIds.ShouldBe([SchoolA, SchoolB]);
        scope.May(Permission.Circulate, SchoolB).ShouldBeFalse();
        scope.LibraryIds.ShouldBe([SchoolA]);
    }

    [Fact]
    public void HubLibrarian_ReadsReportsOfTodaysMembers_AndPatronsOfNone()
    {
        var scope = Of(new RoleAssignment { Role = Role.HubLibrarian, GroupId = Group, FromOn = On });

        scope.ReachOf(Permission.ReadReports).LibraryIds.ShouldBe([SchoolA, SchoolB]);
        scope.May(Permission.ReadPatrons).ShouldBeFalse();
        scope.GroupIds.ShouldBe([Group]);
    }

    [Fact]
    public void HubLibrarian_WhoRunsTheLeadLibrary_ReadsPatronsOfThatOne()
    {
        var scope = Of(new RoleAssignment { Role = Role.HubLibrarian, GroupId = Group, FromOn = On }, At(Role.Librarian, SchoolA));

        scope.ReachOf(Permission.ReadPatrons).LibraryIds.ShouldBe([SchoolA]);
        scope.ReachOf(Permission.ManageAccounts).LibraryIds.ShouldBe([SchoolA, SchoolB]);
    }

    [Fact]
    public void Department_ReachesSchoolsBelowItsCommunesAndItsOwn()
    {
        var scope = Of(Office(Department));

        scope.ReachOf(Permission.ApproveReports).LibraryIds.ShouldBe([SchoolA, SchoolC], ignoreOrder: true);
        scope.OrganisationIds.ShouldBe([Department, Commune]);
    }

    [Fact]
    public void District_ReachesItsSchoolsUntilTheTierEnded()
    {
        Of(Office(District)).LibraryIds.ShouldBeEmpty();
        ScopeOf.Account(Account, [Office(District)], Tree, DistrictsEnd).LibraryIds.ShouldBe([SchoolC]);
    }

    [Fact]
    public void Administrator_RunsEverything_AndReadsNobodysLoans()
    {
        var scope = Of(new RoleAssignment { Role = Role.SystemAdministrator, FromOn = On });

        scope.SeesAllLibraries.ShouldBeTrue();
        scope.May(Permission.ManageAccounts, SchoolC).ShouldBeTrue();
        scope.May(Permission.ReadPatrons, SchoolC).ShouldBeFalse();
        scope.May(Permission.Circulate).ShouldBeFalse();
    }

    [Fact]
    public void Administrator_WhoRunsOneLibrary_ReadsPatronsOfThatOneOnly()
    {
        var scope = Of(new RoleAssignment { Role = Role.SystemAdministrator, FromOn = On }, At(Role.Librarian, SchoolB));

        scope.ReachOf(Permission.ReadPatrons).Everywhere.ShouldBeFalse();
        scope.ReachOf(Permission.ReadPatrons).LibraryIds.ShouldBe([SchoolB]);
        scope.ReachOf(Permission.ReadReports).Everywhere.ShouldBeTrue();
    }

    [Fact]
    public void Pupil_HasTheOwnCard_AndWorksForNoLibrary()
    {
        var scope = Of(new RoleAssignment { Role = Role.Pupil, LibraryId = SchoolA, PatronId = 100, FromOn = On });

        scope.PatronId.ShouldBe(100);
        scope.LibraryIds.ShouldBeEmpty();
        scope.ReachOf(Permission.ReadRepository).LibraryIds.ShouldBe([SchoolA]);
    }

    [Fact]
    public void Guardian_SeesTheChildren_AndHasNoCard()
    {
        var scope = Of(
            new RoleAssignment { Role = Role.Guardian, LibraryId = SchoolA, PatronId = 100, FromOn = On },
            new RoleAssignment { Role = Role.Guardian, LibraryId = SchoolB, PatronId = 200, FromOn = On });

        scope.PatronId.ShouldBeNull();
        scope.OwnPatronIds.ShouldBe([100, 200]);
    }

    [Theory]
    [InlineData("2026-10-05", null, true)]
    [InlineData("2026-10-06", null, false)]
    [InlineData("2026-09-01", "2026-10-05", true)]
    [InlineData("2026-09-01", "2026-10-04", false)]
    public void Role_HoldsFromItsFirstToItsLastDay(string from, string? until, bool holds)
    {
        var assignment = new RoleAssignment
        {
            Role = Role.Librarian,
            LibraryId = SchoolA,
            FromOn = Day(from),
            UntilOn = until is null ? null : Day(until),
        };

        Of(assignment).May(Permission.Circulate, SchoolA).ShouldBe(holds);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Scope Of(params RoleAssignment[] assignments) => ScopeOf.Account(Account, assignments, Tree, On);

    private static RoleAssignment At(Role role, long library) => new() { Role = role, LibraryId = library, FromOn = On };

    private static RoleAssignment Office(long organisation) =>
        new() { Role = Role.EducationOffice, OrganisationId = organisation, FromOn = new DateOnly(2020, 1, 1) };
}
