namespace Platform.Model.Tests;

public sealed class SchoolTimeTests
{
    [Fact]
    public void DayOf_OneSecondBeforeMidnightInVietnam_IsTheOldDay()
    {
        SchoolTime.DayOf(new DateTimeOffset(2026, 9, 30, 16, 59, 59, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 9, 30));
        SchoolTime.DayOf(new DateTimeOffset(2026, 9, 30, 17, 0, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 10, 1));
    }

    [Fact]
    public void StartOf_IsSeventeenHoursUtcOfTheDayBefore() =>
        SchoolTime.StartOf(new DateOnly(2026, 1, 1)).ShouldBe(new DateTimeOffset(2025, 12, 31, 17, 0, 0, TimeSpan.Zero));
}
