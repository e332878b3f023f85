using Platform.Model.Catalogue.Import;
using Platform.Model.Text;

namespace Platform.Model.Tests.Catalogue;

public sealed class MatchKeyTests
{
    [Theory]
    [InlineData("Dế Mèn phiêu lưu ký|Tô Hoài|Kim Đồng|2014|", "Dế mèn phiêu lưu kí|Tô Hoài (1920-2014)|Kim Đồng|2014|", 100)]
    [InlineData("Toán 6 tập 1|||2021|9786040288332", "Toán 6 tập 1||Giáo dục|2021|9786040288332", 125)]
    [InlineData("Mắt biếc|Nguyễn Nhật Ánh||2012|", "Mắt biếc|Nguyễn Nhật Ánh, minh hoạ: Hoàng Tường||2012|", 90)]
    public void SamePublication_IsCertain(string one, string other, int points)
    {
        var score = Key(one).Compare(Key(other));

        score.Points.ShouldBe(points);
        score.Points.ShouldBeGreaterThanOrEqualTo(MatchScore.Certain);
    }

    [Theory]
    [InlineData("Toán 6 tập 1||Giáo dục|2021|", "Toán 6 tập 2||Giáo dục|2021|")]
    [InlineData("Toán 6||Giáo dục|2021|", "Toán 7||Giáo dục|2021|")]
    [InlineData("Từ điển Anh Việt|Nguyễn A||2000|", "Từ điển Anh Việt|Trần B||2000|")]
    [InlineData("Khác hẳn|A|B|2000|9786040288332", "Sách này|A|B|2000|9786040288332")]
    public void OtherPublication_IsNotCertain(string one, string other) =>
        Key(one).Compare(Key(other)).Points.ShouldBeLessThan(MatchScore.Certain);

    [Fact]
    public void Score_SaysWhatSpeaksForAndAgainst() =>
        Key("Mắt biếc|Nguyễn Nhật Ánh|Trẻ|2012|").Compare(Key("Mắt biếc|Nguyễn Nhật Ánh||2019|"))
            .ShouldBe(new MatchScore(55, "same title, same author, other year (2012, 2019)"));

    private static MatchKey Key(string text)
    {
        var parts = text.Split('|').Select(part => part.Length == 0 ? null : part).ToArray();
        return MatchKey.Of(VietnameseText.Fold(parts[0] ?? ""), parts[1], parts[2], parts[3] is { } year ? int.Parse(year, System.Globalization.CultureInfo.InvariantCulture) : null, parts[4], null);
    }
}
