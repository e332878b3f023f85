using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model.Repository;
using Platform.Storage.Repository;
using SkiaSharp;

namespace Platform.Storage.Tests.Repository;

/// <summary>The first page of a PDF as a small picture: what is on it is where it should be, and a hostile page becomes a state or a grey area.</summary>
public sealed class PdfThumbnailTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-thumbnail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AreasLettersAndPictures_AreDrawnWhereTheyStand()
    {
        // Lower left a red area, upper left letters of a font that is not embedded, upper right a blue picture, lower right nothing.
        const string Operations = "1 0 0 rg 0 0 306 396 re f BT 0 g /F1 120 Tf 10 550 Td (MMM) Tj ET q 306 0 0 396 306 396 cm /P1 Do Q";

        using var page = await DrawnAsync(FileSample.PdfPage(
            Operations, picture: "/Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8", samples: [0, 0, 255]));

        (page.Width, page.Height).ShouldBe((247, 320));
        ShouldBeNear(page.GetPixel(60, 240), SKColors.Red);
        ShouldBeNear(page.GetPixel(185, 80), SKColors.Blue);
        ShouldBeNear(page.GetPixel(185, 240), SKColors.White);
        DarkPixels(page, new SKRectI(0, 0, 123, 160)).ShouldBeInRange(800, 4000);
        DarkPixels(page, new SKRectI(0, 0, 123, 40)).ShouldBe(0);
    }

    [Fact]
    public async Task RotatedPage_StandsUpright_AndShowsItsCropBoxOnly()
    {
        using var page = await DrawnAsync(FileSample.PdfPage("1 0 0 rg 0 0 306 198 re f", "/MediaBox [0 0 612 792] /CropBox [0 0 612 396] /Rotate 90"));

        // Turned clockwise, what was at the lower left stands at the upper left.
        (page.Width, page.Height).ShouldBe((207, 320));
        ShouldBeNear(page.GetPixel(50, 80), SKColors.Red);
        ShouldBeNear(page.GetPixel(150, 80), SKColors.White);
        ShouldBeNear(page.GetPixel(50, 240), SKColors.White);
    }

    [Fact]
    public async Task ScannedPage_IsItsPhotograph()
    {
        using var scan = new SKBitmap(1240, 1754);
        scan.Erase(SKColors.White);
        scan.Erase(SKColors.Black, new SKRectI(0, 0, 1240, 877));
        using var jpeg = scan.Encode(SKEncodedImageFormat.Jpeg, 80);

        using var page = await DrawnAsync(FileSample.PdfPage(
            "q 612 0 0 792 0 0 cm /P1 Do Q",
            picture: "/Width 1240 /Height 1754 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
            samples: jpeg.ToArray()));

        ShouldBeNear(page.GetPixel(123, 100), SKColors.Black);
        ShouldBeNear(page.GetPixel(123, 220), SKColors.White);
    }

    [Fact]
    public async Task Stencil_IsPaintedInTheColourOfTheState_WithinTheClip()
    {
        // Two samples beside each other, the first covers (0); only the lower half of the page may be painted.
        using var page = await DrawnAsync(FileSample.PdfPage(
            "0 0 612 396 re W n 0 1 0 rg q 612 0 0 792 0 0 cm /P1 Do Q", picture: "/Width 2 /Height 1 /ImageMask true /BitsPerComponent 1", samples: [0b0100_0000]));

        ShouldBeNear(page.GetPixel(30, 240), new SKColor(0, 255, 0));
        ShouldBeNear(page.GetPixel(216, 240), SKColors.White);
        ShouldBeNear(page.GetPixel(30, 80), SKColors.White);
    }

    [Fact]
    public async Task PictureThatClaimsToBeHuge_IsAGreyArea()
    {
        using var page = await DrawnAsync(FileSample.PdfPage(
            "q 612 0 0 792 0 0 cm /P1 Do Q", picture: "/Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8", samples: [0]));

        ShouldBeNear(page.GetPixel(120, 160), new SKColor(0xDD, 0xDD, 0xDD));
    }

    [Fact]
    public async Task PageOfMoreOperationsThanAPageMayHave_StaysAsFarAsItIsDrawn()
    {
        var endless = string.Concat(Enumerable.Repeat("q Q ", 200_000));

        using var page = await DrawnAsync(FileSample.PdfPage("1 0 0 rg 0 0 612 396 re f " + endless + "0 396 612 396 re f"));

        ShouldBeNear(page.GetPixel(120, 240), SKColors.Red);
        ShouldBeNear(page.GetPixel(120, 80), SKColors.White);
    }

    [Theory]
    [InlineData("%PDF-1.7\nnothing that anyone could read")]
    [InlineData("")]
    public async Task BrokenFile_IsUnreadable(string content) =>
        (await ThumbnailAsync(System.Text.Encoding.ASCII.GetBytes(content))).State.ShouldBe(ReadingState.Unreadable);

    [Fact]
    public async Task PageWithoutExtent_IsUnreadable() =>
        (await ThumbnailAsync(FileSample.PdfPage("0 0 1 1 re f", "/MediaBox [0 0 0 0]"))).State.ShouldBe(ReadingState.Unreadable);

    private async Task<SKBitmap> DrawnAsync(byte[] pdf)
    {
        var (state, bytes) = await ThumbnailAsync(pdf);
        state.ShouldBe(ReadingState.Read);
        return SKBitmap.Decode(bytes);
    }

    private async Task<FileExtract> ThumbnailAsync(byte[] pdf)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, pdf);
        var reader = new ReaderProcess(Options.Create(new FileStoreOptions()), NullLogger<ReaderProcess>.Instance);
        return await reader.ThumbnailAsync(path, FileFormat.Pdf, CancellationToken.None);
    }

    // The picture is packed with losses.
    private static void ShouldBeNear(SKColor pixel, SKColor colour)
    {
        int[] apart = [Math.Abs(pixel.Red - colour.Red), Math.Abs(pixel.Green - colour.Green), Math.Abs(pixel.Blue - colour.Blue)];
        apart.Max().ShouldBeLessThan(12, $"{pixel} is not {colour}");
    }

    private static int DarkPixels(SKBitmap page, SKRectI within) =>
        Enumerable.Range(within.Left, within.Width).Sum(x => Enumerable.Range(within.Top, within.Height).Count(y => page.GetPixel(x, y).Red < 100));
}
