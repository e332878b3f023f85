namespace Platform.Marc.Tests;

public sealed class MarcRecordTests
{
    [Fact]
    public void BuiltRecord_ShowsItsFields()
    {
        var book = A.Book();

        book.ControlNumber.ShouldBe("VN0001");
        book.Fields.Count.ShouldBe(7);
        book.Data("245")!['a'].ShouldBe("Dế Mèn phiêu lưu ký /");
        book.DataFields("650").Select(f => f['a']).ShouldBe(["Truyện thiếu nhi", "Văn học"]);
        book.Leader.ToString().ShouldBe("00000nam a2200000   4500");
    }

    [Theory]
    [InlineData(MarcFormat.Iso2709)]
    [InlineData(MarcFormat.MarcXml)]
    [InlineData(MarcFormat.Json)]
    [InlineData(MarcFormat.Mrk)]
    public async Task WrittenAndRead_IsTheSameRecord(MarcFormat format)
    {
        var readings = await A.Reading(await A.Written(format, A.Book(), A.Book()));

        readings.Count.ShouldBe(2);
        readings.ShouldAllBe(r => r.Problems.Count == 0);
        readings[1].Record.ShouldBe(A.Book());
    }

    [Fact]
    public void Stored_ReadsBackToTheSameRecord()
    {
        var stored = A.Book().ToStored();

        MarcRecord.ReadOne(stored.Bytes, stored.Format).ShouldBe(A.Book());
    }

    [Fact]
    public void Edited_IsAnotherRecordAndLeavesTheFirstAlone()
    {
        var book = A.Book();

        var edited = book.WithField(new DataField("300", ' ', ' ', new Subfield('a', "163 tr."))).WithoutFields("650");

        edited.Fields.Select(f => f.Tag).ShouldBe(["001", "008", "100", "245", "260", "300"]);
        book.Fields.Count.ShouldBe(7);
        edited.ShouldNotBe(book);
    }

    [Fact]
    public async Task Pdf_GivesOneFatalProblem()
    {
        var reading = (await A.Reading("%PDF-1.7\nnot a record"))
            .ShouldHaveSingleItem();

        reading.Record.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().Rule.ShouldBe(MarcRule.UnknownFormat);
        reading.Problems[0].Message.ShouldContain("PDF");
    }
}
