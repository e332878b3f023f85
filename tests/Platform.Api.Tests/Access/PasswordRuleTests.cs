using Platform.Api.Access;

namespace Platform.Api.Tests.Access;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("mot-hai-ba", null)]
    [InlineData("Hà Nội mùa thu", null)]
    [InlineData("mot-hai-b", "TooShort")]
    [InlineData("matkhau123", "TooCommon")]
    [InlineData("MatKhau123", "TooCommon")]
    [InlineData("aaaaaaaaaaaa", "TooCommon")]
    [InlineData("xin-CO-HOA-chao", "ContainsName")]
    public void Password_IsLongAndNotEasilyGuessed(string password, string? fault) =>
        PasswordRule.FaultOf("co-hoa", password)?.ToString().ShouldBe(fault);

    [Fact]
    public void Password_HasAnEnd() => PasswordRule.FaultOf("co-hoa", string.Concat(Enumerable.Repeat("abcd", 33))).ShouldBe(PasswordFault.TooLong);
}
