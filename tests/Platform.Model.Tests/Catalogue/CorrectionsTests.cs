using Platform.Marc;
using Platform.Model.Catalogue.Standardising;

namespace Platform.Model.Tests.Catalogue;

public sealed class CorrectionsTests
{
    [Theory]
    [InlineData(StandardisationRule.HeadingForms, "100 0#|aNguyễn, Nhật Ánh", "=100  0 $aNguyễn Nhật Ánh")]
    [InlineData(StandardisationRule.HeadingForms, "100 1#|aTolstoy, Leo", null)]
    [InlineData(StandardisationRule.PublicationForms, "260 ##|aHà Nội|bNxb Giáo dục|c2012", "=260    $aH. :$bGiáo dục,$c2012")]
    [InlineData(StandardisationRule.PublicationForms, "260 ##|aH. :|bGiáo dục,|c2012", null)]
    [InlineData(StandardisationRule.PublicationForms, "260 ##|aTP.HCM|bTrẻ", "=260    $aTp. Hồ Chí Minh :$bTrẻ")]
    [InlineData(StandardisationRule.SubjectForms, "650 #4|atoán học -- bài tập.", "=650   4$aToán học$xBài tập")]
    [InlineData(StandardisationRule.Characters, "500 ##|aa\u200Bb  c", "=500    $aab c")]
    [InlineData(StandardisationRule.LegacyNumbers, "020 ##|a346", "=035    $a346")]
    [InlineData(StandardisationRule.LegacyNumbers, "020 ##|a9786042051231", null)]
    [InlineData(StandardisationRule.Ddc, "082 04|a4", "=082  04$a004")]
    [InlineData(StandardisationRule.Ddc, "082 04|a895.922 NG-A|223", "=082  04$a895.922$bNG-A$223")]
    [InlineData(StandardisationRule.Ddc, "082 04|a67.100.10", "=084    $a67.100.10$2ics")]
    [InlineData(StandardisationRule.Ddc, "082 04|a53(075)", "=084    $a53(075)$2local")]
    [InlineData(StandardisationRule.Ddc, "082 04|a895.922", null)]
    public void Rule_CorrectsAField(StandardisationRule rule, string field, string? corrected)
    {
        var cells = field.Split('|');
        var record = new MarcRecordBuilder().Data(cells[0][..3], cells[0][4..], cells[1..]).Build();

        var correction = Corrections.Propose(rule, record);

        correction?.Record.Fields.Single().ToString().ShouldBe(corrected);
        (correction is null).ShouldBe(corrected is null);
    }

    [Fact]
    public void SameHeadingTwice_StandsOnce() =>
        Corrections.Propose(StandardisationRule.SubjectForms, new MarcRecordBuilder().Data("650", "#4", "aToán").Data("650", "#4", "aToán.").Build())!
            .Record.Fields.Select(f => f.ToString()).ShouldBe(["=650   4$aToán"]);

    [Fact]
    public void NamesAndRoles_BecomeEntries_AndTheStatementStays()
    {
        var record = new MarcRecordBuilder().Data("100", "0#", "aDaniel Goleman; Nguyễn Trang, Hồng Việt dịch").Data("245", "00", "aTrí tuệ xã hội").Build();

        Corrections.Propose(StandardisationRule.NamesAndRoles, record)!.Record.Fields.Select(f => f.ToString()).ShouldBe(
        [
            "=100  0 $aDaniel Goleman", "=245  10$aTrí tuệ xã hội /$cDaniel Goleman; Nguyễn Trang, Hồng Việt dịch",
            "=700  0 $aNguyễn Trang,$edịch", "=700  0 $aHồng Việt,$edịch",
        ]);
    }

    [Fact]
    public void NumberOfAStandard_IsNoAuthor()
    {
        var record = new MarcRecordBuilder().Data("100", "0#", "aTCVN 5795-1994").Data("245", "10", "aVải = Fabrics").Build();

        Corrections.Propose(StandardisationRule.NamesAndRoles, record)!.Record.Fields.Select(f => f.ToString()).ShouldBe(["=024  8 $aTCVN 5795-1994", "=245  00$aVải = Fabrics"]);
        Corrections.Propose(StandardisationRule.TitleParts, record)!.Record.Fields[1].ToString().ShouldBe("=245  10$aVải =$bFabrics");
    }
}
