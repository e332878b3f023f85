using Platform.Model.Catalogue.CallNumbers;

namespace Platform.Model.Tests.Catalogue;

public sealed class CutterTests
{
    // Marks as Vietnamese libraries write them; those of the national library's practice where they are known.
    [Theory]
    [InlineData("Bác vẫn cùng chúng cháu hành quân", "B101V")]
    [InlineData("Nguyễn Quang Sáng", "NG527QU")]
    [InlineData("Trần", "TR121")]
    [InlineData("Phạm", "PH104")]
    [InlineData("Phan", "PH105")]
    [InlineData("Lê", "L250")]
    [InlineData("Hoàng", "H407")]
    [InlineData("Vũ", "V500")]
    [InlineData("Đặng", "Đ116")]
    [InlineData("Bùi", "B510")]
    [InlineData("Đỗ", "Đ450")]
    [InlineData("Dương", "D561")]
    [InlineData("Lý", "L600")]
    [InlineData("Tiếng Việt", "T306V")]
    [InlineData("Toán", "T406")]
    [InlineData("Ngữ văn", "NG550V")]
    [InlineData("Lịch sử", "L302S")]
    [InlineData("Địa lí", "Đ301L")]
    [InlineData("Hóa học", "H401H")]
    [InlineData("Hoá học", "H401H")]
    [InlineData("Những", "NH556")]
    [InlineData("Giáo dục", "GI-108D")]
    [InlineData("Gì thế", "G300TH")]
    [InlineData("O Chuột", "O-400CH")]
    [InlineData("Ông già và biển cả", "Ô455GI")]
    [InlineData("12 con giáp", "M558H")]
    [InlineData("ASEAN và Việt Nam", "A000V")]
    [InlineData("Stendhal", "S203")]
    [InlineData("...", null)]
    public void Mark_IsInitialRhymeAndSecondInitial(string text, string? mark) => VietnameseCutter.MarkOf(text, CutterTable.Usual).ShouldBe(mark);

    [Fact]
    public void LibrarysOwnNumber_GoesBeforeTheShippedOne() =>
        VietnameseCutter.MarkOf("Nguyễn Du", CutterTable.Usual.With([KeyValuePair.Create("UYÊN", "528")])).ShouldBe("NG528D");

    [Theory]
    [InlineData(0, "không")]
    [InlineData(15, "mười lăm")]
    [InlineData(21, "hai mươi mốt")]
    [InlineData(105, "một trăm linh năm")]
    [InlineData(1001, "một nghìn không trăm linh một")]
    [InlineData(20000, "hai mươi nghìn")]
    public void Number_IsSpelt(int number, string words) => VietnameseNumber.Spell(number).ShouldBe(words);

    [Fact]
    public void Suggestions_AreOfThreeStyles() =>
        CallNumberSuggestion.Of("895.922", "Nguyễn Nhật Ánh", "Mắt biếc", CutterTable.Usual).Select(s => s.CallNumber).ShouldBe(["895.922 NG527NH", "895.922 NG-A", "895.922 NGU"]);
}
