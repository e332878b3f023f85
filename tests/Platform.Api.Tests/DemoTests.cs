using System.Text.Json;
using Platform.Api.Tests.Portal;

namespace Platform.Api.Tests;

/// <summary>What the README promises of the first command: the real process, an empty folder, the demo group.</summary>
[Collection(DemoCollection.Name)]
public sealed class DemoTests(DemoApi demo)
{
    [Fact]
    public async Task Demo_AnswersATitleTypedWithoutMarksAndOpensEveryFigureOfAReport()
    {
        var found = await demo.AskAsync("""{ records(search: "de men phieu luu ki", first: 5) { nodes { title items(first: 3) { nodes { registrationNumber library { code } } } } } }""");
        var book = found.GetProperty("records").GetProperty("nodes")[0];
        book.GetProperty("title").GetString().ShouldStartWith("Dế Mèn phiêu lưu ký");
        book.GetProperty("items").GetProperty("nodes").GetArrayLength().ShouldBe(3);

        var reports = await demo.AskAsync("""
            { reportRuns(first: 1, where: { definitionCode: { eq: "R-01" } }) {
                nodes { tables { rows { cells { value contributors(first: 6) { totalCount nodes { amount } } } } } } } }
            """, client: "demo-librarian");
        var cells = CellsOf(reports.GetProperty("reportRuns").GetProperty("nodes")[0]).Where(cell => cell.Contributors <= 6).ToList();
        cells.Count.ShouldBeGreaterThan(20);
        cells.Count(cell => cell.Value > 0).ShouldBeGreaterThan(5);
        cells.ShouldAllBe(cell => cell.Value == cell.Sum);
    }

    private static IEnumerable<(long Value, int Contributors, long Sum)> CellsOf(JsonElement run) =>
        from table in run.GetProperty("tables").EnumerateArray()
        from row in table.GetProperty("rows").EnumerateArray()
        from cell in row.GetProperty("cells").EnumerateArray()
        let contributors = cell.GetProperty("contributors")
        select (
            cell.GetProperty("value").GetInt64(),
            contributors.GetProperty("totalCount").GetInt32(),
            contributors.GetProperty("nodes").EnumerateArray().Sum(node => node.GetProperty("amount").GetInt64()));
}
