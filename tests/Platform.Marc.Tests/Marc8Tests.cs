using System.Text;
using Platform.Marc.Content;
using Platform.Marc.Marc8;

namespace Platform.Marc.Tests;

/// <summary>The sets of MARC-8, called by escape sequences. The expected characters are from the Library of Congress's tables.</summary>
public sealed class Marc8Tests
{
    [Theory]
    [InlineData("1B284E705249574554201B2842", "Привет ")]
    [InlineData("481B62321B734F", "H₂O")]
    [InlineData("781B70321B73", "x²")]
    [InlineData("1B67611B73", "α")]
    [InlineData("EB74EC73", "t͡s")]
    [InlineData("FA6EFB67", "n͠g")]
    [InlineData("A2B2C7C8", "Øøß€")]
    public void Escapes_CallTheirSets(string hex, string expected) =>
        Decoded(hex).ShouldBe((expected, TextFaults.None));

    [Fact]
    public void EveryCharacterOfEverySet_IsWrittenAndReadBack()
    {
        foreach (var final in "BE23N4QSgbp1")
            foreach (var character in Characters((byte)final))
            {
                // A mark needs a letter; what two sets share may come back by the other's code, but as the same character.
                var text = IsMark(character) ? $"x{character}" : $"{character}";
                var output = new ByteBuffer();
                new Marc8Encoder().Encode(text, output).ShouldBeNull($"set {final} U+{(int)character:X4}");
                Decoded(Convert.ToHexString(output.Span)).Text.Normalize().ShouldBe(text.Normalize(), $"set {final} U+{(int)character:X4}");
            }
    }

    [Theory]
    [InlineData("61E2", TextFaults.CombiningMark)]
    [InlineData("611B285A62", TextFaults.Escape)]
    [InlineData("61FF62", TextFaults.Undecodable)]
    [InlineData("1B24312130", TextFaults.Undecodable)]
    internal void UnsoundText_IsKeptAsFarAsItGoes(string hex, TextFaults fault)
    {
        var (text, faults) = Decoded(hex);

        faults.ShouldBe(fault);
        text.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("&#x1EBF;", "ế")]
    [InlineData("&#x1F600;", "😀")]
    [InlineData("&#xZZ; &#x110000; &#xD800; &#x;", "&#xZZ; &#x110000; &#xD800; &#x;")]
    public void NumericReferences_AreCharacters_UnlessTheyAreNone(string text, string expected) =>
        Decoded(Convert.ToHexString(Encoding.ASCII.GetBytes(text))).Text.ShouldBe(expected);

    private static (string Text, TextFaults Faults) Decoded(string hex)
    {
        var output = new ByteBuffer();
        var faults = Marc8Decoder.Decode(Convert.FromHexString(hex), output, numericReferences: true);
        return (Encoding.UTF8.GetString(output.Span), faults);
    }

    private static IEnumerable<char> Characters(byte final) => final == Marc8Tables.EastAsian
        ? Enumerable.Range(0x2E80, 0xFFFF - 0x2E80).Select(c => (char)c).Where(c => EastAsianTable.Code(c) > 0)
        : Enumerable.Range(0x21, 0x5E).Select(code => Marc8Tables.Get(final)[code]).Where(c => c != 0 && c is not ('\uFE21' or '\uFE23'));

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
