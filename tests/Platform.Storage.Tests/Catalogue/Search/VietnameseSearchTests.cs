using Platform.Model.Catalogue.Search;

namespace Platform.Storage.Tests.Catalogue.Search;

/// <summary>However a Vietnamese reader types it, the book is found.</summary>
public sealed class VietnameseSearchTests : IAsyncLifetime
{
    private CatalogueForSearch _catalogue = null!; // InitializeAsync sets it

    public async ValueTask InitializeAsync() => _catalogue = await CatalogueForSearch.WithAsync(
        "Dế Mèn phiêu lưu ký / Tô Hoài / 1941",
        "Đất rừng phương Nam / Đoàn Giỏi / 1957",
        "Hòa bình và chiến tranh / Lev Tolstoy",
        "Mỹ thuật lớp 6",
        "Vật lí 10",
        "Bàn có năm chỗ ngồi / Nguyễn Nhật Ánh / 2012",
        "Bạn và tôi",
        "Mắt biếc / Nguyễn Nhật Ánh / 2012",
        "Chaos: Making a New Science / James Gleick",
        "Cháo hành");

    public ValueTask DisposeAsync() => _catalogue.DisposeAsync();

    [Theory]
    [InlineData("dế mèn phiêu lưu ký")]
    [InlineData("de men phieu luu ky")]
    [InlineData("DE MEN PHIEU LUU KI")]
    [InlineData("dế mèn tô hoài")]
    [InlineData("to hoai de men")]
    [InlineData("\"phiêu lưu ký\"")]
    [InlineData("nhande:men tacgia:hoai")]
    [InlineData("nam:1941")]
    public async Task AsTyped_WithOrWithoutMarks(string text) => (await _catalogue.FindAsync(text)).ShouldBe(["Dế Mèn phiêu lưu ký"]);

    [Theory]
    [InlineData("dat rung phuong nam", "Đất rừng phương Nam")]
    [InlineData("hoà bình", "Hòa bình và chiến tranh")]
    [InlineData("mĩ thuật", "Mỹ thuật lớp 6")]
    [InlineData("vật lý", "Vật lí 10")]
    [InlineData("Nguye\u0302\u0303n Nha\u0323\u0302t ma\u0306\u0301t", "Mắt biếc")]
    public async Task OtherSpellings_AreTheSameWord(string text, string title) => (await _catalogue.FindAsync(text)).ShouldBe([title]);

    [Theory]
    [InlineData("ddaats ruwngf phuowng nam", "Đất rừng phương Nam")]
    [InlineData("d9a61t ru7ng2 phu7o7ng nam", "Đất rừng phương Nam")]
    [InlineData("mawts bieecs", "Mắt biếc")]
    public async Task RawTyping_IsUnderstood(string text, string title)
    {
        var page = await _catalogue.Search.SearchAsync(new RecordSearchRequest { Text = text }, CancellationToken.None);

        (await _catalogue.TitlesAsync(page)).ShouldBe([title]);
        page.Leniency.ShouldBe(SearchLeniency.KeyboardTyping);
    }

    [Theory]
    [InlineData("dee men phieu luuu ky", "Dế Mèn phiêu lưu ký")]
    [InlineData("đất rừmg phưong nma", "Đất rừng phương Nam")]
    [InlineData("nguyen nhat ank mat biec", "Mắt biếc")]
    public async Task OneTypoAWord_IsForgiven(string text, string title)
    {
        var page = await _catalogue.Search.SearchAsync(new RecordSearchRequest { Text = text }, CancellationToken.None);

        (await _catalogue.TitlesAsync(page))[0].ShouldBe(title);
        page.Leniency.ShouldBeOneOf(SearchLeniency.Typos, SearchLeniency.KeyboardTyping);
    }

    [Fact]
    public async Task AWordTooMuch_IsForgivenLast()
    {
        var page = await _catalogue.Search.SearchAsync(new RecordSearchRequest { Text = "dế mèn phiêu lưu ký kim đồng" }, CancellationToken.None);

        (await _catalogue.TitlesAsync(page)).ShouldBe(["Dế Mèn phiêu lưu ký"]);
        page.Leniency.ShouldBe(SearchLeniency.MissingWords);
    }

    [Fact]
    public async Task TypedMarks_PutTheSameMarksFirst()
    {
        (await _catalogue.FindAsync("bàn")).ShouldBe(["Bàn có năm chỗ ngồi", "Bạn và tôi"]);
        (await _catalogue.FindAsync("bạn")).ShouldBe(["Bạn và tôi", "Bàn có năm chỗ ngồi"]);
        (await _catalogue.FindAsync("cháo")).ShouldBe(["Cháo hành"]);
    }

    [Fact]
    public async Task WordThatIsThere_IsNotTakenForTyping() =>
        (await _catalogue.FindAsync("chaos")).ShouldBe(["Chaos: Making a New Science"]);

    [Fact]
    public async Task ExcludedWord_IsNotThere() =>
        (await _catalogue.FindAsync("nhật ánh -\"mắt biếc\"")).ShouldBe(["Bàn có năm chỗ ngồi"]);

    [Theory]
    [InlineData("***")]
    [InlineData("không đâu có cả")]
    public async Task TextThatMatchesNothing_FindsNothing(string text) => (await _catalogue.FindAsync(text)).ShouldBeEmpty();

    [Fact]
    public async Task Highlighting_MarksWhatMatched()
    {
        var page = await _catalogue.Search.SearchAsync(new RecordSearchRequest { Text = "mawts bieecs" }, CancellationToken.None);

        page.Highlighting.SpansIn("Truyện Mắt biếc").ShouldBe([new TextSpan(7, 8)]);
    }

    [Theory]
    [InlineData("mat b", "Mắt biếc")]
    [InlineData("nguyễn nh", "Nguyễn Nhật Ánh")]
    [InlineData("phieu lu", "Dế Mèn phiêu lưu ký")]
    public async Task Suggestion_CompletesTitlesAndAuthors(string beginning, string suggestion) =>
        (await _catalogue.Search.SuggestAsync(beginning, 3, CancellationToken.None))[0].ShouldBe(suggestion);
}
