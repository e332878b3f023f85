using Platform.Model.Catalogue;

namespace Platform.Model.Circulation;

/// <summary>A loan that had begun and not ended at the time of an offline operation.</summary>
/// <param name="LentAt">When it was lent.</param>
/// <param name="ReturnedAt">When it ended, after that time; null while it is open.</param>
public sealed record CoveringLoan(DateTimeOffset LentAt, DateTimeOffset? ReturnedAt);

/// <summary>What is to be done about an offline operation.</summary>
/// <param name="Settlement">How it is settled.</param>
/// <param name="Refusal">Why it is a conflict; null otherwise.</param>
public readonly record struct OfflineDecision(DeskSettlement Settlement, RefusalCode? Refusal)
{
    /// <summary>A conflict for a person to look at.</summary>
    public static OfflineDecision Conflict(RefusalCode reason) => new(DeskSettlement.Conflict, reason);
}

/// <summary>
/// Settles what offline desks did. An operation is a fact: the copy was at the desk at that time. So rules that could be overridden do not
/// stop it; a loan lasts from its fact to the next fact about the copy, in whatever order the facts arrive. Pure and total.
/// </summary>
public static class OfflinePolicy
{
    /// <summary>A copy was handed to a patron.</summary>
    /// <param name="status">State of the copy; null when unknown.</param>
    /// <param name="patronId">The patron; null when unknown.</param>
    /// <param name="covering">The loan the copy had at that time; null when none. It ends with this fact.</param>
    /// <param name="nextSeenAt">When the copy was next at a desk after that time, as far as known; the new loan ends then. Null leaves it open.</param>
    public static OfflineDecision CheckOut(ItemStatus? status, long? patronId, CoveringLoan? covering, DateTimeOffset? nextSeenAt)
    {
        if (status is null)
            return OfflineDecision.Conflict(RefusalCode.ItemUnknown);
        if (patronId is null)
            return OfflineDecision.Conflict(RefusalCode.PatronUnknown);
        if (nextSeenAt is not null)
            return new OfflineDecision(DeskSettlement.AppliedAsHistory, null);
        // Written as past, a withdrawn copy harms nothing; an open loan of one is impossible.
        if (status is ItemStatus.Withdrawn)
            return OfflineDecision.Conflict(RefusalCode.ItemWithdrawn);
        return new OfflineDecision(covering is null ? DeskSettlement.Applied : DeskSettlement.AppliedWithImpliedReturn, null);
    }

    /// <summary>A copy was taken back.</summary>
    /// <param name="status">State of the copy; null when unknown.</param>
    /// <param name="covering">The loan the copy had at that time; null when none. It ends with this fact.</param>
    public static OfflineDecision Return(ItemStatus? status, CoveringLoan? covering)
    {
        if (status is null)
            return OfflineDecision.Conflict(RefusalCode.ItemUnknown);
        if (covering is null)
            return new OfflineDecision(DeskSettlement.NothingToDo, null);
        return new OfflineDecision(covering.ReturnedAt is null ? DeskSettlement.Applied : DeskSettlement.AppliedAsHistory, null);
    }

    /// <summary>A loan was renewed: here the rules decide, for nothing has changed hands.</summary>
    /// <param name="status">State of the copy; null when unknown.</param>
    /// <param name="covering">The loan the copy had at that time; null when none.</param>
    /// <param name="refusal">The first reason of the rules against it; null when they allow it.</param>
    public static OfflineDecision Renew(ItemStatus? status, CoveringLoan? covering, RefusalCode? refusal)
    {
        if (status is null)
            return OfflineDecision.Conflict(RefusalCode.ItemUnknown);
        if (covering is not { ReturnedAt: null })
            return OfflineDecision.Conflict(RefusalCode.ItemNotOnLoan);
        return refusal is { } reason ? OfflineDecision.Conflict(reason) : new OfflineDecision(DeskSettlement.Applied, null);
    }

    /// <summary>A copy was read in the library.</summary>
    public static OfflineDecision Use(ItemStatus? status) => status is null
        ? OfflineDecision.Conflict(RefusalCode.ItemUnknown)
        : new OfflineDecision(DeskSettlement.Applied, null);

    /// <summary>Whether a message may be settled now: operations of a device take effect in the order of its numbers.</summary>
    /// <param name="sequence">The message's number.</param>
    /// <param name="last">The last number settled from this device; 0 when none was.</param>
    public static SequenceCheck Check(long sequence, long last) =>
        sequence <= last ? SequenceCheck.Repeated : sequence == last + 1 ? SequenceCheck.Next : SequenceCheck.TooEarly;
}

/// <summary>Where a message stands in the order of its device.</summary>
public enum SequenceCheck
{
    /// <summary>The next one.</summary>
    Next = 1,

    /// <summary>Settled before.</summary>
    Repeated = 2,

    /// <summary>Others before it are missing: it must be sent again after them.</summary>
    TooEarly = 3,
}
