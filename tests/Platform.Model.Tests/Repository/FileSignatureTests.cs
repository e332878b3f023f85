using System.Text;
using Platform.Model.Repository;

namespace Platform.Model.Tests.Repository;

/// <summary>The format is told by the first bytes.</summary>
public sealed class FileSignatureTests
{
    [Theory]
    [InlineData("%PDF-1.4", FileFormat.Pdf)]
    [InlineData("\u00ef\u00bb\u00bf%PDF-1.4", FileFormat.Pdf)]
    [InlineData("\u0089PNG\r\n\u001a\n....", FileFormat.Png)]
    [InlineData("\u00ff\u00d8\u00ff\u00e0..JFIF", FileFormat.Jpeg)]
    [InlineData("GIF89a..", FileFormat.Gif)]
    [InlineData("RIFF\u0010\0\0\0WEBPVP8 ", FileFormat.Webp)]
    [InlineData("RIFF\u0010\0\0\0WAVEfmt ", FileFormat.Wav)]
    [InlineData("RIFF\u0010\0\0\0AVI LIST", FileFormat.Avi)]
    [InlineData("ID3\u0004\0", FileFormat.Mp3)]
    [InlineData("\u00ff\u00fb\u0090\u0064....", FileFormat.Mp3)]
    [InlineData("OggS\0\u0002", FileFormat.Ogg)]
    [InlineData("\0\0\0\u0018ftypmp42....", FileFormat.Mp4)]
    [InlineData("\0\0\0\u0018ftypqt  ....", FileFormat.Mp4)]
    [InlineData("\0\0\0\u0018ftypM4A ....", FileFormat.M4a)]
    [InlineData("\u001a\u0045\u00df\u00a3....", FileFormat.Webm)]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", FileFormat.LegacyOffice)]
    [InlineData("{\\rtf1\\ansi", FileFormat.Rtf)]
    [InlineData("PK\u0003\u0004....", FileFormat.Zip)]
    [InlineData("Chao cac em,\r\n\thom nay", FileFormat.Text)]
    [InlineData("  <!DOCTYPE html><p>", FileFormat.Html)]
    [InlineData("loi chao <SCRIPT>alert(1)</script>", FileFormat.Html)]
    [InlineData("<?xml version=\"1.0\"?><svg onload=\"x\"/>", FileFormat.Svg)]
    public void Head_TellsTheFormat(string latin1, FileFormat expected) =>
        FileSignature.Of(Encoding.Latin1.GetBytes(latin1)).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("RIFF\u0010\0\0\0ABCD")]
    [InlineData("\u0000\u0001\u0002\u0003")]
    [InlineData("khong phai UTF-8: \u00e9\u00e9")]
    public void OtherHead_IsOfNoFormat(string latin1) =>
        FileSignature.Of(Encoding.Latin1.GetBytes(latin1)).ShouldBeNull();

    [Fact]
    public void VietnameseTextCutWithinALetter_IsText()
    {
        var text = Encoding.UTF8.GetBytes(new string('a', FileSignature.HeadLength - 1) + "ệ");

        FileSignature.Of(text.AsSpan(0, FileSignature.HeadLength)).ShouldBe(FileFormat.Text);
    }

    [Theory]
    [InlineData("MZ\u0090\0", true)]
    [InlineData("\u007fELF", true)]
    [InlineData("#!/bin/sh", true)]
    [InlineData("MSCF\0\0", true)]
    [InlineData("%PDF-", false)]
    public void Program_IsTold(string latin1, bool expected) =>
        FileSignature.IsProgram(Encoding.Latin1.GetBytes(latin1)).ShouldBe(expected);
}
