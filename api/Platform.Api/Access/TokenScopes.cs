using System.Collections.Frozen;
using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>
/// What a client may ask for on behalf of an account (OAuth scopes). A token carries at most these permissions: a librarian who
/// signs in at a portal for pupils does not hand it the loan desk.
/// </summary>
internal static class TokenScopes
{
    /// <summary>The shared catalogue and repository.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>The account's own loans and data.</summary>
    public const string Own = "own";

    /// <summary>The daily work of a library: patrons, loans, cataloguing, contributions.</summary>
    public const string Desk = "desk";

    /// <summary>Reports.</summary>
    public const string Reports = "reports";

    /// <summary>Groups, accounts, the platform itself.</summary>
    public const string Manage = "manage";

    private static readonly FrozenDictionary<string, Permission[]> Table = new Dictionary<string, Permission[]>
    {
        [Catalogue] = [Permission.ReadCatalogue, Permission.ReadRepository],
        [Own] = [Permission.ReadOwn],
        [Desk] =
        [
            Permission.EditCatalogue, Permission.ControlCatalogue, Permission.ReadPatrons, Permission.EditPatrons,
            Permission.Circulate, Permission.OverrideCirculation, Permission.EditRepository,
        ],
        [Reports] = [Permission.ReadReports, Permission.EditReports, Permission.SubmitReports, Permission.ApproveReports],
        [Manage] = [Permission.ManageGroup, Permission.ManageAccounts, Permission.Administer],
    }.ToFrozenDictionary();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Catalogue, Own, Desk, Reports, Manage];

    /// <summary>The permissions that the scopes allow together; the public ones always.</summary>
    public static IReadOnlySet<Permission> Allowed(IEnumerable<string> scopes) =>
        scopes.Where(Table.ContainsKey).SelectMany(scope => Table[scope]).Concat(RolePermissions.Anonymous).ToFrozenSet();
}
