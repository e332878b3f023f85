using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Tests.Repository;

/// <summary>An e-resource in the catalogue: a record with links that stay, whose caller is asked each time.</summary>
public sealed class EResourceCatalogueTests
{
    [Fact]
    public async Task CataloguedResource_HasALinkThatStays_AndAsksEachTimeWhoMayOpenIt()
    {
        await using var api = await PlatformApi.StartAsync();
        var (home, member, stranger) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        await api.Database.HasAsync(A.Group(home, member));
        var resource = await api.SharedAsync(home, SharingLevel.ReadOnline);
        var id = GlobalId.Of("EResource", resource.Id);
        var path = $"/files/e-resources/{resource.Id}/1";

        api.Scope = RepositoryApi.At(Role.Librarian, member);
        (await api.MutateAsync("catalogueEResource", $"eResourceId: \"{id}\"", "record { id }")).Code().ShouldBe("NOT_PERMITTED");
        api.Scope = RepositoryApi.At(Role.Librarian, home);
        var first = await RecordAsync(api, id);
        var second = await RecordAsync(api, id);

        second.GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
        var links = second.GetProperty("marc").GetProperty("text").GetString()!.Split('\n').Where(line => line.StartsWith("=856", StringComparison.Ordinal));
        links.ShouldBe([$"=856  40$qapplication/pdf$s100 byte$uhttps://library.test{path}$ya.pdf"]);
        api.Scope = Scope.Anonymous;
        (await api.DataAsync("{ records(first: 5) { nodes { title kind } } }")).GetProperty("records").GetProperty("nodes").ToString().ShouldBe("""[{"title":"Phép cộng có nhớ","kind":"ELECTRONIC"}]""");
        (await api.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await api.Http.GetAsync("/files/e-resources/999/1")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "a stranger learns nothing from the numbers");
        api.Scope = RepositoryApi.At(Role.Pupil, stranger);
        (await api.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        api.Scope = RepositoryApi.At(Role.Pupil, member);
        var led = await api.Http.GetAsync(path);
        led.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await api.Http.GetAsync(led.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using (var db = api.Database.Open())
        {
            (await db.EResources.SingleAsync()).Level = SharingLevel.SearchOnly;
            await db.SaveChangesAsync();
        }

        (await api.Http.GetAsync(led.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "asked again at the download");
        var refused = await api.Http.GetAsync(path);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"SEARCH_ONLY\"");
    }

    private static async Task<JsonElement> RecordAsync(PlatformApi api, string id)
    {
        var done = await api.MutateAsync("catalogueEResource", $"eResourceId: \"{id}\"", "record { id marc { text } }");
        done.Code().ShouldBeNull();
        return done.GetProperty("record");
    }
}
