using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Tests.Catalogue.Search;

public sealed class RecordSearchTests
{
    [Fact]
    public async Task Pages_FollowEachOther_AlsoWhenRecordsComeInBetween()
    {
        await using var catalogue = await CatalogueForSearch.WithAsync([.. Enumerable.Range(1, 12).Select(i => $"Toán {i:00}")]);
        var first = await catalogue.Search.SearchAsync(Toan(null), CancellationToken.None);
        await catalogue.HasAsync("Toán");
        await catalogue.CatchUpAsync();

        var second = await catalogue.Search.SearchAsync(Toan(first.Hits[^1].Cursor), CancellationToken.None);
        var third = await catalogue.Search.SearchAsync(Toan(second.Hits[^1].Cursor), CancellationToken.None);

        (await catalogue.TitlesAsync(first)).ShouldBe(["Toán 01", "Toán 02", "Toán 03", "Toán 04", "Toán 05"]);
        (await catalogue.TitlesAsync(second)).ShouldBe(["Toán 06", "Toán 07", "Toán 08", "Toán 09", "Toán 10"]);
        (await catalogue.TitlesAsync(third)).ShouldBe(["Toán 11", "Toán 12"]);
        (first.Total, first.HasMore, second.Total, third.HasMore).ShouldBe((12, true, 13, false));
    }

    [Theory]
    [InlineData(RecordSearchOrder.Title, "An | Bình | Cam | Dứa")]
    [InlineData(RecordSearchOrder.Newest, "Cam | An | Dứa | Bình")]
    [InlineData(RecordSearchOrder.Oldest, "Dứa | An | Cam | Bình")]
    [InlineData(RecordSearchOrder.Added, "An | Cam | Bình | Dứa")]
    public async Task EveryOrder_CanBePagedOneByOne(RecordSearchOrder order, string titles)
    {
        await using var catalogue = await CatalogueForSearch.WithAsync("Dứa / A / 1999", "Bình / B", "Cam / C / 2015", "An / D / 2001");
        var found = new List<string>();
        RecordSearchPage page;
        string? after = null;
        do
        {
            page = await catalogue.Search.SearchAsync(new RecordSearchRequest { Order = order, First = 1, After = after }, CancellationToken.None);
            found.AddRange(await catalogue.TitlesAsync(page));
            after = page.Hits[^1].Cursor;
        }
        while (page.HasMore);

        string.Join(" | ", found).ShouldBe(titles);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("MS4wLjEuMA")]
    public async Task CursorOfSomethingElse_IsRefused(string cursor)
    {
        await using var catalogue = await CatalogueForSearch.WithAsync("An");

        await Should.ThrowAsync<FormatException>(() => catalogue.Search.SearchAsync(new RecordSearchRequest { After = cursor }, CancellationToken.None));
    }

    [Fact]
    public async Task FiltersAndFacets_GoByProperties()
    {
        await using var catalogue = await CatalogueForSearch.WithAsync();
        var other = await catalogue.Database.HasAsync(A.Library("TV2"));
        var math = await catalogue.HasAsync("Toán 6 / Hà Huy Khoái / 2021", r => (r.Language, r.Ddc, r.Subjects) = ("vie", "510.7", "Toán học\nLớp 6"));
        await catalogue.HasAsync("Đại số / Hà Huy Khoái / 2015", r => (r.Language, r.Ddc, r.Subjects) = ("vie", "512", "Toán học"));
        await catalogue.HasAsync("Poems / Ai đó / 2024", r => (r.Language, r.Ddc, r.Kind) = ("eng", "821", RecordKind.Sound));
        await catalogue.Database.HasAsync(A.Item(math, ItemType.Textbook, "GK.00001", other.Id));
        await catalogue.CatchUpAsync();

        var page = await catalogue.Search.SearchAsync(new RecordSearchRequest { Facets = Enum.GetValues<RecordFacet>() }, CancellationToken.None);

        Counts(RecordFacet.Library).ShouldBe($"{catalogue.Library.Id} 3, {other.Id} 1");
        Counts(RecordFacet.Kind).ShouldBe("Text 2, Sound 1");
        Counts(RecordFacet.ItemType).ShouldBe("Textbook 1");
        Counts(RecordFacet.Language).ShouldBe("vie 2, eng 1");
        Counts(RecordFacet.Author).ShouldBe("Hà Huy Khoái 2, Ai đó 1");
        Counts(RecordFacet.Subject).ShouldBe("Toán học 2, Lớp 6 1");
        Counts(RecordFacet.DdcClass).ShouldBe("500 2, 800 1");
        Counts(RecordFacet.Decade).ShouldBe("2020 2, 2010 1");
        (await Found(f => f with { LibraryIds = [other.Id] })).ShouldBe("Toán 6");
        (await Found(f => f with { Kinds = [RecordKind.Sound] })).ShouldBe("Poems");
        (await Found(f => f with { ItemTypes = [ItemType.Textbook] })).ShouldBe("Toán 6");
        (await Found(f => f with { Languages = ["vie"], Authors = ["Hà Huy Khoái"], YearTo = 2020 })).ShouldBe("Đại số");
        (await Found(f => f with { Subjects = ["Toán học"], DdcPrefixes = ["510"] })).ShouldBe("Toán 6");
        (await catalogue.FindAsync("GK.00001")).ShouldBe(["Toán 6"]);
        (await catalogue.FindAsync("dkcb:gk00001")).ShouldBe(["Toán 6"]);
        (await catalogue.FindAsync("xepgia:51")).ShouldBe(["Toán 6", "Đại số"], ignoreOrder: true);

        string Counts(RecordFacet facet) => string.Join(", ", page.Facets[facet].Select(v => $"{v.Value} {v.Count}"));

        async Task<string> Found(Func<RecordSearchFilter, RecordSearchFilter> filter) =>
            string.Join(", ", await catalogue.FindAsync("", request => request with { Filter = filter(request.Filter) }));
    }

    [Fact]
    public async Task Changes_AreFoundOnceTheFeedIsRead()
    {
        await using var catalogue = await CatalogueForSearch.WithAsync("Cũ", "Ở lại");
        await using (var db = catalogue.Database.Open())
        {
            var record = await db.Records.SingleAsync(r => r.Title == "Cũ");
            (record.Title, record.SearchText) = ("Mới", "moi");
            (await db.Records.SingleAsync(r => r.Title == "Ở lại")).DeletedAt = A.Noon;
            await db.SaveChangesAsync();
        }
        await catalogue.CatchUpAsync();

        (await catalogue.FindAsync("mới")).ShouldBe(["Mới"]);
        (await catalogue.FindAsync("cũ")).ShouldBeEmpty();
        (await catalogue.FindAsync("")).ShouldBe(["Mới"]);
    }

    [Fact]
    public async Task IndexOfAnEarlierProcess_GoesOnWhereItStood()
    {
        await using var catalogue = await CatalogueForSearch.WithAsync("Một");
        var sequence = catalogue.Index.Sequence;
        await catalogue.HasAsync("Hai");
        catalogue.Reopen();

        catalogue.Index.Sequence.ShouldBe(sequence);
        (await catalogue.FindAsync("")).ShouldBe(["Một"]);
        await catalogue.CatchUpAsync();

        (await catalogue.FindAsync("")).ShouldBe(["Một", "Hai"]);
    }

    [Fact]
    public async Task SearchWithoutAnIndex_FindsNothing()
    {
        await using var catalogue = await CatalogueForSearch.WithAsync("Một");
        catalogue.Reopen(folderIsGone: true);

        (await catalogue.FindAsync("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task AuthorityRecords_AreNotFound()
    {
        await using var catalogue = await CatalogueForSearch.WithAsync("Sách");
        await catalogue.HasAsync("Tô Hoài", r => r.Kind = RecordKind.Authority);
        await catalogue.CatchUpAsync();

        (await catalogue.FindAsync("")).ShouldBe(["Sách"]);
    }

    private static RecordSearchRequest Toan(string? after) => new() { Text = "toán", First = 5, After = after };
}
