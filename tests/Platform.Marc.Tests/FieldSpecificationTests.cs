namespace Platform.Marc.Tests;

public sealed class FieldSpecificationTests
{
    [Theory]
    [InlineData("245ac", "Dế Mèn phiêu lưu ký / Tô Hoài")]
    [InlineData("100a:700a", "Tô Hoài,")]
    [InlineData("260c:264[*1]c", "2019")]
    [InlineData("008[35-37]", "vie")]
    [InlineData("008[7-10]", "2019")]
    [InlineData("008[90]", "")]
    [InlineData("650[#4]a", "Truyện thiếu nhi|Văn học")]
    [InlineData("6XXaz", "Truyện thiếu nhi|Văn học Việt Nam")]
    [InlineData("650[1*]a", "")]
    [InlineData("245a:260b", "Dế Mèn phiêu lưu ký /|Kim Đồng,")]
    [InlineData("260", "Hà Nội : Kim Đồng, 2019")]
    [InlineData("001", "VN0001")]
    public void Specification_TakesWhatItSays(string specification, string expected)
    {
        string.Join('|', FieldSpecification.Parse(specification).Extract(A.Book())).ShouldBe(expected);
    }

    [Theory]
    [InlineData("24")]
    [InlineData("245A")]
    [InlineData("245[1]a")]
    [InlineData("245[10a")]
    [InlineData("008a")]
    [InlineData("008[3-1]")]
    [InlineData("008[x]")]
    [InlineData("245a:")]
    [InlineData("")]
    public void Misspelling_IsNamed(string specification)
    {
        Should.Throw<FormatException>(() => FieldSpecification.Parse(specification)).Message.ShouldContain($"'{specification}'");
    }
}
