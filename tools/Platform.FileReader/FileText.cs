using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace Platform.FileReader;

/// <summary>The text of a file: pages of a PDF, paragraphs of a document, slides with their notes, or plain text.</summary>
internal static class FileText
{
    // A part of an office document that unpacks to more is a trap.
    private const long MostCharactersInPart = 100_000_000;
    private const int MostPages = 5_000;

    /// <summary>Reads as much as there is room for; how it went, by the names of the states of a reading.</summary>
    public static string Read(string format, string path, BoundedText into)
    {
        try
        {
            switch (format)
            {
                case "Pdf": ReadPdf(path, into); break;
                case "Docx": ReadDocument(path, into); break;
                case "Pptx": ReadSlides(path, into); break;
                default: ReadPlain(path, into); break;
            }
            return into.IsFull ? "Cut" : "Read";
        }
        catch (PdfDocumentEncryptedException)
        {
            return "Encrypted";
        }
        catch (OutOfMemoryException)
        {
            return "TooLarge";
        }
        // The parsers meet what no file should hold: whatever they throw says that the file is broken, and this process reads no other.
        catch (Exception fault) when (fault is not StackOverflowException)
        {
            return "Unreadable";
        }
    }

    private static void ReadPdf(string path, BoundedText into)
    {
        using var pdf = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        for (var page = 1; page <= Math.Min(pdf.NumberOfPages, MostPages) && !into.IsFull; page++)
            into.Add(ContentOrderTextExtractor.GetText(pdf.GetPage(page)));
    }

    private static void ReadDocument(string path, BoundedText into)
    {
        using var file = WordprocessingDocument.Open(path, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
        if (file.MainDocumentPart is not { } main)
            return;
        ReadPart(main, into);
        foreach (var part in main.FootnotesPart is { } notes ? [notes] : Array.Empty<OpenXmlPart>())
            ReadPart(part, into);
    }

    private static void ReadSlides(string path, BoundedText into)
    {
        using var file = PresentationDocument.Open(path, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
        var presentation = file.PresentationPart;
        foreach (var id in presentation?.Presentation?.SlideIdList?.Elements<DocumentFormat.OpenXml.Presentation.SlideId>() ?? [])
        {
            if (into.IsFull || id.RelationshipId?.Value is not { } relation || presentation!.GetPartById(relation) is not SlidePart slide) // has slides
                continue;
            ReadPart(slide, into);
            if (slide.NotesSlidePart is { } notes)
                ReadPart(notes, into);
        }
    }

    // Runs of one paragraph make words together: the paragraph is added as one.
    private static void ReadPart(OpenXmlPart part, BoundedText into)
    {
        using var reader = new OpenXmlPartReader(part);
        var paragraph = new StringBuilder();
        while (!into.IsFull && reader.Read())
        {
            if (reader.LocalName is "p" && reader.IsEndElement)
            {
                into.Add(paragraph.ToString());
                paragraph.Clear();
            }
            else if (reader is { LocalName: "t", IsStartElement: true })
                paragraph.Append(reader.GetText());
            else if (reader is { LocalName: "tab" or "br", IsStartElement: true })
                paragraph.Append(' ');
        }
        into.Add(paragraph.ToString());
    }

    private static void ReadPlain(string path, BoundedText into)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var line = new char[4096];
        int read;
        while (!into.IsFull && (read = reader.ReadBlock(line)) > 0)
            into.Add(new string(line, 0, read));
    }
}
