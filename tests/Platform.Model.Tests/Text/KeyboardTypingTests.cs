using Platform.Model.Text;

namespace Platform.Model.Tests.Text;

public sealed class KeyboardTypingTests
{
    [Theory]
    [InlineData("tieengs", "tiếng")]
    [InlineData("tieesng", "tiếng")]
    [InlineData("vieetj", "việt")]
    [InlineData("nguwowif", "người")]
    [InlineData("nguowif", "người")]
    [InlineData("dduwowngf", "đường")]
    [InlineData("ddaats", "đất")]
    [InlineData("nguyeenx", "nguyễn")]
    [InlineData("phieeu", "phiêu")]
    [InlineData("truyeenj", "truyện")]
    [InlineData("masy", "máy")]
    [InlineData("quas", "quá")]
    public void Telex_IsTheSyllableMeant(string typed, string meant) =>
        VietnameseSyllable.Exact(KeyboardTyping.Decode(typed)!).ShouldBe(VietnameseSyllable.Exact(meant));

    [Theory]
    [InlineData("tie61ng", "tiếng")]
    [InlineData("vie65t", "việt")]
    [InlineData("ngu7o7i2", "người")]
    [InlineData("nguo7i2", "người")]
    [InlineData("d9a61t", "đất")]
    [InlineData("nguye6n4", "nguyễn")]
    [InlineData("ba8ng2", "bằng")]
    public void Vni_IsTheSyllableMeant(string typed, string meant) =>
        VietnameseSyllable.Exact(KeyboardTyping.Decode(typed)!).ShouldBe(VietnameseSyllable.Exact(meant));

    [Theory]
    [InlineData("toan")]
    [InlineData("ban")]
    [InlineData("windows")]
    [InlineData("2014")]
    [InlineData("9786040288158")]
    [InlineData("a")]
    [InlineData("")]
    public void OrdinaryWord_IsNoTyping(string typed) => KeyboardTyping.Decode(typed).ShouldBeNull();
}
