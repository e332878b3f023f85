using Platform.Model.Access;

namespace Platform.Api.Tests.GraphQL;

/// <summary>The change feed for clients that keep a copy: what changed since a sequence, for whom it may be seen.</summary>
public sealed class ChangesTests
{
    [Fact]
    public async Task Client_CatchesUpStretchByStretch()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        await api.Database.HasAsync(A.Record(library, "Toán 1"));
        await api.Database.HasAsync(A.Record(library, "Toán 2"));

        var first = (await api.DataAsync("{ changes(after: 0, first: 2) { changes { kind type } lastSequence hasMore } }")).GetProperty("changes");
        var second = (await api.DataAsync("query ($after: Long!) { changes(after: $after) { changes { kind type } hasMore } }", new { after = first.GetProperty("lastSequence").GetInt64() })).GetProperty("changes");

        first.GetProperty("changes").ToString().ShouldBe("""[{"kind":"CREATED","type":"Library"},{"kind":"CREATED","type":"BibliographicRecord"}]""");
        first.GetProperty("hasMore").GetBoolean().ShouldBeTrue();
        second.ToString().ShouldBe("""{"changes":[{"kind":"CREATED","type":"BibliographicRecord"}],"hasMore":false}""");
    }

    [Fact]
    public async Task ChangesOfPatronsAndForeignReports_AreLeftOut()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        await api.Database.HasAsync(A.Patron(library));
        api.Scope = new Scope { Actor = "other", LibraryIds = [999], Permissions = new HashSet<Permission> { Permission.ReadCatalogue, Permission.ReadReports } };

        var data = await api.DataAsync("{ changes(after: 0) { changes { type } } }");

        data.ToString().ShouldBe("""{"changes":{"changes":[{"type":"Library"}]}}""");
    }
}
