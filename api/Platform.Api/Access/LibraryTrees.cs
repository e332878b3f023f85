using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>Reads the dated relations that say whose libraries roles reach: those that these roles need, and no others.</summary>
internal static class LibraryTrees
{
    public static async Task<LibraryTree> ForAsync(LibraryDb db, ICollection<RoleAssignment> roles, CancellationToken cancellationToken)
    {
        var groups = roles.Select(r => r.GroupId).OfType<long>().ToList();
        var members = groups.Count == 0 ? [] : await db.Memberships.AsNoTracking().Where(m => groups.Contains(m.GroupId)).ToListAsync(cancellationToken);
        if (!roles.Any(r => r.OrganisationId is not null))
            return new LibraryTree(members, [], []);
        return new LibraryTree(
            members,
            await db.LibraryParents.AsNoTracking().ToListAsync(cancellationToken),
            await db.OrganisationParents.AsNoTracking().ToListAsync(cancellationToken));
    }
}
