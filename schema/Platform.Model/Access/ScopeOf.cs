using Platform.Model.Libraries;
using Platform.Model.Sharing;

namespace Platform.Model.Access;

/// <summary>The dated relations that say whose libraries a role reaches.</summary>
/// <param name="Memberships">Which libraries belong to which group.</param>
/// <param name="LibraryParents">Which body manages which school.</param>
/// <param name="OrganisationParents">Which body stands above which.</param>
public sealed record LibraryTree(
    IReadOnlyList<Membership> Memberships,
    IReadOnlyList<LibraryParent> LibraryParents,
    IReadOnlyList<OrganisationParent> OrganisationParents)
{
    /// <summary>Members of the group on the day.</summary>
    public IEnumerable<long> MembersOf(long groupId, DateOnly on) => Memberships
        .Where(m => m.GroupId == groupId && m.JoinedOn <= on && (m.LeftOn is null || on <= m.LeftOn))
        .Select(m => m.LibraryId);

    /// <summary>The body and all bodies below it on the day.</summary>
    public IReadOnlySet<long> Subtree(long organisationId, DateOnly on)
    {
        var below = OrganisationParents.Where(p => p.FromOn <= on && (p.UntilOn is null || on <= p.UntilOn)).ToLookup(p => p.ParentId, p => p.OrganisationId);
        var found = new HashSet<long> { organisationId };
        var open = new Queue<long>(found);
        while (open.TryDequeue(out var next))
            foreach (var child in below[next].Where(found.Add))
                open.Enqueue(child);
        return found;
    }

    /// <summary>The schools' libraries that the bodies manage on the day.</summary>
    public IEnumerable<long> ManagedBy(IReadOnlySet<long> organisationIds, DateOnly on) => LibraryParents
        .Where(p => organisationIds.Contains(p.OrganisationId) && p.FromOn <= on && (p.UntilOn is null || on <= p.UntilOn))
        .Select(p => p.LibraryId);
}

/// <summary>Works out what an account may do on a day.</summary>
public static class ScopeOf
{
    /// <summary>The account's scope on the day: each permission reaches the libraries of the roles that give it, and no others.</summary>
    public static Scope Account(long accountId, IEnumerable<RoleAssignment> assignments, LibraryTree tree, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        ArgumentNullException.ThrowIfNull(tree);
        var roles = assignments.Where(a => a.Holds(on)).ToList();
        var reaches = new Dictionary<Permission, Reach>();
        foreach (var role in roles)
            foreach (var permission in RolePermissions.Of(role.Role))
                reaches[permission] = Join(reaches.GetValueOrDefault(permission, Reach.Nowhere), ReachOf(role, tree, on));
        reaches.TryAdd(Permission.ReadCatalogue, Reach.All);
        return new Scope
        {
            Actor = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"account:{accountId}"),
            AccountId = accountId,
            Permissions = reaches.Keys.ToHashSet(),
            Reaches = reaches,
            SeesAllLibraries = roles.Any(r => r.Role is Role.SystemAdministrator),
            LibraryIds = [.. roles.Where(WorksThere).SelectMany(r => ReachOf(r, tree, on).LibraryIds).Distinct().Order()],
            GroupIds = [.. roles.Where(r => r.Role is Role.HubLibrarian).Select(r => r.GroupId).OfType<long>().Distinct()],
            OrganisationIds = [.. roles.Select(r => r.OrganisationId).OfType<long>().SelectMany(o => tree.Subtree(o, on)).Distinct().Order()],
            PatronId = roles.Where(r => r.Role is not Role.Guardian).Select(r => r.PatronId).FirstOrDefault(p => p is not null),
            WardIds = [.. roles.Where(r => r.Role is Role.Guardian).Select(r => r.PatronId).OfType<long>().Distinct()],
        };
    }

    private static bool WorksThere(RoleAssignment assignment) =>
        assignment.Role is Role.EducationOffice or Role.HubLibrarian or Role.Librarian or Role.TeacherLibrarian;

    internal static Reach ReachOf(RoleAssignment assignment, LibraryTree tree, DateOnly on) => assignment switch
    {
        { Role: Role.SystemAdministrator } => Reach.All,
        { OrganisationId: { } organisation } => new Reach(false, [.. tree.ManagedBy(tree.Subtree(organisation, on), on).Distinct()]),
        { GroupId: { } group } => new Reach(false, [.. tree.MembersOf(group, on).Distinct()]),
        { LibraryId: { } library } => new Reach(false, [library]),
        _ => Reach.Nowhere,
    };

    private static Reach Join(Reach one, Reach other) =>
        one.Everywhere || other.Everywhere ? Reach.All : new Reach(false, [.. one.LibraryIds.Union(other.LibraryIds).Order()]);
}
