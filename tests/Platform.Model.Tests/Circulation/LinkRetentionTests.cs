using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Model.Tests.Circulation;

/// <summary>When links are cut, and which loan stands for its reader afterwards.</summary>
public sealed class LinkRetentionTests
{
    [Theory]
    [InlineData("2026-10-31", 5, "2026-05-31")]
    [InlineData("2026-10-30", 5, "2025-05-31")]
    [InlineData("2026-06-01", 0, "2026-05-31")]
    [InlineData("2026-05-31", 0, "2026-05-31")]
    [InlineData("2026-05-30", 0, "2025-05-31")]
    public void LastForgottenDay_IsTheEndOfTheSchoolYear_SoManyMonthsLater(string today, int months, string expected) =>
        LinkRetention.LastForgottenDay(SchoolYears.Usual, Day(today), months).ShouldBe(Day(expected));

    [Fact]
    public void FirstLoanOfAPeriod_StandsForTheReader()
    {
        var marks = LinkRetention.Cut([Loan(1, "2025-09-10"), Loan(2, "2025-09-20"), Loan(3, "2025-10-01"), Loan(4, "2026-02-01")]);

        marks[1].ShouldBe(ReaderPeriods.Month | ReaderPeriods.FirstSemester | ReaderPeriods.SchoolYear | ReaderPeriods.YearEnd | ReaderPeriods.YearOpening | ReaderPeriods.CultureYear);
        marks[2].ShouldBe(ReaderPeriods.None);
        marks[3].ShouldBe(ReaderPeriods.Month);
        marks[4].ShouldBe(ReaderPeriods.Month | ReaderPeriods.SecondSemester | ReaderPeriods.CultureYear, "the culture ministry's year begins on 01/12");
    }

    [Fact]
    public void WhereALinkedLoanRemains_NoLoanStandsForTheReader()
    {
        var marks = LinkRetention.Cut([Loan(1, "2025-09-10"), Loan(2, "2025-10-01", goes: false)]);

        marks.ShouldBe(new Dictionary<long, ReaderPeriods> { [1] = ReaderPeriods.Month | ReaderPeriods.YearOpening });
    }

    [Fact]
    public void PupilWhoChangedGrade_StandsOnceInEach()
    {
        var marks = LinkRetention.Cut([Loan(1, "2025-09-10"), Loan(2, "2025-09-11") with { Grade = 7 }]);

        marks[2].HasFlag(ReaderPeriods.Month).ShouldBeTrue("reports count a reader once for each grade");
    }

    private static LinkedLoan Loan(long id, string lentOn, bool goes = true) => new(id, PatronCategory.Pupil, 6, Day(lentOn), goes);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
