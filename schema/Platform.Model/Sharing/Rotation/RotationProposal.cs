namespace Platform.Model.Sharing.Rotation;

/// <summary>A set of copies of one title that travels, and why.</summary>
/// <param name="RecordId">The title.</param>
/// <param name="FromId">The owning library.</param>
/// <param name="ToId">The library that gets it.</param>
/// <param name="ItemIds">The copies.</param>
/// <param name="Cell">The need it serves.</param>
/// <param name="MissingBefore">How many copies of the cell the library missed before this set.</param>
/// <param name="Kilometres">How far it travels, as the crow flies.</param>
/// <param name="StaysAtHome">Copies of the title that stay with the owner, after all its sets.</param>
public sealed record RotationSet(
    long RecordId, long FromId, long ToId, IReadOnlyList<long> ItemIds, NeedCell Cell, int MissingBefore, double Kilometres, int StaysAtHome);

/// <summary>What a proposal is worth, in points.</summary>
/// <param name="Filled">Needed copies that arrive: one point each.</param>
/// <param name="Distance">Points lost to distance.</param>
/// <param name="Unfairness">Points lost to unequal service.</param>
public sealed record RotationScore(int Filled, double Distance, double Unfairness)
{
    /// <summary>The objective: what is filled, less distance and unfairness.</summary>
    public double Total => Filled - Distance - Unfairness;
}

/// <summary>A proposed rotation with its worth, beside that of the simplest way.</summary>
/// <param name="Sets">The sets, in order of sender, receiver and title.</param>
/// <param name="Score">Its worth.</param>
/// <param name="Baseline">The worth of sending each title to the nearest library that needs it.</param>
/// <param name="NotSent">Titles that stay, counted by reason.</param>
public sealed record RotationProposal(
    IReadOnlyList<RotationSet> Sets,
    RotationScore Score,
    RotationScore Baseline,
    IReadOnlyDictionary<StayReason, int> NotSent);

/// <summary>Why a title is not sent anywhere.</summary>
public enum StayReason : byte
{
    /// <summary>The owner has fewer copies than a title needs to travel.</summary>
    TooFewCopies = 1,

    /// <summary>Sending would take the owner below its minimum stock.</summary>
    OwnerAtMinimum = 2,

    /// <summary>Nobody misses it, or those who do hold it, or their shelves are full.</summary>
    NobodyCanTakeIt = 3,
}
