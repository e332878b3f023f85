namespace Platform.Model.Sharing;

/// <summary>What a member owes the group in a semester.</summary>
public enum DutyKind : byte
{
    /// <summary>Contributed e-resources that count.</summary>
    EResources = 1,

    /// <summary>Taking part in the rotation: items sent or received.</summary>
    Rotation = 2,

    /// <summary>The stamped list of contributed e-resources, acknowledged by the hub.</summary>
    EResourceList = 3,

    /// <summary>The list of inter-library loans, acknowledged by the hub.</summary>
    InterLibraryList = 4,
}

/// <summary>What a member did in a semester.</summary>
/// <param name="CountedEResources">E-resources contributed in the semester that count under TT 16/2022.</param>
/// <param name="Moves">Items that it sent or received in the rotation.</param>
/// <param name="Lists">Lists that the hub acknowledged.</param>
public sealed record SemesterFacts(int CountedEResources, int Moves, IReadOnlySet<SemesterListKind> Lists);

/// <summary>One duty with its progress.</summary>
/// <param name="Kind">The duty.</param>
/// <param name="Required">How much is owed.</param>
/// <param name="Done">How much is done; may be more than owed.</param>
/// <param name="IsOverdue">Whether the day has passed and something is missing.</param>
public sealed record DutyProgress(DutyKind Kind, int Required, int Done, bool IsOverdue)
{
    /// <summary>Whether the duty is met.</summary>
    public bool IsMet => Done >= Required;
}

/// <summary>Sets what a member did against what it owes. Pure.</summary>
public static class SemesterProgress
{
    /// <summary>Every duty of the semester with its progress; duties that the group does not ask for are left out.</summary>
    public static IReadOnlyList<DutyProgress> Of(SemesterDuty duty, SemesterFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(facts);
        var late = today > duty.ListsDueOn;
        DutyProgress Line(DutyKind kind, int required, int done) => new(kind, required, done, late && done < required);
        int Received(SemesterListKind kind) => facts.Lists.Contains(kind) ? 1 : 0;
        DutyProgress[] lines =
        [
            Line(DutyKind.EResources, duty.FewestEResources, facts.CountedEResources),
            Line(DutyKind.Rotation, duty.Rotates ? 1 : 0, facts.Moves),
            Line(DutyKind.EResourceList, 1, Received(SemesterListKind.ContributedEResources)),
            Line(DutyKind.InterLibraryList, 1, Received(SemesterListKind.InterLibraryLoans)),
        ];
        return [.. lines.Where(line => line.Required > 0)];
    }
}
