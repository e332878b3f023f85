using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Platform.Reporting.Exchange;

namespace Platform.Reporting.Tests.Exchange;

/// <summary>The portal's import file: heading of three rows with merged cells, codes as text, figures as numbers.</summary>
public sealed class PortalWorkbookTests
{
    private static readonly Dictionary<string, object> Line = new()
    {
        ["stt"] = 1,
        ["matruong"] = "0010020003",
        ["tentruong"] = "Trường TH Mường Sáng",
        ["noidungtieuchi"] = "Phòng thư viện",
        ["soluong"] = 2,
        ["dientich"] = 88.25,
        ["soluongkienco"] = 1,
        ["dientichkienco"] = 62.5,
        ["soluongbankienco"] = 1,
        ["dientichbankienco"] = 25.75,
        ["soluongtam"] = 0,
        ["dientichtam"] = 0.0,
    };

    [Fact]
    public void Heading_HasThreeRows_WithMergedCells()
    {
        var sheet = Read(PortalWorkbook.Write(PortalTemplate.Facilities, [Line]), out var name);

        name.ShouldBe("Sheet1");
        Texts(sheet, 3).ShouldBe(["STT", "Mã trường", "Tên trường", "Nội dung tiêu chí", "Nhu cầu theo QĐ", "Tổng số", "", "Chia ra", "", "", "", "", ""]);
        Texts(sheet, 4).ShouldBe(["", "", "", "", "", "Số phòng", "Diện tích (m²)", "Kiên cố", "", "Bán kiên cố", "", "Tạm", ""]);
        Texts(sheet, 5).ShouldBe(["", "", "", "", "", "", "", "Số phòng", "Diện tích (m²)", "Số phòng", "Diện tích (m²)", "Số phòng", "Diện tích (m²)"]);
        sheet.Descendants<MergeCell>().Select(merge => merge.Reference!.Value).ShouldBe(
            ["A1:M1", "A3:A5", "B3:B5", "C3:C5", "D3:D5", "E3:E5", "F3:G3", "H3:M3", "F4:F5", "G4:G5", "H4:I4", "J4:K4", "L4:M4"], ignoreOrder: true);
    }

    [Fact]
    public void Line_HasCodesAsText_AndFiguresAsNumbers()
    {
        var sheet = Read(PortalWorkbook.Write(PortalTemplate.Facilities, [Line]), out _);

        var cells = sheet.Descendants<Row>().Single(row => row.RowIndex?.Value == 6).Elements<Cell>().ToList();
        cells[1].DataType!.Value.ShouldBe(CellValues.InlineString);
        cells.Select(cell => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "").ShouldBe(
            ["1", "0010020003", "Trường TH Mường Sáng", "Phòng thư viện", "", "2", "88.25", "1", "62.5", "1", "25.75", "0", "0"]);
        cells[6].DataType.ShouldBeNull();
    }

    [Fact]
    public void File_IsSoundByItsOwnSchema_AndTheSameEveryTime()
    {
        var bytes = PortalWorkbook.Write(PortalTemplate.Facilities, [Line]);

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(fault => fault.Description).ShouldBeEmpty();
        PortalWorkbook.Write(PortalTemplate.Facilities, [Line]).ShouldBe(bytes);
    }

    private static Worksheet Read(byte[] bytes, out string? name)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        name = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single().Name?.Value;
        return (Worksheet)document.WorkbookPart.WorksheetParts.Single().Worksheet!.CloneNode(true);
    }

    private static IEnumerable<string> Texts(Worksheet sheet, uint row) =>
        sheet.Descendants<Row>().Single(one => one.RowIndex?.Value == row).Elements<Cell>().Select(cell => cell.InlineString?.InnerText ?? "");
}
