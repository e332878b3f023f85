using System.Globalization;
using Platform.Reporting.Manifests;

namespace Platform.Reporting.Tests;

/// <summary>Hand-over documents: barcodes by the standard, and what stands on the pages.</summary>
public sealed class ManifestTests
{
    [Theory]
    // ISO/IEC 15417: start B, "A" (33), check (104 + 33) mod 103 = 34, stop.
    [InlineData("A", "211214 111323 131123 2331112")]
    // Start C, 12, 34: check (105 + 12 + 2 * 34) mod 103 = 82.
    [InlineData("1234", "211232 112232 131123 121241 2331112")]
    public void Barcode_IsAsTheStandardWritesIt(string text, string bars) =>
        string.Concat(Code128.BarsOf(text)).ShouldBe(bars.Replace(" ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("THHB:TK.00012")]
    [InlineData("0000019247")]
    [InlineData("12345")]
    [InlineData("A12345B")]
    [InlineData("~ !")]
    public void EverySymbol_IsElevenModulesWide_AndTheStopThirteen(string text)
    {
        var bars = Code128.BarsOf(text);

        bars.SkipLast(7).Chunk(6).ShouldAllBe(symbol => symbol.Sum() == 11 && symbol.All(w => w >= 1 && w <= 4));
        bars.TakeLast(7).Sum().ShouldBe(13);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Đ.1")]
    public void TextThatABarcodeCannotHold_IsNotWritten(string text) => Code128.CanWrite(text).ShouldBeFalse();

    [Fact]
    public void Manifest_ListsEveryItemWithItsNumber()
    {
        var lines = Enumerable.Range(1, 40).Select(i => new ManifestLine(
            string.Create(CultureInfo.InvariantCulture, $"CSMS:TK.{i:00000}"), string.Create(CultureInfo.InvariantCulture, $"TK.{i:00000}"), "Dế Mèn phiêu lưu ký", "895.922 TO-H", 45_000));

        var text = PdfReading.TextOf(ManifestPdf.Render(new Manifest("Nhóm liên thông Mường Sáng", "2026-2027-HK1", "Trường THCS Mường Sáng", "Trường Tiểu học Hoa Ban", [.. lines])));

        text.ShouldContain("PHIẾU GIAO NHẬN TÀI LIỆU LUÂN CHUYỂN");
        text.ShouldContain("Số bản: 40; trị giá: 1.800.000 đ");
        text.ShouldContain("CSMS:TK.00001");
        text.ShouldContain("CSMS:TK.00040");
        text.ShouldContain("ĐẦU MỐI");
    }
}
