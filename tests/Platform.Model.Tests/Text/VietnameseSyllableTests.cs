using Platform.Model.Text;

namespace Platform.Model.Tests.Text;

public sealed class VietnameseSyllableTests
{
    [Theory]
    [InlineData("hòa", "hoà")]
    [InlineData("Thủy", "thuỷ")]
    [InlineData("khỏe", "khoẻ")]
    [InlineData("lý", "lí")]
    [InlineData("MỸ", "mĩ")]
    public void TonePlaceCaseAndFinalY_DoNotMatter(string one, string other) =>
        VietnameseSyllable.Exact(one).ShouldBe(VietnameseSyllable.Exact(other));

    [Theory]
    [InlineData("bàn", "bạn")]
    [InlineData("ban", "bàn")]
    [InlineData("đo", "do")]
    [InlineData("tuy", "tui")]
    [InlineData("mơ", "mô")]
    public void OtherMarks_AreAnotherSyllable(string one, string other) =>
        VietnameseSyllable.Exact(one).ShouldNotBe(VietnameseSyllable.Exact(other));

    [Theory]
    [InlineData("nghieng", true)]
    [InlineData("toan", true)]
    [InlineData("quyen", true)]
    [InlineData("a", true)]
    [InlineData("chaos", false)]
    [InlineData("windows", false)]
    [InlineData("strategy", false)]
    [InlineData("6", false)]
    public void IsPossible_GoesByShape(string folded, bool isPossible) => VietnameseSyllable.IsPossible(folded).ShouldBe(isPossible);
}
