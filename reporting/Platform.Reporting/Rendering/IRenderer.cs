using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering;

/// <summary>Writes a frozen report in one format. The same report gives the same bytes on every machine, at any time, in any culture.</summary>
public interface IRenderer
{
    /// <summary>The format.</summary>
    ReportFormat Format { get; }

    /// <summary>The bytes of the file.</summary>
    byte[] Render(FrozenReport report);
}

/// <summary>A report as it is rendered.</summary>
/// <param name="Document">What it says.</param>
/// <param name="Hash">Its content address, printed on it so that a paper copy can be verified.</param>
public sealed record FrozenReport(ReportDocument Document, string Hash);

/// <summary>A format in which a report can be had.</summary>
public enum ReportFormat : byte
{
    /// <summary>The official document, to print and sign.</summary>
    Pdf = 1,

    /// <summary>A spreadsheet with real numbers and formulas.</summary>
    Xlsx = 2,

    /// <summary>A text document to edit further.</summary>
    Docx = 3,

    /// <summary>One line a figure, for spreadsheets: UTF-8 with a byte order mark, semicolons.</summary>
    Csv = 4,

    /// <summary>The canonical document itself, whose SHA-256 is the report's hash.</summary>
    Json = 5,

    /// <summary>The report by the schema <c>schema/ministry/bao-cao-1.xsd</c>.</summary>
    Xml = 6,
}
