using System.Globalization;

namespace Platform.Model.Notices;

/// <summary>On which days which notice is due. Pure: the same loan and day always give the same occasion.</summary>
public static class NoticePolicy
{
    /// <summary>How many days before its end a loan is named.</summary>
    public const int DaysAhead = 2;

    /// <summary>Most notices that a reader gets on one day; the rest wait for the next.</summary>
    public const int MostPerDay = 5;

    /// <summary>Most attempts to send one.</summary>
    public const int MostAttempts = 6;

    // Days late on which a reader is reminded; a run that was missed makes up for the last of them.
    private static readonly int[] Steps = [1, 7, 14, 28, 60];

    /// <summary>The kind and occasion of a loan's notice on a day; null when none is due.</summary>
    public static (NoticeKind Kind, string Key)? OfLoan(long loanId, DateOnly dueOn, DateOnly today)
    {
        var late = today.DayNumber - dueOn.DayNumber;
        if (late is <= 0 and >= -DaysAhead)
            return (NoticeKind.DueSoon, string.Create(CultureInfo.InvariantCulture, $"loan/{loanId}/due/{dueOn:yyyyMMdd}"));
        var step = Steps.LastOrDefault(days => days <= late);
        return step == 0 ? null : (NoticeKind.Overdue, string.Create(CultureInfo.InvariantCulture, $"loan/{loanId}/late/{dueOn:yyyyMMdd}/{step}"));
    }

    /// <summary>The occasion of a hold whose copy is kept.</summary>
    public static string OfHold(long holdId, DateOnly keptUntilOn) => string.Create(CultureInfo.InvariantCulture, $"hold/{holdId}/{keptUntilOn:yyyyMMdd}");

    /// <summary>The wait before the next attempt: 5 minutes, doubled each time.</summary>
    public static TimeSpan WaitAfter(int attempts) => TimeSpan.FromMinutes(5 * Math.Pow(2, Math.Max(0, attempts - 1)));
}
