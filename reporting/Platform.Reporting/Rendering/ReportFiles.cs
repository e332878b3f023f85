using Platform.Reporting.Rendering.Docx;
using Platform.Reporting.Rendering.Pdf;
using Platform.Reporting.Rendering.Xlsx;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering;

/// <summary>The files of a frozen report.</summary>
public static class ReportFiles
{
    private static readonly Dictionary<ReportFormat, IRenderer> Renderers =
        new IRenderer[] { new PdfRenderer(), new XlsxRenderer(), new DocxRenderer(), new CsvRenderer(), new JsonRenderer(), new XmlRenderer() }.ToDictionary(r => r.Format);

    /// <summary>The formats in which every report can be had.</summary>
    public static IReadOnlyList<ReportFormat> Formats { get; } = [.. Renderers.Keys.Order()];

    /// <summary>Writes the report in a format.</summary>
    public static ReportFile Write(FrozenReport report, ReportFormat format) =>
        new(NameOf(report.Document, format), MediaTypeOf(format), Renderers[format].Render(report));

    /// <summary>Media type of a format.</summary>
    public static string MediaTypeOf(ReportFormat format) => format switch
    {
        ReportFormat.Pdf => "application/pdf",
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ReportFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ReportFormat.Csv => "text/csv; charset=utf-8",
        ReportFormat.Json => "application/json",
        ReportFormat.Xml => "application/xml",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };

    /// <summary>Name of the file: form, school and period.</summary>
    public static string NameOf(ReportDocument document, ReportFormat format) =>
        $"{document.Definition.Code}_{document.Library.Code}_{document.Period.Code}.{format.ToString().ToLowerInvariant()}";
}

/// <summary>A file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">Its content.</param>
public sealed record ReportFile(string Name, string MediaType, byte[] Bytes);
