namespace Platform.Model.Access;

/// <summary>
/// Who acts, for which libraries, with which permissions. One scope is made for each request or job; <see cref="LibraryDb"/>
/// filters every row by it, and the API checks every field against it. The default is nobody: no rows, no permissions.
/// </summary>
public sealed record Scope
{
    /// <summary>Nobody: may read what is public.</summary>
    public static Scope Anonymous { get; } = new() { Actor = "anonymous", Permissions = RolePermissions.Anonymous };

    /// <summary>The platform itself: jobs, the command line of the server's operator.</summary>
    public static Scope System { get; } = new() { Actor = "system", SeesAllLibraries = true, Permissions = Enum.GetValues<Permission>().ToHashSet() };

    /// <summary>The account, client or job that acts, as it is written to the change feed; never a person's name.</summary>
    public required string Actor { get; init; }

    /// <summary>The account that acts; null for nobody and for the platform itself.</summary>
    public long? AccountId { get; init; }

    /// <summary>Whether the caller works for every library; a permission may still reach less: see <see cref="ReachOf"/>.</summary>
    public bool SeesAllLibraries { get; init; }

    /// <summary>The libraries the caller works for or leads. What of their rows is seen depends on the permission: see <see cref="ReachOf"/>.</summary>
    public IReadOnlyList<long> LibraryIds { get; init; } = [];

    /// <summary>The groups the caller leads.</summary>
    public IReadOnlyList<long> GroupIds { get; init; } = [];

    /// <summary>The managing bodies the caller acts for, with all bodies below them today.</summary>
    public IReadOnlyList<long> OrganisationIds { get; init; } = [];

    /// <summary>The patron behind the account; null when there is none. A patron sees the own loans and holds.</summary>
    public long? PatronId { get; init; }

    /// <summary>The children whose loans and holds a guardian sees.</summary>
    public IReadOnlyList<long> WardIds { get; init; } = [];

    /// <summary>The classes that were granted to a teacher today.</summary>
    public IReadOnlyList<long> ClassIds { get; init; } = [];

    /// <summary>The pupils who are in those classes today: the teacher sees their cards and what they have on loan, not what they read before.</summary>
    public IReadOnlyList<long> ClassPupilIds { get; init; } = [];

    /// <summary>What the caller may do, for at least one library.</summary>
    public IReadOnlySet<Permission> Permissions { get; init; } = new HashSet<Permission>();

    /// <summary>
    /// Permissions that reach other libraries than <see cref="SeesAllLibraries"/> and <see cref="LibraryIds"/> say: a librarian of one
    /// school who teaches at another reads patrons of the first only.
    /// </summary>
    public IReadOnlyDictionary<Permission, Reach> Reaches { get; init; } = new Dictionary<Permission, Reach>();

    /// <summary>The patrons whose own data the caller sees: the own card and the wards.</summary>
    public IReadOnlyList<long> OwnPatronIds => PatronId is { } own ? [own, .. WardIds] : WardIds;

    /// <summary>Whether the caller has the permission for some library, or at all where libraries do not matter.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Whether the caller has the permission for this library.</summary>
    public bool May(Permission permission, long libraryId) => ReachOf(permission).Covers(libraryId);

    /// <summary>Whether the caller leads this group.</summary>
    public bool Leads(long groupId) => ReachOf(Permission.ManageGroup).Everywhere || (May(Permission.ManageGroup) && GroupIds.Contains(groupId));

    /// <summary>The libraries for which the caller has the permission: the rows it may see by it.</summary>
    public Reach ReachOf(Permission permission)
    {
        if (!May(permission))
            return Reach.Nowhere;
        return Reaches.TryGetValue(permission, out var reach) ? reach : new Reach(SeesAllLibraries, LibraryIds);
    }
}

/// <summary>The libraries that a permission holds for.</summary>
/// <param name="Everywhere">Whether it holds for every library.</param>
/// <param name="LibraryIds">The libraries, when not for every one.</param>
public sealed record Reach(bool Everywhere, IReadOnlyList<long> LibraryIds)
{
    /// <summary>No library.</summary>
    public static Reach Nowhere { get; } = new(false, []);

    /// <summary>Every library.</summary>
    public static Reach All { get; } = new(true, []);

    /// <summary>Whether it holds for this library.</summary>
    public bool Covers(long libraryId) => Everywhere || LibraryIds.Contains(libraryId);
}
