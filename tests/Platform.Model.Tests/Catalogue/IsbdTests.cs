using Platform.Model.Catalogue.Mapping;

namespace Platform.Model.Tests.Catalogue;

public sealed class IsbdTests
{
    [Theory]
    [InlineData("Dế Mèn phiêu lưu ký /", "Dế Mèn phiêu lưu ký")]
    [InlineData("Toán 6 : tập một ;", "Toán 6 : tập một")]
    [InlineData("Giáo dục,", "Giáo dục")]
    [InlineData("Tô Hoài.", "Tô Hoài")]
    [InlineData("Rowling, J. K.", "Rowling, J. K.")]
    [InlineData("H.", "H.")]
    [InlineData("132 tr.", "132 tr.")]
    [InlineData("Nguyễn Văn A b.s.", "Nguyễn Văn A b.s.")]
    [InlineData("T.P. Hồ Chí Minh :", "T.P. Hồ Chí Minh")]
    [InlineData("Ai đó...", "Ai đó...")]
    [InlineData("Truyện (thiếu nhi).", "Truyện (thiếu nhi)")]
    [InlineData("Xuất bản năm 1998.", "Xuất bản năm 1998")]
    [InlineData("Tái bản lần thứ 5.", "Tái bản lần thứ 5")]
    [InlineData("[Nhà xuất bản Trẻ]", "Nhà xuất bản Trẻ")]
    [InlineData("[S.l.]", "S.l.")]
    [InlineData("[a] và [b]", "[a] và [b]")]
    [InlineData("Từ điển =\n  ", "Từ điển")]
    [InlineData(" / ", "")]
    [InlineData("", "")]
    public void TrimEnd_LeavesWhatTheTextSays(string text, string trimmed) => Isbd.TrimEnd(text).ShouldBe(trimmed);
}
