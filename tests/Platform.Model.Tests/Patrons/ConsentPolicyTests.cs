using Platform.Model.Patrons;
using static Platform.Model.Patrons.ConsentParty;

namespace Platform.Model.Tests.Patrons;

/// <summary>Whose word is needed.</summary>
public sealed class ConsentPolicyTests
{
    private static readonly DateOnly On = new(2026, 10, 5);

    [Fact]
    public void Adult_SpeaksAlone() => ConsentPolicy.NeededFrom(PatronCategory.Teacher, null, null, On).ShouldBe([Person]);

    [Fact]
    public void ChildUnderSeven_IsSpokenForByTheGuardian() => ConsentPolicy.NeededFrom(PatronCategory.Pupil, 1, new DateOnly(2019, 10, 6), On).ShouldBe([Guardian]);

    [Fact]
    public void ChildFromTheSeventhBirthday_SpeaksToo() => ConsentPolicy.NeededFrom(PatronCategory.Pupil, 1, new DateOnly(2019, 10, 5), On).ShouldBe([Guardian, Person]);

    [Theory]
    [InlineData(null, 1)]
    [InlineData(1, 2)]
    [InlineData(9, 2)]
    public void WithoutABirthday_TheGradeDecides(int? grade, int words) => ConsentPolicy.NeededFrom(PatronCategory.Pupil, grade, null, On).Count.ShouldBe(words);

    [Fact]
    public void OneWordOfTwo_DoesNotSuffice()
    {
        ConsentPolicy.Holds([Guardian], [Guardian, Person]).ShouldBeFalse();
        ConsentPolicy.Holds([Person], [Guardian, Person]).ShouldBeFalse();
        ConsentPolicy.Holds([Person, Guardian], [Guardian, Person]).ShouldBeTrue();
    }
}
