using System.Text;
using Platform.Marc;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Model.Tests.Catalogue;

public sealed class CatalogueMappingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 5, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void FullRecord_FillsItsColumns()
    {
        var marc = Book(
            new ControlField("001", "vn123"),
            new ControlField("008", "150101s2014    vm |||||||||||||||||vie d"),
            Data("020", "a9786040288158 (bìa mềm)"),
            Data("082", "a895.922 34"),
            Data("100", "aTô Hoài,", "d1920-2014."),
            Data("245", "aDế Mèn phiêu lưu ký :", "btruyện thiếu nhi /", "cTô Hoài ; minh hoạ: Tạ Huy Long."),
            Data("246", "aDiary of a cricket"),
            Data("250", "aTái bản lần thứ 89."),
            Data("260", "aH. :", "bKim Đồng,", "c2014."),
            Data("300", "a148 tr. :", "btranh vẽ ;", "c21 cm."),
            Data("490", "aVăn học tuổi thơ ;", "v3"),
            Data("520", "aChàng Dế Mèn đi khắp nơi."),
            Data("650", "aVăn học thiếu nhi", "zViệt Nam", "vTruyện."),
            Data("653", "aDế", "aPhiêu lưu"),
            Data("700", "aTạ Huy Long,", "eminh hoạ"));

        var record = CatalogueMapping.NewRecord(marc, libraryId: 7, Noon);

        record.ShouldSatisfyAllConditions(
            r => r.ControlNumber.ShouldBe("vn123"),
            r => r.Kind.ShouldBe(RecordKind.Text),
            r => r.Title.ShouldBe("Dế Mèn phiêu lưu ký : truyện thiếu nhi"),
            r => r.Author.ShouldBe("Tô Hoài"),
            r => r.Responsibility.ShouldBe("Tô Hoài ; minh hoạ: Tạ Huy Long"),
            r => r.Edition.ShouldBe("Tái bản lần thứ 89"),
            r => r.PublicationPlace.ShouldBe("H."),
            r => r.Publisher.ShouldBe("Kim Đồng"),
            r => r.PublicationYear.ShouldBe(2014),
            r => r.Extent.ShouldBe("148 tr. : tranh vẽ ; 21 cm."),
            r => r.Series.ShouldBe("Văn học tuổi thơ ; 3"),
            r => r.Isbn.ShouldBe("9786040288158"),
            r => r.Ddc.ShouldBe("895.922 34"),
            r => r.Language.ShouldBe("vie"),
            r => r.Subjects.ShouldBe("Văn học thiếu nhi -- Việt Nam -- Truyện\nDế\nPhiêu lưu"),
            r => r.Contributors.ShouldBe("Tạ Huy Long"),
            r => r.OtherTitles.ShouldBe("Diary of a cricket"),
            r => r.Summary.ShouldBe("Chàng Dế Mèn đi khắp nơi."),
            r => r.TitleKey.ShouldBe("de men phieu luu ki truyen thieu nhi"),
            r => r.SearchText.ShouldContain("van hoc thieu nhi viet nam"),
            r => r.Fingerprint.Length.ShouldBe(64),
            r => (r.CreatedAt, r.UpdatedAt, r.LibraryId).ShouldBe((Noon, Noon, 7L)));
    }

    [Fact]
    public void ThinDecomposedRecord_IsComposedAndItsRunningNumberIsNoIsbn()
    {
        var marc = Book(
            new ControlField("008", "181222s9999||||xx |||||||||||||||||und d"),
            Data("020", "a4"),
            Data("245", "a\u200BNguyên lý  thống kê\n=\b Statistics".Normalize(NormalizationForm.FormD)),
            Data("260", "c199."));

        var record = CatalogueMapping.NewRecord(marc, 1, Noon);

        record.Title.ShouldBe("Nguyên lý thống kê = Statistics");
        (record.Isbn, record.PublicationYear, record.Language, record.Author).ShouldBe((null, null, null, null));
        record.TitleKey.ShouldBe("nguyen li thong ke statistics");
    }

    [Fact]
    public void RecordWithoutTitle_IsKeptUnderAPlaceholder() =>
        CatalogueMapping.NewRecord(Book(Data("500", "aGhi chú")), 1, Noon).Title.ShouldBe("[không nhan đề]");

    [Fact]
    public void AuthorityRecord_IsNamedByItsHeading()
    {
        var marc = MarcRecord.Create(new Leader("00000nz  a2200000n  4500"), [Data("100", "aNguyễn Nhật Ánh,", "d1955-")]);

        var record = CatalogueMapping.NewRecord(marc, 1, Noon);

        (record.Kind, record.Title).ShouldBe((RecordKind.Authority, "Nguyễn Nhật Ánh"));
    }

    [Fact]
    public void OverlongTitle_IsCutInTheColumnAndWholeInTheContent()
    {
        var marc = Book(Data("245", "a" + new string('x', 1500)));

        var record = CatalogueMapping.NewRecord(marc, 1, Noon);

        record.Title.Length.ShouldBe(1000);
        MarcRecord.ReadOne(record.Content.Bytes, MarcFormat.Iso2709).Data("245")!['a']!.Length.ShouldBe(1500);
    }

    [Theory]
    [InlineData("00000nam a", RecordKind.Text)]
    [InlineData("00000nas a", RecordKind.Serial)]
    [InlineData("00000ncm a", RecordKind.Music)]
    [InlineData("00000nem a", RecordKind.Map)]
    [InlineData("00000ngm a", RecordKind.Video)]
    [InlineData("00000njm a", RecordKind.Sound)]
    [InlineData("00000nkm a", RecordKind.Picture)]
    [InlineData("00000nmm a", RecordKind.Electronic)]
    [InlineData("00000nrm a", RecordKind.Kit)]
    [InlineData("00000nx  a", RecordKind.Holdings)]
    [InlineData("00000n?m a", RecordKind.Other)]
    public void Kind_IsReadFromTheLeader(string leader, RecordKind kind) => RecordKinds.Of(new Leader(leader)).ShouldBe(kind);

    private static MarcRecord Book(params MarcField[] fields) => MarcRecord.Create(Leader.NewBook, fields);

    private static DataField Data(string tag, params string[] subfields) =>
        new(tag, ' ', ' ', subfields.Select(s => new Subfield(s[0], s[1..])));
}
