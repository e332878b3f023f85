using Platform.Model.Catalogue.Mapping;

namespace Platform.Model.Tests.Catalogue;

public sealed class IsbnTests
{
    [Theory]
    [InlineData("9786040288158", "9786040288158")]
    [InlineData("978-604-0-34114-3", "9786040341143")]
    [InlineData("0306406152", "9780306406157")]
    [InlineData("080442957X (pbk.) : $12.00", "9780804429573")]
    [InlineData(" 0 8044 2957 x", "9780804429573")]
    public void SoundNumber_IsThirteenDigits(string text, string digits) => Isbn.Read(text).ShouldBe(new Isbn(digits));

    [Theory]
    [InlineData("3")]
    [InlineData("978-604-0-17415-1")] // in a bookshop's data, wrong check digit
    [InlineData("9786040000011")]
    [InlineData("8935244826487")] // an article number, no book number
    [InlineData("0306406153")]
    [InlineData("97860402881581")]
    [InlineData("25000đ")]
    [InlineData("")]
    public void AnythingElse_IsNone(string text) => Isbn.Read(text).ShouldBeNull();
}
