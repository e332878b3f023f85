using Platform.Model.Access;

namespace Platform.Model.Tests.Access;

public sealed class RolePermissionsTests
{
    private static readonly Permission[] AboutPeople = [Permission.ReadPatrons, Permission.EditPatrons, Permission.Circulate, Permission.OverrideCirculation];

    [Fact]
    public void EveryRole_StandsInTheTable_AndReadsTheCatalogue() =>
        Enum.GetValues<Role>().ShouldAllBe(role => RolePermissions.Of(role).Contains(Permission.ReadCatalogue));

    [Theory]
    [InlineData(Role.SystemAdministrator)]
    [InlineData(Role.EducationOffice)]
    [InlineData(Role.HubLibrarian)]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Pupil)]
    [InlineData(Role.Guardian)]
    [InlineData(Role.Portal)]
    public void WhoDoesNotStandAtTheDesk_ReadsNoOtherPersonsData(Role role) =>
        RolePermissions.Of(role).Intersect(AboutPeople).ShouldBeEmpty();

    [Fact]
    public void TeacherLibrarian_NeitherOverridesNorSigns() => RolePermissions.Of(Role.Librarian).Except(RolePermissions.Of(Role.TeacherLibrarian))
        .ShouldBe([Permission.OverrideCirculation, Permission.SubmitReports, Permission.ManageAccounts], ignoreOrder: true);

    [Fact]
    public void OnlyThoseWhoManageAccounts_GiveRoles_AndNobodyButTheAdministratorTheOwn()
    {
        foreach (var role in Enum.GetValues<Role>())
            RolePermissions.GrantableBy(role).Any().ShouldBe(RolePermissions.Of(role).Contains(Permission.ManageAccounts), role.ToString());
        Enum.GetValues<Role>().Where(role => RolePermissions.GrantableBy(role).Contains(role)).ShouldBe([Role.SystemAdministrator]);
    }
}
