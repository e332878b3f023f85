using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Tests.Repository;
using Platform.Model.Catalogue;

namespace Platform.Api.Tests.Catalogue.Editing;

/// <summary>Merging two records of one publication, and parting them again.</summary>
public sealed class MergeTests
{
    [Fact]
    public async Task Unmerge_BringsEverythingBackExactly()
    {
        await using var api = await PlatformApi.StartAsync();
        var world = await World.OnAsync(api);
        var before = await world.StateAsync();

        var merged = await world.MergeAsync(1, 1);
        var during = await world.StateAsync();
        var parted = await UnmergeAsync(api, merged);
        var after = await world.StateAsync();

        merged.Code().ShouldBeNull();
        during.ShouldBe($"items {world.Kept.Id}:3 holds {world.Kept.Id}:waiting {world.Kept.Id}:waiting {world.Kept.Id}:closed kept 245 520 deleted {world.Absorbed.Id}");
        parted.Code().ShouldBeNull();
        parted.GetProperty("isDescriptionRestored").GetBoolean().ShouldBeTrue();
        after.ShouldBe(before);
    }

    [Fact]
    public async Task DescriptionWorkedOnSince_IsKept_AndTheCopiesGoBackAllTheSame()
    {
        await using var api = await PlatformApi.StartAsync();
        var world = await World.OnAsync(api);
        var merged = await world.MergeAsync(1, 1);
        (await world.Cataloguer.EditAsync(world.Kept, 2, """{ kind: SET_SUBFIELD, tag: "245", code: "a", value: "Mắt biếc (sửa)" }""")).Code().ShouldBeNull();

        var parted = await UnmergeAsync(api, merged);

        parted.GetProperty("isDescriptionRestored").GetBoolean().ShouldBeFalse();
        parted.GetProperty("kept").GetProperty("title").GetString().ShouldBe("Mắt biếc (sửa)");
        parted.GetProperty("absorbed").GetProperty("items").GetProperty("totalCount").GetInt32().ShouldBe(2);
        (await UnmergeAsync(api, merged)).Code().ShouldBe("ALREADY_UNDONE");
    }

    [Fact]
    public async Task MergeOfAStaleVersion_OrOfARecordWithItself_IsRefused()
    {
        await using var api = await PlatformApi.StartAsync();
        var world = await World.OnAsync(api);

        (await world.MergeAsync(1, 7)).Code().ShouldBe("STALE_VERSION");
        var id = Cataloguer.IdOf(world.Kept);
        (await api.MutateAsync("mergeRecords", $"keptId: \"{id}\", keptVersion: 1, absorbedId: \"{id}\", absorbedVersion: 1", "record { id }")).Code().ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task MergeIntoARecordThatWasMergedItself_IsUndoneInTurn()
    {
        await using var api = await PlatformApi.StartAsync();
        var world = await World.OnAsync(api);
        var third = await world.Cataloguer.HasAsync(m => m.Data("245", "10", "aMắt biếc, in lại"));
        var first = await world.MergeAsync(1, 1);
        var second = await api.MutateAsync("mergeRecords", $"keptId: \"{Cataloguer.IdOf(third)}\", keptVersion: 1, absorbedId: \"{Cataloguer.IdOf(world.Kept)}\", absorbedVersion: 2", "merge { id } record { id }");

        (await UnmergeAsync(api, first)).Code().ShouldBe("KEPT_IS_GONE");
        (await UnmergeAsync(api, second)).Code().ShouldBeNull();
        (await UnmergeAsync(api, first)).Code().ShouldBeNull();
    }

    private static Task<JsonElement> UnmergeAsync(PlatformApi api, JsonElement merged) => api.MutateAsync(
        "unmergeRecords", $"mergeId: \"{merged.GetProperty("merge").GetProperty("id").GetString()}\"", "isDescriptionRestored kept { title } absorbed { items { totalCount } }");

    /// <summary>Two records of one publication, one copy and two copies, and three holds, two of them of one pupil.</summary>
    private sealed class World(PlatformApi api, Cataloguer cataloguer, BibliographicRecord kept, BibliographicRecord absorbed)
    {
        public Cataloguer Cataloguer { get; } = cataloguer;

        public BibliographicRecord Kept { get; } = kept;

        public BibliographicRecord Absorbed { get; } = absorbed;

        public static async Task<World> OnAsync(PlatformApi api)
        {
            var cataloguer = await Cataloguer.AtAsync(api);
            var kept = await cataloguer.HasAsync(m => m.Data("245", "10", "aMắt biếc"));
            var absorbed = await cataloguer.HasAsync(m => m.Data("245", "10", "aMat biec").Data("520", "##", "aTruyện tuổi học trò"));
            await api.Database.HasAsync(A.Item(kept));
            await api.Database.HasAsync(A.Item(absorbed));
            await api.Database.HasAsync(A.Item(absorbed));
            var (one, other) = (await api.Database.HasAsync(A.Patron(cataloguer.Library)), await api.Database.HasAsync(A.Patron(cataloguer.Library)));
            await api.Database.HasAsync(A.Hold(kept, one));
            await api.Database.HasAsync(A.Hold(absorbed, other));
            await api.Database.HasAsync(A.Hold(absorbed, one));
            return new World(api, cataloguer, kept, absorbed);
        }

        public Task<JsonElement> MergeAsync(int keptVersion, int absorbedVersion) => api.MutateAsync(
            "mergeRecords", $"keptId: \"{Cataloguer.IdOf(Kept)}\", keptVersion: {keptVersion}, absorbedId: \"{Cataloguer.IdOf(Absorbed)}\", absorbedVersion: {absorbedVersion}", "merge { id } record { id }");

        public async Task<string> StateAsync()
        {
            await using var db = api.Database.Open();
            var items = (await db.Items.GroupBy(i => i.RecordId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Count}");
            var holds = (await db.Holds.OrderBy(h => h.Id).ToListAsync()).Select(h => $"{h.RecordId}:{(h.ClosedAt is null ? "waiting" : "closed")}");
            var records = await db.Records.IgnoreQueryFilters().Include(r => r.Content).OrderBy(r => r.Id).ToListAsync();
            var tags = records.Single(r => r.Id == Kept.Id).Content.ToMarc().Fields.Select(f => f.Tag);
            var deleted = records.Where(r => r.DeletedAt is not null).Select(r => $" deleted {r.Id}");
            return $"items {string.Join(' ', items)} holds {string.Join(' ', holds)} kept {string.Join(' ', tags)}{string.Concat(deleted)}";
        }
    }
}
