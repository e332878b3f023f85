using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Model.Tests.Circulation;

/// <summary>The last day of a loan: counted days, fixed days, weekends, holidays, the summer.</summary>
public sealed class DueDayTests
{
    private static readonly OpeningDays Workdays = new([Week("2026-08-01", Weekdays.Workdays)], [Closed("2027-01-29", "2027-02-14")]);

    [Theory]
    [InlineData("2026-10-05", "2026-10-19")]
    [InlineData("2026-10-10", "2026-10-26")]
    [InlineData("2027-01-20", "2027-02-15")]
    public void CountedDay_OnAClosedDay_MovesToTheNextOpenOne(string lentOn, string dueOn) =>
        DueOn(DueRule.Days, lentOn).ShouldBe(Day(dueOn));

    [Theory]
    [InlineData("2026-10-05", "2027-01-15")]
    [InlineData("2027-01-17", "2027-05-31")]
    [InlineData("2027-03-01", "2027-05-31")]
    [InlineData("2027-06-15", "2028-01-17")]
    public void EndOfSemester_OnAClosedDay_MovesToTheLastOpenOneBefore(string lentOn, string dueOn) =>
        DueOn(DueRule.EndOfSemester, lentOn).ShouldBe(Day(dueOn));

    [Theory]
    [InlineData("2026-09-07", "2027-05-31")]
    [InlineData("2027-05-30", "2027-05-31")]
    [InlineData("2027-05-31", "2028-05-31")]
    [InlineData("2027-08-20", "2028-05-31")]
    public void EndOfSchoolYear_IsTheYearThatRunsOrComes(string lentOn, string dueOn) =>
        DueOn(DueRule.EndOfSchoolYear, lentOn).ShouldBe(Day(dueOn));

    [Fact]
    public void LibrarysOwnYear_GoesBeforeTheCommonOne()
    {
        var common = Year(null, "2027-05-31");
        var own = Year(4, "2027-06-15");

        new SchoolYears([common, own]).YearEndAfter(Day("2027-01-01")).ShouldBe(Day("2027-06-15"));
        new SchoolYears([common]).YearEndAfter(Day("2027-01-01")).ShouldBe(Day("2027-05-31"));
    }

    [Fact]
    public void LaterWeek_ReplacesTheEarlierFromItsDay()
    {
        var openings = new OpeningDays([Week("2026-08-01", Weekdays.Workdays), Week("2026-11-01", Weekdays.Workdays | Weekdays.Saturday)], []);

        openings.IsOpen(Day("2026-10-31")).ShouldBeFalse();
        openings.IsOpen(Day("2026-11-07")).ShouldBeTrue();
        openings.IsOpen(Day("2026-11-08")).ShouldBeFalse();
    }

    [Fact]
    public void LibraryThatNeverOpens_LeavesTheDayAsItIs()
    {
        var never = new OpeningDays([Week("2020-01-01", Weekdays.None)], []);

        never.OnOrAfter(Day("2026-10-05")).ShouldBe(Day("2026-10-05"));
        never.OnOrBefore(Day("2026-10-05")).ShouldBe(Day("2026-10-05"));
    }

    [Fact]
    public void Recall_NeverMovesTheDayFurtherAway()
    {
        var rule = new LoanRule { LoanLimit = 1, LoanDays = 14, RecallDays = 7 };
        var setting = Setting("2026-10-05");

        LoanPolicy.RecalledDueOn(Day("2026-10-30"), rule, setting).ShouldBe(Day("2026-10-12"));
        LoanPolicy.RecalledDueOn(Day("2026-10-06"), rule, setting).ShouldBe(Day("2026-10-06"));
    }

    private static DateOnly DueOn(DueRule dueBy, string lentOn) =>
        LoanPolicy.DueOn(new LoanRule { LoanLimit = 1, LoanDays = 14, DueBy = dueBy }, Setting(lentOn));

    private static DeskSetting Setting(string today) => new(new LoanRules([]), Workdays, SchoolYears.Usual, Day(today));

    private static SchoolYear Year(long? library, string endsOn) => new()
    {
        LibraryId = library,
        StartYear = 2026,
        StartsOn = new DateOnly(2026, 9, 5),
        FirstSemesterEndsOn = new DateOnly(2027, 1, 17),
        EndsOn = Day(endsOn),
    };

    private static OpeningWeek Week(string from, Weekdays days) => new() { LibraryId = 1, FromOn = Day(from), Days = days };

    private static ClosedPeriod Closed(string from, string until) => new() { FromOn = Day(from), UntilOn = Day(until), Reason = "Tết" };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
