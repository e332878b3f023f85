using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Platform.Reporting.Rendering.Docx;

/// <summary>Paragraphs in Times New Roman.</summary>
/// <param name="Size">Size in points.</param>
/// <param name="Bold">Whether bold.</param>
/// <param name="Italic">Whether italic.</param>
internal sealed record DocxText(int Size, bool Bold = false, bool Italic = false)
{
    private const string Font = "Times New Roman";
    private const string TenMillimetres = "567";
    private const string SixPoints = "120";

    /// <summary>A paragraph without indent; line feeds become line breaks.</summary>
    public Paragraph Paragraph(string text, JustificationValues? alignment = null, bool keepNext = false) =>
        new(Properties(alignment ?? JustificationValues.Left, new SpacingBetweenLines { Before = "0", After = "0" }, null, keepNext), Run(text));

    /// <summary>A paragraph of the body: first line indented, both edges even.</summary>
    public Paragraph Indented(string text, bool keepNext = false) =>
        new(Properties(JustificationValues.Both, new SpacingBetweenLines { Before = "0", After = SixPoints }, new Indentation { FirstLine = TenMillimetres }, keepNext), Run(text));

    /// <summary>A line to write on: dots up to the right edge.</summary>
    public Paragraph Dotted(string label)
    {
        var properties = Properties(JustificationValues.Left, new SpacingBetweenLines { Before = "0", After = SixPoints }, null, keepNext: false);
        properties.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = DocxPage.TextWidth(landscape: false) });
        return new Paragraph(properties, new Run(RunProperties(), new Text(label) { Space = SpaceProcessingModeValues.Preserve }, new TabChar()));
    }

    public Run Run(string text)
    {
        var run = new Run(RunProperties());
        foreach (var (line, index) in text.Split('\n').Select((line, index) => (line, index)))
        {
            if (index > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    private static ParagraphProperties Properties(JustificationValues alignment, SpacingBetweenLines spacing, Indentation? indentation, bool keepNext)
    {
        var properties = new ParagraphProperties { SpacingBetweenLines = spacing, Justification = new Justification { Val = alignment } };
        if (keepNext)
            properties.KeepNext = new KeepNext();
        if (indentation is not null)
            properties.Indentation = indentation;
        return properties;
    }

    private RunProperties RunProperties()
    {
        var properties = new RunProperties { RunFonts = new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font } };
        if (Bold)
            properties.Bold = new Bold();
        if (Italic)
            properties.Italic = new Italic();
        properties.FontSize = new FontSize { Val = (Size * 2).ToString(CultureInfo.InvariantCulture) };
        properties.Languages = new Languages { Val = "vi-VN" };
        return properties;
    }
}
