namespace Platform.Model.Circulation;

/// <summary>Decides renewals and holds, as <see cref="LoanPolicy"/> decides loans.</summary>
public static class RenewalPolicy
{
    /// <summary>Whether an open loan may be renewed today, until when, and every reason against it.</summary>
    /// <param name="loan">The open loan.</param>
    /// <param name="item">Its copy.</param>
    /// <param name="patron">Its borrower.</param>
    /// <param name="othersWaiting">How many other patrons wait for the publication.</param>
    /// <param name="setting">What the library has laid down, and the day.</param>
    public static LoanDecision Decide(Loan loan, DeskItem item, DeskPatron patron, int othersWaiting, DeskSetting setting)
    {
        ArgumentNullException.ThrowIfNull(loan);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(patron);
        ArgumentNullException.ThrowIfNull(setting);
        var rule = setting.Rules.For(patron.Category, item.Type);
        if (rule is null)
            return new LoanDecision([Refusals.NoRule(item.Number)], null, null);
        var dueOn = LoanPolicy.DueOn(rule, setting);
        Refusal[] refusals = [.. Against(loan, patron, othersWaiting, rule, dueOn, setting.Today)];
        return new LoanDecision([.. refusals.OrderBy(refusal => refusal.CanOverride)], rule, dueOn);
    }

    private static IEnumerable<Refusal> Against(Loan loan, DeskPatron patron, int othersWaiting, LoanRule rule, DateOnly dueOn, DateOnly today)
    {
        if (patron.LeftOn is { } leftOn && leftOn < today)
            yield return Refusals.CardClosed(patron.Card, leftOn);
        if (dueOn <= loan.DueOn)
            yield return Refusals.NothingGained(loan.DueOn);
        if (loan.Renewals >= rule.RenewalLimit)
            yield return Refusals.RenewalLimitReached(loan.Renewals);
        if (loan.RecalledAt is not null)
            yield return Refusals.LoanRecalled(loan.DueOn);
        if (othersWaiting > 0)
            yield return Refusals.AnotherWaits(othersWaiting);
    }
}
