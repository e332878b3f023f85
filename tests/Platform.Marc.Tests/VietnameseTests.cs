using System.Text;
using Platform.Marc.Content;
using Platform.Marc.Marc8;
using Platform.Marc.Tests.Goldens;

namespace Platform.Marc.Tests;

/// <summary>Vietnamese in and out of MARC-8 and the encodings from before Unicode.</summary>
public sealed class VietnameseTests
{
    [Fact]
    public void EveryLetter_IsDecoded_InEitherOrderOfMarks()
    {
        var letters = Letters();

        foreach (var order in (string[])["marc8.vowelfirst.hex", "marc8.tonefirst.hex"])
            letters.Zip(Lines(order)).Where(pair => Decoded(pair.Second) != pair.First).ShouldBeEmpty(order);
        letters.Count(letter => letter.Any(c => c > 0x7F)).ShouldBe(134);
    }

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void EveryLetter_IsEncoded_VowelMarkFirst(NormalizationForm form)
    {
        Letters().Zip(Lines("marc8.vowelfirst.hex"))
            .Where(pair => Encoded(pair.First.Normalize(form)) != pair.Second)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a-utf8-nfc.mrc")]
    [InlineData("a-utf8-nfd.mrc")]
    [InlineData("a-marc8-vowelfirst.mrc")]
    [InlineData("a-marc8-tonefirst.mrc")]
    [InlineData("a-lies-utf8-leader-blank.mrc")]
    [InlineData("a-lies-marc8-leader-a.mrc")]
    [InlineData("a-utf8.mrk")]
    [InlineData("a-mij.json")]
    [InlineData("a-nfd.xml")]
    [InlineData("a-legacy-viscii-leader-blank.mrc", MarcCharset.Viscii)]
    [InlineData("a-legacy-tcvn5712-leader-blank.mrc", MarcCharset.Tcvn3)]
    [InlineData("a-legacy-cp1258-leader-blank.mrc", MarcCharset.Cp1258)]
    public async Task SixteenRecords_ReadAlike_WhateverTheyCameIn(string file, MarcCharset charset = MarcCharset.Auto)
    {
        var expected = await SharedMarc.Read(Constructed("a-expected-nfc.xml"));

        var actual = await SharedMarc.Read(Constructed(file), new MarcReadOptions { Charset = charset });

        expected.Count.ShouldBe(16);
        actual.Select(r => CanonicalText.Of(r.Record!)) // sound files
            .ShouldBe(expected.Select(r => CanonicalText.Of(r.Record!)));
    }

    [Fact]
    public async Task Vni_IsReadOnRequest()
    {
        var field = Encoding.Latin1.GetBytes("10\u001FaDeá Meøn phieâu löu kyù : Ñöôøng veà Yeân Theá /");

        var record = (await A.Reading(Iso2709Of(field), new MarcReadOptions { Charset = MarcCharset.Vni })).Single().Record;

        record!.Data("245")!['a'].ShouldBe("Dế Mèn phiêu lưu ký : Đường về Yên Thế /");
    }

    private static byte[] Iso2709Of(byte[] field)
    {
        var length = 24 + 12 + 1 + field.Length + 1 + 1;
        var head = $"{length:00000}nam  2200037   4500245{field.Length + 1:0000}00000\u001E";
        return [.. Encoding.ASCII.GetBytes(head), .. field, 0x1E, 0x1D];
    }

    private static string Constructed(string file) => SharedData.Require("marc", "files", "_constructed-vietnamese", file);

    private static List<string> Letters() => Lines("letters.txt");

    private static List<string> Lines(string file) => [.. File.ReadLines(SharedData.Require("marc", "vietnamese-letters", file))];

    private static string Decoded(string hex)
    {
        var output = new ByteBuffer();
        Marc8Decoder.Decode(Convert.FromHexString(hex), output, numericReferences: true).ShouldBe(TextFaults.None);
        return Encoding.UTF8.GetString(output.Span);
    }

    private static string Encoded(string text)
    {
        var output = new ByteBuffer();
        new Marc8Encoder().Encode(text, output).ShouldBeNull();
        return Convert.ToHexStringLower(output.Span);
    }
}
