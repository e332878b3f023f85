using Platform.Model.Catalogue.Search;

namespace Platform.Model.Tests.Catalogue;

public sealed class HighlightingTests
{
    [Theory]
    [InlineData("Dế Mèn phiêu lưu ký : truyện", "[Dế Mèn] phiêu lưu [ký] : truyện")]
    [InlineData("Kí sự của DẾ, mèn", "[Kí] sự của [DẾ], [mèn]")]
    [InlineData("Không có gì", "Không có gì")]
    [InlineData("", "")]
    public void Spans_AreTheWordsAsTheSearchComparesThem(string text, string marked)
    {
        var highlighting = new Highlighting(["de", "men", "ki"]);

        var shown = text;
        foreach (var span in highlighting.SpansIn(text).Reverse())
            shown = shown.Insert(span.Start + span.Length, "]").Insert(span.Start, "[");

        shown.ShouldBe(marked);
    }
}
