using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Api.Tests.Circulation;

/// <summary>Who may read whom: the librarian, the pupil, the guardian, the teacher, another school.</summary>
public sealed class PatronQueriesTests
{
    [Theory]
    [InlineData("giang pao")]
    [InlineData("Páo")]
    [InlineData("HS-77")]
    public async Task Librarian_FindsAPupilByNameOrCard(string search)
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        var pupil = A.Patron(library);
        pupil.CardNumber = "HS-77";
        await api.Database.HasAsync(pupil);
        await api.Database.HasAsync(A.Patron(library, name: "Lý Thị Mẩy"));
        api.Scope = Of(Role.Librarian, library);

        var data = await api.DataAsync("query ($s: String) { patrons(search: $s) { nodes { cardNumber fullName className loans { totalCount } } } }", new { s = search });

        data.ToString().ShouldBe("""{"patrons":{"nodes":[{"cardNumber":"HS-77","fullName":"Giàng A Páo","className":"6A","loans":{"totalCount":0}}]}}""");
    }

    [Fact]
    public async Task PupilTeacherGuardianAndOtherSchool_SeeWhatIsTheirsAndNothingElse()
    {
        await using var api = await PlatformApi.StartAsync();
        var (library, other) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        var (pupil, classmate) = (await api.Database.HasAsync(A.Patron(library)), await api.Database.HasAsync(A.Patron(library)));
        var record = await api.Database.HasAsync(A.Record(library));
        await api.Database.HasAsync(A.Loan(await api.Database.HasAsync(A.Item(record)), pupil));
        await api.Database.HasAsync(A.Loan(await api.Database.HasAsync(A.Item(record)), classmate));

        (await CountsAsync(api, Of(Role.Librarian, library))).ShouldBe((2, 2));
        (await CountsAsync(api, Of(Role.Librarian, other))).ShouldBe((0, 0));
        (await CountsAsync(api, Of(Role.Pupil, library) with { LibraryIds = [], PatronId = pupil.Id })).ShouldBe((1, 1));
        (await CountsAsync(api, Of(Role.Guardian, library) with { LibraryIds = [], WardIds = [pupil.Id, classmate.Id] })).ShouldBe((2, 2));
        (await CountsAsync(api, Of(Role.Teacher, library))).ShouldBe((0, 0), "no class was granted");
    }

    [Fact]
    public async Task Nobody_IsDenied()
    {
        await using var api = await PlatformApi.StartAsync();

        var answer = await api.AnswerAsync("{ patrons { totalCount } }");

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("UNAUTHENTICATED");
    }

    [Fact]
    public async Task LookAtAChildsRecord_IsLogged_AndTheChildSeesIt()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        var (pupil, teacher) = (await api.Database.HasAsync(A.Patron(library)), await api.Database.HasAsync(A.Patron(library, PatronCategory.Teacher)));
        api.Scope = Of(Role.Librarian, library);
        var ids = (await api.DataAsync("{ patrons(order: [{ cardNumber: ASC }]) { nodes { id } } }")).GetProperty("patrons").GetProperty("nodes");

        await api.DataAsync("query ($id: ID!) { patron(id: $id) { fullName } }", new { id = ids[0].GetProperty("id").GetString() });
        await api.DataAsync("query ($id: ID!) { patron(id: $id) { fullName } }", new { id = ids[1].GetProperty("id").GetString() });
        api.Scope = Of(Role.Pupil, library) with { Actor = "pupil", LibraryIds = [], PatronId = pupil.Id };
        var own = await api.DataAsync("query ($id: ID!) { patron(id: $id) { looks { nodes { actor kind } } } }", new { id = ids[0].GetProperty("id").GetString() });

        own.ToString().ShouldBe("""{"patron":{"looks":{"nodes":[{"actor":"Librarian","kind":"CARD"},{"actor":"Librarian","kind":"CARD"}]}}}""", "once in the list, once alone");
        await using var db = api.Database.Open();
        (await db.PatronLooks.CountAsync()).ShouldBe(2, $"neither the look at teacher {teacher.Id} nor the pupil's own is noted");
    }

    private static Scope Of(Role role, Library library) => new() { Actor = role.ToString(), LibraryIds = [library.Id], Permissions = RolePermissions.Of(role) };

    private static async Task<(int Patrons, int Loans)> CountsAsync(PlatformApi api, Scope scope)
    {
        api.Scope = scope;
        var data = await api.DataAsync("{ patrons { totalCount } loans { totalCount } }");
        return (data.GetProperty("patrons").GetProperty("totalCount").GetInt32(), data.GetProperty("loans").GetProperty("totalCount").GetInt32());
    }
}
