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

        var reports = await demo.AskAsync("{ reportRuns(first: 2) { nodes { definitionCode library { code } tables { rows { cells { value contributors(first: 100) { totalCount nodes { amount } } } } } } } }", client: "demo-librarian");
        var runs = reports.GetProperty("reportRuns").GetProperty("nodes").EnumerateArray().ToList();
        runs.Count.ShouldBe(2, "the two months before, of the librarian's own library");
        var cells = runs.SelectMany(CellsOf).Where(cell => cell.Contributors <= 100).ToList();
        cells.Count.ShouldBeGreaterThan(40);
        cells.Count(cell => cell.Value > 0).ShouldBeGreaterThan(10);
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
