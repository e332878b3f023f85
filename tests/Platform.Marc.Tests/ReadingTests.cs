using System.Text;

namespace Platform.Marc.Tests;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("<!DOCTYPE c [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><collection><record><leader>&b;</leader></record></collection>")]
    [InlineData("<!DOCTYPE c SYSTEM 'file:///etc/passwd'><collection/>")]
    public async Task DocumentType_IsRefused(string xml)
    {
        var reading = (await A.Reading(xml)).ShouldHaveSingleItem();

        reading.Record.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().Severity.ShouldBe(MarcSeverity.Fatal);
    }

    [Fact]
    public async Task DeepXml_IsRefused()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 100_000));

        (await A.Reading(xml)).ShouldHaveSingleItem().Problems[0].Message.ShouldContain("deeper");
    }

    [Fact]
    public async Task RecordOverTheLimit_IsRefused()
    {
        var xml = $"<collection><record><leader>x</leader><controlfield tag='001'>{new string('x', 3_000_000)}</controlfield></record></collection>";

        (await A.Reading(xml, new MarcReadOptions { MaxRecordBytes = 1_000_000 }))
            .ShouldHaveSingleItem().Problems[0].Rule.ShouldBe(MarcRule.RecordTooLong);
    }

    [Fact]
    public async Task BrokenXml_GivesTheRecordsBeforeTheBreak()
    {
        var xml = Encoding.UTF8.GetString(await A.Written(MarcFormat.MarcXml, A.Book())).Replace("</collection>", "<record><leader>");

        var readings = await A.Reading(xml);

        readings.Count.ShouldBe(2);
        readings[0].Record.ShouldBe(A.Book());
        readings[1].Problems[0].Rule.ShouldBe(MarcRule.IllFormedInput);
    }

    [Fact]
    public async Task StrictReading_StopsAtTheFirstFaultAndSaysWhere()
    {
        var sound = await A.Written(MarcFormat.Iso2709, A.Book());
        byte[] file = [.. sound, .. "99999"u8, .. sound[5..], .. sound];

        var readings = new List<MarcReading>();
        await foreach (var reading in MarcReader.ReadStrictAsync(new MemoryStream(file)))
            readings.Add(reading);

        readings.Count.ShouldBe(2);
        readings[1].Record.ShouldBeNull();
        readings[1].Number.ShouldBe(2);
        readings[1].Problems[^1].ShouldSatisfyAllConditions(
            p => p.Rule.ShouldBe(MarcRule.RecordLength),
            p => p.Severity.ShouldBe(MarcSeverity.Fatal),
            p => p.Offset.ShouldBe(sound.Length));
    }

    [Fact]
    public async Task MegabytesOfJunk_ArePassedOverToTheNextRecord()
    {
        var sound = await A.Written(MarcFormat.Iso2709, A.Book());
        var junk = new byte[20_000_000];
        new Random(1).NextBytes(junk);

        var readings = await A.Reading([.. sound, .. junk, .. sound]);

        readings[0].Record.ShouldBe(A.Book());
        readings[^1].Record.ShouldBe(A.Book());
        readings[^1].Offset.ShouldBe(sound.Length + junk.Length);
    }

    [Fact]
    public async Task RecordsWithinAnAnswer_AreFound()
    {
        var xml = $"<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><ListRecords><record><header/><metadata>{A.Book().ToXml()}</metadata></record></ListRecords></OAI-PMH>";

        (await A.Reading(xml)).ShouldHaveSingleItem().Record.ShouldBe(A.Book());
    }

    [Fact]
    public async Task Mnemonics_AreSpeltOut()
    {
        const string Mrk = "=LDR  00000nam  2200000 a 4500\n=245  10$aC{acute}at{breve}al{dollar}\\{lcub}x{rcub} {nosuch}\n";

        (await A.Reading(Mrk)).ShouldHaveSingleItem().Record!.Data("245")!['a'].ShouldBe("Cátăl$\\{x} {nosuch}");
    }

    [Theory]
    [InlineData(MarcCharset.Viscii)]
    [InlineData(MarcCharset.Tcvn3)]
    public async Task Detector_SuggestsAndChangesNothing(MarcCharset charset)
    {
        var file = charset == MarcCharset.Viscii ? "a-legacy-viscii-leader-blank.mrc" : "a-legacy-tcvn5712-leader-blank.mrc";
        var detector = new CharsetDetector();

        foreach (var reading in await Goldens.SharedMarc.Read(SharedData.Require("marc", "files", "_constructed-vietnamese", file)))
            detector.Look(reading.Record!); // sound but for its encoding

        detector.Suggestion.ShouldBe(charset);
    }

    [Theory]
    [InlineData("a-utf8-nfc.mrc")]
    [InlineData("a-marc8-vowelfirst.mrc")]
    public async Task Detector_LeavesSoundTextAlone(string file)
    {
        var detector = new CharsetDetector();

        foreach (var reading in await Goldens.SharedMarc.Read(SharedData.Require("marc", "files", "_constructed-vietnamese", file)))
            detector.Look(reading.Record!); // sound

        detector.Suggestion.ShouldBeNull();
    }
}
