using Platform.Model.Catalogue.Search;

namespace Platform.Model.Tests.Catalogue;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("dế mèn", "Any de | Any men")]
    [InlineData("\"dế mèn\" tô", "Any phrase de men | Any to")]
    [InlineData("title:toán -nhande:\"nâng cao\"", "Title toan | not Title phrase nang cao")]
    [InlineData("tacgia:\"Tô Hoài\"", "Author phrase to hoai")]
    [InlineData("TK.00012", "Any tk 00012")]
    [InlineData("978-604-0-28815-8", "Any 9786040288158")]
    [InlineData("nam:2010-2015", "Year 2010 2015")]
    [InlineData("c++: lập trình", "Any c | Any lap | Any trinh")]
    [InlineData("title: x", "Any title | Any x")]
    [InlineData("\"chưa đóng", "Any phrase chua dong")]
    [InlineData("- \" : ***", "")]
    [InlineData("", "")]
    public void Text_IsTakenApart(string text, string parts) =>
        string.Join(" | ", SearchText.Parse(text).Clauses.Select(Shown)).ShouldBe(parts);

    [Fact]
    public void OverlongText_IsCut() =>
        SearchText.Parse(string.Join(' ', Enumerable.Range(1, 5000))).Clauses.Count.ShouldBe(SearchText.MaxWords);

    private static string Shown(SearchClause clause) =>
        $"{(clause.IsExcluded ? "not " : "")}{clause.Field} {(clause.IsPhrase ? "phrase " : "")}{string.Join(' ', clause.Words.Select(w => w.Folded))}";
}
