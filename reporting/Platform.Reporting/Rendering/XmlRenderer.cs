using System.Globalization;
using System.Text;
using System.Xml;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering;

/// <summary>Writes the report in the shape of <c>schema/ministry/bao-cao-1.xsd</c>, which judges it.</summary>
internal sealed class XmlRenderer : IRenderer
{
    /// <summary>Namespace of the schema.</summary>
    public const string Namespace = "urn:platform:bao-cao:1";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public ReportFormat Format => ReportFormat.Xml;

    public byte[] Render(FrozenReport report)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
            Write(xml, report);
        return stream.ToArray();
    }

    private static void Write(XmlWriter xml, FrozenReport report)
    {
        var document = report.Document;
        xml.WriteStartElement("baoCao", Namespace);
        xml.WriteAttributeString("ma", document.Definition.Code);
        xml.WriteAttributeString("phienBan", Number(document.Definition.Version));
        xml.WriteAttributeString("xacNhan", document.Definition.Confirmed ? "true" : "false");
        xml.WriteAttributeString("maKiemTra", report.Hash);
        Element(xml, "ten", document.Definition.Name);
        xml.WriteStartElement("truong", Namespace);
        xml.WriteAttributeString("ma", document.Library.Code);
        xml.WriteString(document.Library.Name);
        xml.WriteEndElement();
        xml.WriteStartElement("ky", Namespace);
        xml.WriteAttributeString("ma", document.Period.Code);
        xml.WriteAttributeString("tuNgay", Day(document.Period.FirstOn));
        xml.WriteAttributeString("denNgay", Day(document.Period.LastOn));
        xml.WriteEndElement();
        foreach (var metric in document.Metrics)
            Write(xml, metric);
        foreach (var table in document.Tables)
            Write(xml, table);
        foreach (var narrative in document.Sections.OfType<NarrativeSection>().Where(n => n.Text is not null))
        {
            xml.WriteStartElement("thuyetMinh", Namespace);
            xml.WriteAttributeString("ma", narrative.Code);
            xml.WriteString(narrative.Text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FrozenMetric metric)
    {
        xml.WriteStartElement("chiTieu", Namespace);
        xml.WriteAttributeString("ma", metric.Code);
        xml.WriteAttributeString("phienBan", Number(metric.Version));
        xml.WriteAttributeString("donVi", metric.Unit);
        xml.WriteAttributeString("xacNhan", metric.Confirmed ? "true" : "false");
        Element(xml, "ten", metric.Name);
        Element(xml, "dienGiai", metric.Wording);
        Element(xml, "canCu", metric.LegalBasis);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, TableSection table)
    {
        xml.WriteStartElement("bang", Namespace);
        xml.WriteAttributeString("ma", table.Code);
        foreach (var column in table.Columns)
        {
            xml.WriteStartElement("cot", Namespace);
            xml.WriteAttributeString("ma", column.Code);
            xml.WriteString(string.Join(" / ", column.Heads).Replace('\n', ' '));
            xml.WriteEndElement();
        }
        foreach (var row in table.Rows.Where(r => table.Layout is TableLayout.Grid || r.Cells.Count > 0))
            Write(xml, table, row);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, TableSection table, TableRow row)
    {
        xml.WriteStartElement("dong", Namespace);
        xml.WriteAttributeString("ma", row.Code);
        if (row.IsTotal)
            xml.WriteAttributeString("tong", "true");
        Element(xml, "nhan", row.Label);
        foreach (var (column, cell) in table.Columns.Zip(row.Cells).Where(pair => pair.Second.Ratio is not { Absent: true }))
        {
            xml.WriteStartElement("o", Namespace);
            xml.WriteAttributeString("so", Number(cell.Id));
            xml.WriteAttributeString("cot", column.Code);
            if (cell.Metric is not null)
                xml.WriteAttributeString("chiTieu", cell.Metric);
            xml.WriteString(cell.Ratio is { } ratio ? DecimalNumber.Of(cell.Value, ratio.Decimals, '.') : Number(cell.Value));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
