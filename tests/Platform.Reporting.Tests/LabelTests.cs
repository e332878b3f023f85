using System.Diagnostics;
using Platform.Reporting.Labels;

namespace Platform.Reporting.Tests;

/// <summary>Labels: what stands on them, where, and bar codes that a scanner reads.</summary>
public sealed class LabelTests
{
    [Fact]
    public void Code128_OfASmallText_IsAsTheStandardSays() =>
        // Start B, "A", "1", check (104 + 33 + 2 * 17) mod 103 = 68, stop.
        string.Concat(Code128.Widths("A1")).ShouldBe("211214" + "111323" + "123221" + "141221" + "2331112");

    [Theory]
    [InlineData("A", 46)]
    [InlineData("1234", 57)]
    [InlineData("123456", 68)]
    [InlineData("TK.000123", 112)]
    public void Code128_IsShorterForDigits(string text, int modules) => Code128.Widths(text).Sum().ShouldBe(modules);

    [Fact]
    public void TextOutsideAscii_CannotBeABarCode()
    {
        Code128.CanHold("ĐKCB.1").ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Code128.Widths("ĐKCB.1"));
    }

    [Fact]
    public void SpineLabels_HaveTheCallNumberInLines_AndGoOnOnTheNextSheet()
    {
        var labels = Enumerable.Range(1, 5).Select(i => new Label("THCS Mường Sáng", "895.922334 D250M", $"TK.0000{i}")).ToList();

        var text = PdfReading.TextOf(LabelPrint.ToPdf(labels, LabelKind.Spine, LabelSheet.Of("A4-21")!, skip: 19));

        text.ShouldBe(string.Join('\n',
        [
            "--- page 1 of 2", "THCS Mường Sáng THCS Mường Sáng", "895.922334 895.922334", "D250M D250M", "TK.00001 TK.00002",
            "--- page 2 of 2", "THCS Mường Sáng THCS Mường Sáng THCS Mường Sáng", "895.922334 895.922334 895.922334", "D250M D250M D250M", "TK.00003 TK.00004 TK.00005", "",
        ]));
    }

    [Fact]
    public async Task BarCodes_AreReadByAScannerOfOthers()
    {
        string[] numbers = ["TK.00012", "1234567", "12345678", "GK-2026-000001", "A", "98"];
        var folder = Directory.CreateTempSubdirectory("platform-labels-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "labels.pdf"), LabelPrint.ToPdf([.. numbers.Select(n => new Label("Thư viện", null, n))], LabelKind.Barcode, LabelSheet.Of("A4-65")!), TestContext.Current.CancellationToken);

        await RunAsync(folder, "pdftoppm", "-r 300 -png labels.pdf page");
        var read = await RunAsync(folder, "zbarimg", "-q --raw -Sdisable -Scode128.enable page-1.png");
        Directory.Delete(folder, recursive: true);

        read.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ShouldBe(numbers.Order(StringComparer.Ordinal));
    }

    internal static async Task<string> RunAsync(string folder, string program, string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!; // a new process is always given
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed (Debian: poppler-utils, zbar-tools).");
            throw;
        }
    }
}
