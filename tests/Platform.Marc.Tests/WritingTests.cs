namespace Platform.Marc.Tests;

public sealed class WritingTests
{
    [Theory]
    [InlineData(MarcFormat.Iso2709)]
    [InlineData(MarcFormat.MarcXml)]
    [InlineData(MarcFormat.Json)]
    [InlineData(MarcFormat.Mrk)]
    public async Task FileThatIsGoneOnWith_IsTheFileWrittenAtOnce(MarcFormat format)
    {
        var stream = new MemoryStream();
        var broken = new MarcWriter(stream, format);
        await broken.WriteAsync(A.Book());
        await broken.WriteAsync(A.Book());
        await broken.FlushAsync();

        await using (var writer = MarcWriter.Continue(stream, format, 2))
            await writer.WriteAsync(A.Book());

        stream.ToArray().ShouldBe(await A.Written(format, A.Book(), A.Book(), A.Book()));
    }

    [Fact]
    public async Task FieldOver9999Bytes_IsRefusedByIso2709Only()
    {
        var record = A.Book().WithField(new DataField("520", ' ', ' ', new Subfield('a', new string('x', 10_000))));

        (await Refusal(record, MarcFormat.Iso2709)).ShouldBe((MarcRule.FieldTooLong, "520", 7));
        (await A.Reading(await A.Written(MarcFormat.MarcXml, record))).Single().Record.ShouldBe(record);
    }

    [Fact]
    public async Task RecordOver99999Bytes_IsRefusedByIso2709Only()
    {
        var long8 = new DataField("520", ' ', ' ', new Subfield('a', new string('x', 9_000)));
        var record = A.Book().WithFields(Enumerable.Repeat(long8, 12));

        (await Refusal(record, MarcFormat.Iso2709)).Rule.ShouldBe(MarcRule.RecordTooLong);
        (await A.Reading(await A.Written(MarcFormat.Json, record))).Single().Record.ShouldBe(record);
    }

    [Fact]
    public async Task CharacterThatMarc8Lacks_IsRefusedWithItsTag()
    {
        var record = A.Book().WithField(new DataField("500", ' ', ' ', new Subfield('a', "Sách 📚")));

        (await Refusal(record, MarcFormat.Iso2709, MarcCharset.Marc8)).ShouldBe((MarcRule.UnencodableCharacter, "500", 7));
    }

    [Fact]
    public async Task RefusedRecord_LeavesNoTrace()
    {
        var stream = new MemoryStream();
        var tooLong = A.Book().WithField(new DataField("520", ' ', ' ', new Subfield('a', new string('x', 10_000))));

        await using (var writer = new MarcWriter(stream, MarcFormat.Iso2709))
            foreach (var record in (MarcRecord[])[A.Book(), tooLong, A.Book()])
                await writer.WriteAsync(record);

        var readings = await A.Reading(stream.ToArray());
        readings.Select(r => r.Record).ShouldBe([A.Book(), A.Book()]);
        readings.ShouldAllBe(r => r.Problems.Count == 0);
    }

    [Fact]
    public async Task ControlCharacter_IsReplacedInXmlAndReported()
    {
        var record = A.Book().WithField(new DataField("500", ' ', ' ', new Subfield('a', "a\u0001b")));
        var stream = new MemoryStream();
        await using var writer = new MarcWriter(stream, MarcFormat.MarcXml);

        var writing = await writer.WriteAsync(record);

        writing.IsWritten.ShouldBeTrue();
        writing.Problems.ShouldHaveSingleItem().Rule.ShouldBe(MarcRule.ControlCharacter);
        record.ToXml().ShouldContain("a\uFFFDb");
    }

    [Fact]
    public void LeaderWithAByteBeyondAscii_IsWrittenAsSoundXml()
    {
        var record = MarcRecord.Create(new Leader("00000nam a2200000 \u00EF 4500"), [new DataField("245", '0', '0', new Subfield('a', "Toán"))]);

        record.ToXml().ShouldContain(" \u00EF 4500</leader>");
    }

    [Theory]
    [InlineData(MarcFormat.Iso2709)]
    [InlineData(MarcFormat.MarcXml)]
    [InlineData(MarcFormat.Json)]
    [InlineData(MarcFormat.Mrk)]
    public async Task NoRecords_AreASoundFile(MarcFormat format)
    {
        (await A.Reading(await A.Written(format))).ShouldBeEmpty();
    }

    private static async Task<(MarcRule Rule, string? Tag, int Record)> Refusal(MarcRecord record, MarcFormat format, MarcCharset charset = MarcCharset.Utf8)
    {
        await using var writer = new MarcWriter(new MemoryStream(), format, new MarcWriteOptions { Charset = charset });

        var writing = await writer.WriteAsync(record, number: 7);

        writing.IsWritten.ShouldBeFalse();
        var problem = writing.Problems.ShouldHaveSingleItem();
        return (problem.Rule, problem.Tag, problem.RecordNumber);
    }
}
