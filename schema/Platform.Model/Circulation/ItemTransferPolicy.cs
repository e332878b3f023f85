using Platform.Model.Catalogue;

namespace Platform.Model.Circulation;

/// <summary>A copy as a transfer looks at it.</summary>
public sealed record TransferCopy
{
    /// <summary>Its registration number.</summary>
    public required string Number { get; init; }

    /// <summary>Its state.</summary>
    public required ItemStatus Status { get; init; }

    /// <summary>The last day of its open loan; null without one.</summary>
    public DateOnly? LentUntil { get; init; }

    /// <summary>The last day on which it is kept for a reader; null when it is not.</summary>
    public DateOnly? KeptUntil { get; init; }

    /// <summary>Whether it is in a rotation or an inter-library loan that is not over, planned ones included.</summary>
    public bool IsAway { get; init; }

    /// <summary>Name of the open stock-taking that counts it; null without one.</summary>
    public string? CountedIn { get; init; }

    /// <summary>Name of the open weeding that lists it; null without one.</summary>
    public string? WeededIn { get; init; }

    /// <summary>Number of the decision of another transfer that waits with it; null without one.</summary>
    public string? TransferredBy { get; init; }
}

/// <summary>Which copies can move to another library for good. Pure.</summary>
public static class ItemTransferPolicy
{
    /// <summary>Most copies of one document.</summary>
    public const int MostCopies = 500;

    /// <summary>Why the copy cannot be transferred now; null when it can. A damaged copy can.</summary>
    public static Refusal? Against(TransferCopy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return copy switch
        {
            { Status: ItemStatus.Withdrawn } => Refusals.ItemWithdrawn(copy.Number),
            { Status: ItemStatus.Lost } => Refusals.ItemLost(copy.Number),
            { LentUntil: { } until } => Refusals.ItemOnLoan(copy.Number, until),
            { KeptUntil: { } until } => Refusals.ItemKept(copy.Number, until),
            { IsAway: true } => Refusals.ItemAway(copy.Number),
            { CountedIn: { } name } => Refusals.ItemInStockTaking(copy.Number, name),
            { WeededIn: { } name } => Refusals.ItemInWeeding(copy.Number, name),
            { TransferredBy: { } decision } => Refusals.ItemInTransfer(copy.Number, decision),
            _ => null,
        };
    }
}
