using Platform.Model.Catalogue.Mapping;

namespace Platform.Model.Tests.Catalogue;

public sealed class PublicationYearTests
{
    [Theory]
    [InlineData("2014", 2014)]
    [InlineData("c2005.", 2005)]
    [InlineData("[2010?]", 2010)]
    [InlineData("2007-2010", 2007)]
    [InlineData("Tháng 3 - 1998", 1998)]
    [InlineData("1999 [i.e. 2000]", 1999)]
    [InlineData("199.", null)]
    [InlineData("9999", null)]
    [InlineData("19985", null)]
    [InlineData("s.a.", null)]
    [InlineData("", null)]
    public void Read_TakesTheFirstYear(string text, int? year) => PublicationYear.Read(text).ShouldBe(year);
}
