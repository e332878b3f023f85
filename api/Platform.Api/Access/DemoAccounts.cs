using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Access;

/// <summary>A demo role: the client that scripts use, the person who signs in on the page, and what both are.</summary>
/// <param name="Client">Client identifier.</param>
/// <param name="Person">User name; null for a role that no person has.</param>
/// <param name="LibraryId">The library whose librarians manage the accounts; null for none.</param>
/// <param name="Assignment">Makes the role, on its first day.</param>
internal sealed record DemoAccount(string Client, string? Person, long? LibraryId, Func<DateOnly, RoleAssignment> Assignment);

/// <summary>The demo roles, attached to whatever group, schools and patrons the database holds.</summary>
internal static class DemoAccounts
{
    public static async Task<IReadOnlyList<DemoAccount>> ForAsync(LibraryDb db, CancellationToken cancellationToken)
    {
        var roles = new List<DemoAccount>
        {
            new("demo-admin", "demo-quantri", null, on => new RoleAssignment { Role = Role.SystemAdministrator, FromOn = on }),
        };
        if (await db.Organisations.OrderBy(o => o.Kind).ThenBy(o => o.Code).FirstOrDefaultAsync(o => o.Kind != OrganisationKind.Ministry, cancellationToken) is { } office)
            roles.Add(new("demo-office", "demo-so", null, on => new RoleAssignment { Role = Role.EducationOffice, OrganisationId = office.Id, FromOn = on }));
        var group = await db.Groups.Include(g => g.Memberships).ThenInclude(m => m.Library).OrderBy(g => g.Code).FirstOrDefaultAsync(cancellationToken);
        if (group is null)
            return roles;
        var members = group.Memberships.Where(m => m.LeftOn is null).OrderBy(m => m.IsHub).ThenBy(m => m.Library.Code, StringComparer.Ordinal).Select(m => m.LibraryId).ToList();
        roles.Add(new("demo-hub", "demo-daumoi", null, on => new RoleAssignment { Role = Role.HubLibrarian, GroupId = group.Id, FromOn = on }));
        roles.Add(new("demo-portal", null, null, on => new RoleAssignment { Role = Role.Portal, GroupId = group.Id, FromOn = on }));
        if (members.Count == 0)
            return roles;
        roles.Add(At("demo-librarian", "demo-thuthu", Role.Librarian, members[0]));
        roles.Add(At("demo-teacher-librarian", "demo-kiemnhiem", Role.TeacherLibrarian, members[Math.Min(1, members.Count - 1)]));
        await AddBorrowersAsync(db, roles, members[0], cancellationToken);
        return roles;
    }

    private static async Task AddBorrowersAsync(LibraryDb db, List<DemoAccount> roles, long libraryId, CancellationToken cancellationToken)
    {
        if (await FirstAsync(db, libraryId, PatronCategory.Teacher, cancellationToken) is { } teacher)
            roles.Add(At("demo-teacher", "demo-giaovien", Role.Teacher, libraryId, teacher));
        if (await FirstAsync(db, libraryId, PatronCategory.Pupil, cancellationToken) is not { } pupil)
            return;
        roles.Add(At("demo-pupil", "demo-hocsinh", Role.Pupil, libraryId, pupil));
        roles.Add(At("demo-guardian", "demo-phuhuynh", Role.Guardian, libraryId, pupil));
    }

    private static DemoAccount At(string client, string person, Role role, long libraryId, long? patronId = null) =>
        new(client, person, libraryId, on => new RoleAssignment { Role = role, LibraryId = libraryId, PatronId = patronId, FromOn = on });

    /// <summary>A patron with an open loan if there is one, so that the demo shows something.</summary>
    private static Task<long?> FirstAsync(LibraryDb db, long libraryId, PatronCategory category, CancellationToken cancellationToken) => db.Patrons
        .Where(p => p.LibraryId == libraryId && p.Category == category && p.LeftOn == null)
        .OrderByDescending(p => db.Loans.Any(l => l.PatronId == p.Id && l.ReturnedAt == null))
        .ThenBy(p => p.Id)
        .Select(p => (long?)p.Id)
        .FirstOrDefaultAsync(cancellationToken);
}
