using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Platform.Reporting.Rendering.Xlsx;

/// <summary>Writes the cells of a sheet as they come: elements of the SDK for each cell of a register cost three times as much.</summary>
internal static class XlsxRows
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Prefix = "x";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    // In the order that the schema of worksheets asks for.
    public static void Write(Stream stream, Sheet sheet, XlsxStyles styles)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement(Prefix, "worksheet", Main);
        new SheetProperties(new PageSetupProperties { FitToPage = true }).WriteTo(xml);
        new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }).WriteTo(xml);
        new Columns(sheet.Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })).WriteTo(xml);
        xml.WriteStartElement(Prefix, "sheetData", Main);
        var columns = Enumerable.Range(1, sheet.Columns).Select(SheetName.Column).ToArray();
        for (var row = 1; row <= sheet.Rows.Count; row++)
        {
            if (sheet.Rows[row - 1] is { } cells)
                WriteRow(xml, row, cells, (columns, sheet.Heights, styles));
        }
        xml.WriteEndElement();
        if (sheet.Merges.Count > 0)
            new MergeCells(sheet.Merges.Select(m => new MergeCell { Reference = m })) { Count = (uint)sheet.Merges.Count }.WriteTo(xml);
        new PrintOptions { HorizontalCentered = true }.WriteTo(xml);
        new PageMargins { Top = 0.79, Bottom = 0.79, Left = 1.18, Right = 0.6, Header = 0.4, Footer = 0.4 }.WriteTo(xml);
        new PageSetup { PaperSize = 9, Orientation = sheet.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 }.WriteTo(xml);
        new HeaderFooter(new OddHeader("&C&\"Times New Roman,Regular\"&13&P"), new FirstHeader("")) { DifferentFirst = true }.WriteTo(xml);
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, SheetCell?[] cells, (string[] Columns, IReadOnlyDictionary<int, double> Heights, XlsxStyles Styles) sheet)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement(Prefix, "row", Main);
        xml.WriteAttributeString("r", name);
        if (sheet.Heights.TryGetValue(number, out var height))
        {
            xml.WriteAttributeString("ht", Math.Round(height, 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
        }
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column] is { } cell)
                WriteCell(xml, sheet.Columns[column] + name, cell, sheet.Styles.IndexOf(cell.Style, cell.Number is not null));
        }
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string name, SheetCell cell, int style)
    {
        xml.WriteStartElement(Prefix, "c", Main);
        xml.WriteAttributeString("r", name);
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        if (cell.Formula is { } formula)
            xml.WriteElementString(Prefix, "f", Main, formula);
        if (cell.Number is { } number)
            xml.WriteElementString(Prefix, "v", Main, cell.Style.Decimals is 0 ? number.ToString(CultureInfo.InvariantCulture) : DecimalNumber.Of(number, cell.Style.Decimals, '.'));
        else if (cell.Text is { } text)
            WriteText(xml, text);
        xml.WriteEndElement();
    }

    // In the cell itself and with its blanks: it stays a text whatever it begins with.
    private static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement(Prefix, "is", Main);
        xml.WriteStartElement(Prefix, "t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
