using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Platform.Storage.Tests.Patrons;

/// <summary>
/// An export as the Ministry's database makes them: a title above the header, line breaks and decomposed letters in the headings,
/// sixteen sheets of code lists behind the data.
/// </summary>
internal static class ExportFile
{
    /// <summary>The headings of a pupil export (C1-HocSinh), as they stand in the file.</summary>
    public static readonly string[] PupilHeadings =
        ["STT", "Mã\nlớp", "Tên lớp", "Mã học sinh", "Họ tên", "Ngày sinh", "Giới tính", "Trạng thái HS", "Ngày nhập trạng thái", "Dân tộc", "Số định danh cá nhân"];

    public static byte[] Pupils(params object?[][] rows) => Workbook([["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], ["DANH SÁCH HỌC SINH"], [], [.. PupilHeadings.Select(h => h.Normalize(NormalizationForm.FormD))], .. rows]);

    /// <summary>A pupil's row in the order of <see cref="PupilHeadings"/>.</summary>
    public static object?[] Pupil(string? code, string name, string className, object? bornOn = null, string state = "Đang học", object? stateOn = null) =>
        [1, "L" + className, className, code, name, bornOn, "Nam", state, stateOn, "Mông", null];

    public static byte[] Workbook(object?[][] rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var part = document.AddWorkbookPart();
            part.Workbook = new Workbook(new Sheets());
            AddSheet(part, "Sheet1", rows);
            for (var i = 1; i <= 16; i++)
                AddSheet(part, string.Create(CultureInfo.InvariantCulture, $"DM_{i:00}"), [["Mã", "Tên"], ["01", "Đang học"], ["04", "Chuyển đi"]]);
        }
        return file.ToArray();
    }

    private static void AddSheet(WorkbookPart part, string name, object?[][] rows)
    {
        var worksheet = part.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        worksheet.Worksheet = new Worksheet(data);
        for (var r = 0; r < rows.Length; r++)
            data.Append(new Row(rows[r].Select((value, column) => Cell(value, column, r + 1)).OfType<Cell>()) { RowIndex = (uint)r + 1 });
        var sheets = part.Workbook!.GetFirstChild<Sheets>()!; // made above
        sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = part.GetIdOfPart(worksheet), SheetId = (uint)sheets.Count() + 1, Name = name });
    }

    private static Cell? Cell(object? value, int column, int row)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
        return value switch
        {
            null => null,
            int number => new Cell { CellReference = reference, CellValue = new CellValue(number) },
            _ => new Cell { CellReference = reference, DataType = CellValues.InlineString, InlineString = new InlineString(new Text((string)value)) },
        };
    }
}
