using Platform.Model.Reporting;

namespace Platform.Reporting.Tests;

public sealed class ReportPeriodTests
{
    [Theory]
    [InlineData("2026-02", PeriodKind.Month, "2026-02-01", "2026-02-28")]
    [InlineData("2028-02", PeriodKind.Month, "2028-02-01", "2028-02-29")]
    [InlineData("2025-12", PeriodKind.Month, "2025-12-01", "2025-12-31")]
    [InlineData("2025-2026", PeriodKind.SchoolYear, "2025-08-01", "2026-07-31")]
    [InlineData("2025-2026-HK1", PeriodKind.FirstSemester, "2025-08-01", "2026-01-17")]
    [InlineData("2025-2026-HK2", PeriodKind.SecondSemester, "2026-01-18", "2026-05-31")]
    [InlineData("2025-2026-CN", PeriodKind.YearEnd, "2025-08-01", "2026-05-31")]
    [InlineData("2025-2026-HE", PeriodKind.Summer, "2026-06-01", "2026-07-31")]
    [InlineData("2025-2026-DN", PeriodKind.YearOpening, "2025-08-01", "2025-09-30")]
    [InlineData("VH-2026", PeriodKind.CultureYear, "2025-12-01", "2026-11-30")]
    public void Code_NamesItsDays(string code, PeriodKind kind, string first, string last)
    {
        ReportPeriod.TryParse(code, out var period).ShouldBeTrue();

        period.ShouldBe(new ReportPeriod(kind, code, DateOnly.Parse(first, null), DateOnly.Parse(last, null)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("26-05")]
    [InlineData("2025-2027")]
    [InlineData("2025-2026-HK3")]
    [InlineData("VH-26")]
    [InlineData("2026-05-")]
    public void Nonsense_IsNoPeriod(string? code) => ReportPeriod.TryParse(code, out _).ShouldBeFalse();

    [Theory]
    [InlineData(PeriodKind.Month, "2026-01-01", "2025-12")]
    [InlineData(PeriodKind.Month, "2026-03-31", "2026-02")]
    [InlineData(PeriodKind.SchoolYear, "2026-08-01", "2025-2026")]
    [InlineData(PeriodKind.SchoolYear, "2026-07-31", "2024-2025")]
    [InlineData(PeriodKind.FirstSemester, "2026-01-18", "2025-2026-HK1")]
    [InlineData(PeriodKind.FirstSemester, "2026-01-17", "2024-2025-HK1")]
    [InlineData(PeriodKind.YearEnd, "2026-06-01", "2025-2026-CN")]
    [InlineData(PeriodKind.CultureYear, "2026-12-01", "VH-2026")]
    [InlineData(PeriodKind.CultureYear, "2026-11-30", "VH-2025")]
    public void LastBefore_IsThePeriodThatEndedBeforeTheDay(PeriodKind kind, string day, string code) =>
        ReportPeriod.LastBefore(kind, DateOnly.Parse(day, null)).Code.ShouldBe(code);

    [Fact]
    public void SummerDay_LiesInNoSemester() => ReportPeriod.Holding(PeriodKind.SecondSemester, new DateOnly(2026, 6, 15)).ShouldBeNull();
}
