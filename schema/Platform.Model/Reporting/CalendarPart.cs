namespace Platform.Model.Reporting;

/// <summary>
/// The parts into which the reporting calendar falls: the months, January in two, before and after the end of the first semester. Every
/// <see cref="ReportPeriod"/> is made of whole parts, and no two parts share a day.
/// </summary>
/// <param name="Number">Year, month and which half, for example 2027012: 2 for the second half of January, 1 for the first half and for the other months.</param>
/// <param name="FirstOn">The first day.</param>
/// <param name="LastOn">The last day.</param>
public sealed record CalendarPart(int Number, DateOnly FirstOn, DateOnly LastOn)
{
    /// <summary>The last day of January's first half: the first semester ends on it.</summary>
    public static int LastOfFirstHalf(int year) => SchoolCalendar.FirstSemesterEndsOn(year - 1).Day;

    /// <summary>The parts of a period, in order.</summary>
    public static IReadOnlyList<CalendarPart> Of(ReportPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var parts = new List<CalendarPart>();
        for (var month = new DateOnly(period.FirstOn.Year, period.FirstOn.Month, 1); month <= period.LastOn; month = month.AddMonths(1))
        {
            var last = month.AddMonths(1).AddDays(-1);
            if (month.Month is not 1)
            {
                parts.Add(new CalendarPart(NumberOf(month, 1), month, last));
                continue;
            }
            var half = month.AddDays(LastOfFirstHalf(month.Year) - 1);
            parts.Add(new CalendarPart(NumberOf(month, 1), month, half));
            parts.Add(new CalendarPart(NumberOf(month, 2), half.AddDays(1), last));
        }
        return [.. parts.Where(part => part.FirstOn >= period.FirstOn && part.LastOn <= period.LastOn)];
    }

    private static int NumberOf(DateOnly month, int half) => ((month.Year * 100) + month.Month) * 10 + half;
}
