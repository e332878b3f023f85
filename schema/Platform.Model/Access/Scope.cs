namespace Platform.Model.Access;

/// <summary>
/// Who acts, for which libraries, with which permissions. One scope is made for each request or job; <see cref="LibraryDb"/>
/// filters every row by it, and the API checks every field against it. The default is nobody: no rows, no permissions.
/// </summary>
public sealed record Scope
{
    /// <summary>Nobody: may read what is public.</summary>
    public static Scope Anonymous { get; } = new() { Actor = "anonymous", Permissions = new HashSet<Permission> { Permission.ReadCatalogue } };

    /// <summary>The platform itself: jobs, the command line of the server's operator.</summary>
    public static Scope System { get; } = new() { Actor = "system", SeesAllLibraries = true, Permissions = Enum.GetValues<Permission>().ToHashSet() };

    /// <summary>The account, client or job that acts, as it is written to the change feed; never a person's name.</summary>
    public required string Actor { get; init; }

    /// <summary>Whether rows of every library are seen.</summary>
    public bool SeesAllLibraries { get; init; }

    /// <summary>The libraries whose own rows are seen: patrons, loans, visits, reports.</summary>
    public IReadOnlyList<long> LibraryIds { get; init; } = [];

    /// <summary>The patron behind the account; null when there is none. A patron sees the own loans and holds.</summary>
    public long? PatronId { get; init; }

    /// <summary>What the caller may do.</summary>
    public IReadOnlySet<Permission> Permissions { get; init; } = new HashSet<Permission>();

    /// <summary>Whether the caller has the permission, for the libraries of the scope.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Whether the caller has the permission for this library.</summary>
    public bool May(Permission permission, long libraryId) =>
        May(permission) && (SeesAllLibraries || LibraryIds.Contains(libraryId));
}
