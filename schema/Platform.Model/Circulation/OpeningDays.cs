namespace Platform.Model.Circulation;

/// <summary>On which days one library is open. Where nothing is known, every day is.</summary>
public sealed class OpeningDays(IReadOnlyList<OpeningWeek> weeks, IReadOnlyList<ClosedPeriod> closed)
{
    // The longest a school library is closed is a summer; past a year the calendar is wrong, not the loan.
    private const int FurthestDays = 366;

    /// <summary>No calendar known: open every day.</summary>
    public static OpeningDays Always { get; } = new([], []);

    /// <summary>The opening weeks, in no order.</summary>
    public IReadOnlyList<OpeningWeek> Weeks => weeks;

    /// <summary>The closed days, in no order.</summary>
    public IReadOnlyList<ClosedPeriod> Closed => closed;

    /// <summary>Whether the library is open on the day.</summary>
    public bool IsOpen(DateOnly day)
    {
        if (closed.Any(period => period.FromOn <= day && day <= period.UntilOn))
            return false;
        var week = weeks.Where(w => w.FromOn <= day).MaxBy(w => w.FromOn);
        return week is null || week.Days.HasFlag(OfWeek(day));
    }

    /// <summary>The day itself when open, else the next open one; the day itself when none follows within a year.</summary>
    public DateOnly OnOrAfter(DateOnly day) => Nearest(day, 1);

    /// <summary>The day itself when open, else the last open one before it; the day itself when there is none within a year.</summary>
    public DateOnly OnOrBefore(DateOnly day) => Nearest(day, -1);

    private static Weekdays OfWeek(DateOnly day) => (Weekdays)(1 << (((int)day.DayOfWeek + 6) % 7));

    private DateOnly Nearest(DateOnly day, int step)
    {
        for (var days = 0; days <= FurthestDays; days++)
        {
            if (IsOpen(day.AddDays(days * step)))
                return day.AddDays(days * step);
        }
        return day;
    }
}
