using System.Collections.Frozen;

namespace Platform.Model.Access;

/// <summary>The table of what each role may do, and which roles it may give to others.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Borrower = [Permission.ReadCatalogue, Permission.ReadRepository, Permission.ReadOwn];

    private static readonly Permission[] Desk =
    [
        .. Borrower, Permission.EditRepository, Permission.EditCatalogue, Permission.ReadPatrons, Permission.EditPatrons,
        Permission.Circulate, Permission.ReadReports, Permission.EditReports,
    ];

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, Permission[]>
    {
        [Role.SystemAdministrator] =
        [
            Permission.ReadCatalogue, Permission.EditCatalogue, Permission.ControlCatalogue, Permission.ReadRepository,
            Permission.ReadReports, Permission.ManageGroup, Permission.ManageAccounts, Permission.Administer,
        ],
        [Role.EducationOffice] = [Permission.ReadCatalogue, Permission.ReadReports, Permission.ApproveReports],
        [Role.HubLibrarian] =
        [
            Permission.ReadCatalogue, Permission.EditCatalogue, Permission.ControlCatalogue, Permission.ReadRepository,
            Permission.ReadReports, Permission.ManageGroup, Permission.ManageAccounts,
        ],
        [Role.Librarian] = [.. Desk, Permission.OverrideCirculation, Permission.SubmitReports, Permission.ManageAccounts],
        [Role.TeacherLibrarian] = Desk,
        [Role.Teacher] = [.. Borrower, Permission.EditRepository],
        [Role.Pupil] = Borrower,
        [Role.Guardian] = [Permission.ReadCatalogue, Permission.ReadOwn],
        [Role.Portal] = [Permission.ReadCatalogue, Permission.ReadRepository],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    private static readonly FrozenDictionary<Role, FrozenSet<Role>> Grants = new Dictionary<Role, Role[]>
    {
        [Role.SystemAdministrator] = Enum.GetValues<Role>(),
        [Role.HubLibrarian] = [Role.Librarian, Role.TeacherLibrarian, Role.Teacher, Role.Pupil, Role.Guardian],
        [Role.Librarian] = [Role.TeacherLibrarian, Role.Teacher, Role.Pupil, Role.Guardian],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>What a caller without account may do.</summary>
    public static IReadOnlySet<Permission> Anonymous { get; } = new[] { Permission.ReadCatalogue }.ToFrozenSet();

    /// <summary>What the role may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Table[role];

    /// <summary>The roles that a holder of the role may give to others, within its own libraries; none for most roles.</summary>
    public static IReadOnlySet<Role> GrantableBy(Role role) => Grants.TryGetValue(role, out var roles) ? roles : FrozenSet<Role>.Empty;
}
