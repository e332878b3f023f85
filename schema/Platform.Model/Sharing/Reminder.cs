using Platform.Model.Libraries;

namespace Platform.Model.Sharing;

/// <summary>A reminder to a library of something that it owes the group, another library or its managing body (nhắc việc). Raised once for each step; never changed.</summary>
public sealed class Reminder : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that is reminded.</summary>
    public required long LibraryId { get; init; }

    /// <summary>What it is about.</summary>
    public required ReminderKind Kind { get; init; }

    /// <summary>What was reminded of and at which step: keeps a second one out.</summary>
    public required string Key { get; init; }

    /// <summary>The reminder in a sentence, in Vietnamese; no names of pupils.</summary>
    public required string Text { get; init; }

    /// <summary>Day on which it is, or was, due.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The library that is reminded.</summary>
    public Library Library { get; init; } = null!;
}

/// <summary>What a reminder is about.</summary>
public enum ReminderKind : byte
{
    /// <summary>E-resources that the member still owes the semester.</summary>
    EResources = 1,

    /// <summary>Taking part in the semester's rotation.</summary>
    Rotation = 2,

    /// <summary>The stamped list of contributed e-resources .</summary>
    EResourceList = 3,

    /// <summary>The list of inter-library loans .</summary>
    InterLibraryList = 4,

    /// <summary>A copy of another library that is to go back.</summary>
    InterLibraryReturn = 5,

    /// <summary>A question of another library that waits for an answer.</summary>
    InterLibraryRequest = 6,

    /// <summary>Items of a rotation that are to go home.</summary>
    RotationReturn = 7,

    /// <summary>A report that is to be sent to the managing body.</summary>
    Report = 8,
}

/// <summary>Says when something that is due is reminded of. Pure.</summary>
public static class ReminderPolicy
{
    // Two weeks and three days before, the day after, then weekly for a month.
    private static readonly int[] Steps = [-14, -3, 1, 8, 15, 22, 29];

    /// <summary>Days before the due day from which it is reminded of.</summary>
    public static int DaysAhead => -Steps[0];

    /// <summary>Days after the due day until which it is reminded of.</summary>
    public static int DaysBehind => Steps[^1] + 7;

    /// <summary>The step whose turn has come, in days from the due day; null while it is too early, or long past.</summary>
    public static int? StepOn(DateOnly dueOn, DateOnly today)
    {
        var days = today.DayNumber - dueOn.DayNumber;
        if (days < Steps[0] || days > DaysBehind)
            return null;
        return Steps.Last(step => step <= days);
    }
}
