using Platform.Marc;
using Platform.Model.Catalogue.Checks;

namespace Platform.Model.Tests.Catalogue;

public sealed class RecordCheckTests
{
    [Theory]
    [InlineData("022", "##", "a0868-2739", "")]
    [InlineData("022", "##", "a0868-2738", "Issn 022[1]$a[1]")]
    [InlineData("084", "##", "a53(075)", "SchemeMissing 084[1]")]
    [InlineData("650", "89", "aToán", "Indicator 650[1], Indicator 650[1]")]
    [InlineData("500", "##", "aa\u200Bb", "Characters 500[1]$a[1]")]
    [InlineData("500", "##", "aGhi  chú", "Blanks 500[1]$a[1]")]
    [InlineData("260", "##", "c199.", "Year 260[1]$c[1]")]
    [InlineData("044", "##", "aVN", "Country 044[1]$a[1]")]
    [InlineData("300", "##", "a1 tr.|b2|b3", "RepeatedSubfield 300[1]$b[2]")]
    public void OneField_BreaksItsRule(string tag, string indicators, string parts, string problems)
    {
        var sound = new MarcRecordBuilder().Control("008", "260101s2012    vm            000 0 vie d").Data("040", "##", "aTV").Data("041", "0#", "avie").Data("044", "##", "avm")
            .Data("082", "04", "a895.922", "223").Data("100", "0#", "aTô Hoài").Data("245", "10", "aDế Mèn").Data("260", "##", "aH.", "c2012").Data("300", "##", "a100 tr.").Data("650", "#4", "aVăn học").Build();
        RecordCheck.Of(sound).ShouldBeEmpty();

        var changed = new MarcRecordBuilder(sound.Leader);
        foreach (var field in sound.Fields.Where(f => f.Tag != tag))
            changed.Add(field);
        changed.Data(tag, indicators, parts.Split('|'));

        string.Join(", ", RecordCheck.Of(changed.Build()).Select(p => $"{p.Rule} {p.Path}")).ShouldBe(problems);
    }

    [Fact]
    public void Score_FallsWithEachProblem_AndEndsAtZero()
    {
        var problems = RecordCheck.Of(new MarcRecordBuilder().Build());

        problems[0].Rule.ShouldBe(CatalogueRule.TitleMissing);
        RecordCheck.Score(problems).ShouldBe(100 - 25 - 5 * 8 - 4 * 2);
        RecordCheck.Score([.. problems, .. problems, .. problems]).ShouldBe(0);
    }
}
