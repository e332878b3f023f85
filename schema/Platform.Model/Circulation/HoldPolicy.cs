namespace Platform.Model.Circulation;

/// <summary>The publication a patron wants to wait for, as far as the rules look at it.</summary>
/// <param name="Copies">Copies that are or can come to be lent.</param>
/// <param name="OnShelf">Registration number of a copy that is free now; null when there is none.</param>
/// <param name="BorrowedUntil">Last day of the patron's own open loan of it; null when there is none.</param>
/// <param name="IsWaitedFor">Whether the patron already waits for it.</param>
public sealed record WantedRecord(IReadOnlyList<DeskItem> Copies, string? OnShelf, DateOnly? BorrowedUntil, bool IsWaitedFor);

/// <summary>Decides whether a patron may wait for a publication.</summary>
public static class HoldPolicy
{
    /// <summary>Every reason against the hold, those that cannot be overridden first; empty when it is allowed.</summary>
    public static IReadOnlyList<Refusal> Decide(WantedRecord wanted, DeskPatron patron, DeskSetting setting)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(patron);
        ArgumentNullException.ThrowIfNull(setting);
        return [.. Against(wanted, patron, setting).OrderBy(refusal => refusal.CanOverride)];
    }

    private static IEnumerable<Refusal> Against(WantedRecord wanted, DeskPatron patron, DeskSetting setting)
    {
        if (patron.LeftOn is { } leftOn && leftOn < setting.Today)
            yield return Refusals.CardClosed(patron.Card, leftOn);
        if (wanted.IsWaitedFor)
            yield return Refusals.AlreadyOnHold;
        if (wanted.BorrowedUntil is { } dueOn)
            yield return Refusals.AlreadyBorrowed(dueOn);
        // The most generous rule among the copies counts: any of them may be the one that comes back.
        var rules = wanted.Copies.Select(copy => setting.Rules.For(patron.Category, copy.Type)).OfType<LoanRule>().Where(rule => rule.Lends).ToList();
        if (rules.Count == 0)
            yield return Refusals.NoCopy;
        if (wanted.OnShelf is { } number)
            yield return Refusals.CopyOnShelf(number);
        var limit = rules.Select(rule => rule.HoldLimit).DefaultIfEmpty(int.MaxValue).Max();
        if (patron.Holds >= limit)
            yield return Refusals.HoldLimitReached(patron.Holds, limit);
    }
}
