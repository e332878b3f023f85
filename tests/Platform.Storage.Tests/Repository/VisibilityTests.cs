using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Model.Sharing;
using Platform.Storage.Repository;

namespace Platform.Storage.Tests.Repository;

/// <summary>The filter of lists and the rule for one resource say the same, for every role and every resource.</summary>
public sealed class VisibilityTests
{
    [Theory, EachDatabase]
    public async Task Lists_ShowWhatTheRuleShows(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var (home, member, stranger) = (await database.HasAsync(A.Library()), await database.HasAsync(A.Library()), await database.HasAsync(A.Library()));
        var group = await database.HasAsync(A.Group(home, member));
        var resources = await ResourcesAsync(database, home);
        Library[] libraries = [home, member, stranger];
        Role[] roles = [Role.Librarian, Role.TeacherLibrarian, Role.Teacher, Role.Pupil, Role.Guardian, Role.EducationOffice];
        var callers = libraries.SelectMany(library => roles.Select(role => (Name: $"{role} of {library.Id}", Scope: ScopeAt(role, library.Id))))
            .Append(("hub", ScopeAt(Role.HubLibrarian, home.Id, member.Id)))
            .Append(("portal", ScopeAt(Role.Portal, home.Id, member.Id)))
            .Append(("anonymous", Scope.Anonymous));

        foreach (var (name, scope) in callers)
        {
            await using var db = database.Open(scope);
            await using var platform = database.Open();
            var reader = await new ContentAccess(platform, database.Clock).ReaderAsync(scope, home.Id, CancellationToken.None);
            var expected = resources.Where(r => AccessPolicy.IsVisible(r, reader.Standing)).Select(r => r.Id).Order().ToList();

            (await db.EResources.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync()).ShouldBe(expected, $"{name} as {reader.Standing}");
        }
    }

    [Theory, EachDatabase]
    public async Task LibraryThatLeavesOrJoinsLater_SeesTheGroupsResourcesOnItsDaysAsAMember(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider, new FakeTimeProvider(A.Noon));
        var home = await database.HasAsync(A.Library());
        (int? JoinsIn, int? LeavesIn, int Seen)[] cases = [(null, -1, 0), (null, 0, 1), (null, 30, 1), (1, null, 0), (0, null, 1)];
        var members = new List<Library>();
        foreach (var _ in cases)
            members.Add(await database.HasAsync(A.Library()));
        var group = A.Group([home, .. members]);
        foreach (var (member, (joinsIn, leavesIn, _)) in members.Zip(cases))
        {
            var membership = group.Memberships.Single(m => m.LibraryId == member.Id);
            membership.LeftOn = leavesIn is { } days ? A.Today.AddDays(days) : null;
            if (joinsIn is { } later)
            {
                group.Memberships.Remove(membership);
                group.Memberships.Add(new Membership { LibraryId = member.Id, IsHub = false, JoinedOn = A.Today.AddDays(later) });
            }
        }
        await database.HasAsync(group);
        var resource = await database.HasAsync(A.Resource(home));

        foreach (var (member, (joinsIn, leavesIn, seen)) in members.Zip(cases))
        {
            var scope = ScopeAt(Role.Librarian, member.Id);
            await using var db = database.Open(scope);
            await using var platform = database.Open();
            var reader = await new ContentAccess(platform, database.Clock).ReaderAsync(scope, home.Id, CancellationToken.None);

            (await db.EResources.CountAsync()).ShouldBe(seen, $"joins in {joinsIn}, leaves in {leavesIn} days");
            AccessPolicy.IsVisible(resource, reader.Standing).ShouldBe(seen == 1, $"joins in {joinsIn}, leaves in {leavesIn} days");
        }
    }

    private static Scope ScopeAt(Role role, params long[] libraries) => new()
    {
        Actor = role.ToString(),
        LibraryIds = libraries,
        Permissions = RolePermissions.Of(role),
    };

    private static async Task<List<EResource>> ResourcesAsync(LibraryDatabase database, Library home)
    {
        var resources = new List<EResource>();
        foreach (var audience in Enum.GetValues<Audience>())
            foreach (var (published, withdrawn, contributed) in new[] { (false, false, false), (true, false, false), (true, false, true), (true, true, true) })
            {
                var resource = A.Resource(home);
                resource.Audience = audience;
                resource.PublishedVersion = published ? 1 : null;
                resource.WithdrawnOn = withdrawn ? A.Today : null;
                resource.ContributedOn = contributed ? A.Today : null;
                resources.Add(await database.HasAsync(resource));
            }
        return resources;
    }
}
