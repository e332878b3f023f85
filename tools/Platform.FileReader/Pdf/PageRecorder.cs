using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Platform.FileReader.Pdf;

/// <summary>Records the drawing of a page in points, its visible box at the origin and upright.</summary>
internal sealed class PageRecorder(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser contents, ParsingOptions options)
    : BasePageFactory<SKPicture>(scanner, resources, filters, contents, options)
{
    protected override SKPicture ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var box = cropBox.GetVisibleBounds(rotation);
        var seen = new SKRect(0, 0, (float)box.Width, (float)box.Height);
        using var recorder = new SKPictureRecorder();
        var canvas = recorder.BeginRecording(seen);
        canvas.ClipRect(seen);
        // A PDF counts from the bottom.
        canvas.Concat(new SKMatrix(1, 0, (float)-box.Left, 0, -1, (float)box.Top, 0, 0, 1));
        var page = new PageSource(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions);
        using var outlines = new GlyphOutlines();
        using var painter = new PageCanvas(page, canvas, outlines);
        painter.Process(pageNumber, operations);
        return recorder.EndRecording();
    }
}

/// <summary>What the parser hands on for a page.</summary>
internal sealed record PageSource(
    int Number,
    IResourceStore Resources,
    IPdfTokenScanner Scanner,
    IPageContentParser Contents,
    ILookupFilterProvider Filters,
    CropBox CropBox,
    UserSpaceUnit Unit,
    PageRotationDegrees Rotation,
    TransformationMatrix Initial,
    ParsingOptions Options);
