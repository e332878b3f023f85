using Platform.Marc;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Model.Tests.Catalogue;

public sealed class ItemMappingTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Fact]
    public void KohaField_IsACopy_WithItsLeadingZeros()
    {
        var marc = Book(Data("082", "a895.922 NG-A"), Data("952", "p0000004802", "cSách Nội văn H1", "d2018-12-22", "g25000.00", "ySTN"));

        var item = ItemMapping.ItemsIn(marc).ShouldHaveSingleItem();

        item.ShouldBe(new DescribedItem("0000004802", "895.922 NG-A", "Sách Nội văn H1", 25_000, new DateOnly(2018, 12, 22), ItemType.ChildrensBook));
        item.Fault.ShouldBeNull();
    }

    [Fact]
    public void LocationFieldWithBarcode_IsACopy_AndWithoutIsNone()
    {
        var marc = Book(Data("852", "bKho A", "h510", "iTO105", "pTK.00012"), Data("852", "bKho B"));

        ItemMapping.ItemsIn(marc).ShouldHaveSingleItem()
            .ShouldBe(new DescribedItem("TK.00012", "510 TO105", "Kho A", null, null, null));
    }

    [Fact]
    public void HoldingField_TakesTheCallNumberOfItsLocation()
    {
        var marc = Book(Data("852", "81", "cMAIN", "hQA76"), Data("852", "82", "cANNEX", "hQA77"), Data("876", "82", "p39015", "d20010203"));

        ItemMapping.ItemsIn(marc).ShouldHaveSingleItem()
            .ShouldBe(new DescribedItem("39015", "QA77", "ANNEX", null, new DateOnly(2001, 2, 3), null));
    }

    [Theory]
    [InlineData("25.000", 25_000L)]
    [InlineData("25,000 đ", 25_000L)]
    [InlineData("1 250 000đ", 1_250_000L)]
    [InlineData("12.50", null)]
    [InlineData("miễn phí", null)]
    public void Price_IsWholeDongOrUnknown(string text, long? price) =>
        DescribedItem.Of("1", null, null, text, null, null).Price.ShouldBe(price);

    [Theory]
    [InlineData("", "the copy has no registration number")]
    [InlineData("012345678901234567890123456789012345678901234567890", "registration number '01234567890123456789012345678901234567890123456789…' is longer than 50 characters")]
    public void NumberThatNoRegisterCanHold_IsAFault(string number, string fault) =>
        DescribedItem.Of(number, null, null, null, null, null).Fault.ShouldBe(fault);

    [Fact]
    public void CopyWithoutDayOrType_IsEnteredTodayInTheRegisterOfItsKind()
    {
        var described = DescribedItem.Of("TC.1", null, null, null, null, null);

        var item = described.ToItem(libraryId: 3, importBatchId: null, RecordKind.Serial, Today);

        (item.LibraryId, item.RegistrationNumber, item.Type, item.AcquiredOn, item.Funding).ShouldBe((3, "TC.1", ItemType.Periodical, Today, FundingSource.Unknown));
    }

    private static MarcRecord Book(params MarcField[] fields) => MarcRecord.Create(Leader.NewBook, fields);

    private static DataField Data(string tag, params string[] subfields) =>
        new(tag, ' ', ' ', subfields.Select(s => new Subfield(s[0], s[1..])));
}
