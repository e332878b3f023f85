using Platform.Model.Catalogue.Classification;

namespace Platform.Model.Tests.Catalogue;

public sealed class DdcNumberTests
{
    [Theory]
    [InlineData("895.922", DdcKind.Sound, "895.922", null)]
    [InlineData("621.310 42", DdcKind.Sound, "621.31042", null)]
    [InlineData("895.9/22", DdcKind.Sound, "895.922", null)]
    [InlineData("895.922 NG-A", DdcKind.WithBookMark, "895.922", "NG-A")]
    [InlineData("158.26--NO-H", DdcKind.WithBookMark, "158.26", "NO-H")]
    [InlineData("'006.6 PI-A", DdcKind.WithBookMark, "006.6", "PI-A")]
    [InlineData("4", DdcKind.Short, "004", null)]
    [InlineData("43", DdcKind.Short, "043", null)]
    [InlineData("67.100.10", DdcKind.Ics, null, null)]
    [InlineData("59.080", DdcKind.Ics, null, null)]
    [InlineData("370(5)", DdcKind.OtherScheme, null, null)]
    [InlineData("53(075)", DdcKind.OtherScheme, null, null)]
    [InlineData("V23", DdcKind.OtherScheme, null, null)]
    public void Text_IsReadForWhatItIs(string text, DdcKind kind, string? number, string? mark) => DdcNumber.Read(text).ShouldBe(new DdcNumber(kind, number, mark));
}
