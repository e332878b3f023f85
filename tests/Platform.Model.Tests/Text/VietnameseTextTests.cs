using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Platform.Model.Text;

namespace Platform.Model.Tests.Text;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Dế Mèn phiêu lưu ký", "de men phieu luu ki")]
    [InlineData("ĐẤT RỪNG PHƯƠNG NAM", "dat rung phuong nam")]
    [InlineData("hòa bình", "hoa binh")]
    [InlineData("hoà bình", "hoa binh")]
    [InlineData("thuỷ - thủy", "thuy thuy")]
    [InlineData("Vật lý 8", "vat li 8")]
    [InlineData("Vật lí 8", "vat li 8")]
    [InlineData("Mỹ thuật, Mĩ thuật", "mi thuat mi thuat")]
    [InlineData("Yêu sao để không đau", "yeu sao de khong dau")]
    [InlineData("quý", "quy")]
    [InlineData("  \"500 bài tập\"…  ", "500 bai tap")]
    [InlineData("Ư ư Ơ ơ Ă ă Â â Ê ê Ô ô Đ đ", "u u o o a a a a e e o o d d")]
    [InlineData("***", "")]
    [InlineData("", "")]
    public void Fold_GivesTheSearchKey(string text, string key) => VietnameseText.Fold(text).ShouldBe(key);

    [Fact]
    public void Fold_OfDecomposedAndComposedText_IsEqual()
    {
        const string Title = "Những thiên thần đường phố: Nữ biệt động Sài Gòn";

        VietnameseText.Fold(Title.Normalize(NormalizationForm.FormD)).ShouldBe("nhung thien than duong pho nu biet dong sai gon");
        VietnameseText.Fold(Title.Normalize(NormalizationForm.FormC)).ShouldBe("nhung thien than duong pho nu biet dong sai gon");
    }

    [Fact]
    public void Fold_OfEveryLatinLetter_IsTheSameByTableAndByNormalising()
    {
        for (var letter = ' '; letter < '\u1F00'; letter++)
        {
            var byTable = VietnameseText.Fold($"a{letter}b");
            var byNormalising = VietnameseText.Fold($"a{letter}b \u0394"); // a Greek letter: no table has it

            byNormalising.ShouldBe($"{byTable} δ", $"U+{(int)letter:X4}");
        }
    }

    [Fact]
    public void HalfASurrogatePair_IsReplaced()
    {
        VietnameseText.Clean("a\uD800b").ShouldBe("a\uFFFDb");
        VietnameseText.Fold("a\uD800b").ShouldBe("a b");
    }

    [Theory]
    [InlineData("\u200BNguye\u0302\u0303n  Hue\u0323\u0302", "Nguyễn Huệ")]
    [InlineData("Toán\n=\tTập 1\b", "Toán = Tập 1")]
    [InlineData(" a ", "a")]
    public void Clean_ComposesAndDropsWhatCannotBeSeen(string text, string clean) => VietnameseText.Clean(text).ShouldBe(clean);

    [Fact]
    public void Fold_OfAnything_IsStableAndHasOnlyLettersDigitsAndSingleBlanks() => Prop.ForAll<NonNull<string>>(text =>
    {
        var sound = text.Get.Where(c => !char.IsSurrogate(c)).ToArray();
        var once = VietnameseText.Fold(new string(sound));
        return VietnameseText.Fold(once) == once
            && once.All(c => c == ' ' || char.IsLetterOrDigit(c))
            && !once.Contains("  ", StringComparison.Ordinal)
            && once.Trim() == once;
    }).QuickCheckThrowOnFailure();
}
