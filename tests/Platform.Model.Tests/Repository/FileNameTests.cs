using Platform.Model.Repository;

namespace Platform.Model.Tests.Repository;

/// <summary>Names come from outside; what is kept is harmless on every system.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("Bài giảng Toán 6.pptx", "Bài giảng Toán 6.pptx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\thay\Giáo án.docx", "Giáo án.docx")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("a\0b\r\nc.pdf", "abc.pdf")]
    [InlineData("Giáo án.pdf", "Giáo án.pdf")]
    [InlineData("x\ud800y.pdf", "xy.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("...", "tep")]
    [InlineData("", "tep")]
    [InlineData(null, "tep")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("a<b>:\"|?*.pdf", "ab.pdf")]
    public void Clean_KeepsTheHarmlessPart(string? given, string expected) => FileName.Clean(given).ShouldBe(expected);

    [Fact]
    public void LongName_KeepsItsEnding()
    {
        var clean = FileName.Clean(new string('a', 400) + ".pdf");

        clean.Length.ShouldBe(FileName.MostCharacters);
        clean.ShouldEndWith("aaa.pdf");
    }

    [Theory]
    [InlineData("phim.mp4", FileFormat.Mp4, "phim.mp4")]
    [InlineData("bài.PDF", FileFormat.Pdf, "bài.PDF")]
    [InlineData("bài.pdf", FileFormat.Html, "bài.pdf.html")]
    [InlineData("bài.exe", FileFormat.Pdf, "bài.exe.pdf")]
    public void For_GivesATrueEnding(string name, FileFormat format, string expected) => FileName.For(name, format).ShouldBe(expected);
}
