using Platform.Model.Catalogue;

namespace Platform.Model.Circulation;

/// <summary>Decides loans, renewals and holds. Pure and total: the same values always give the same answer, and every case has one.</summary>
public static class LoanPolicy
{
    /// <summary>Whether the copy may be lent to the patron today, until when, and every reason against it.</summary>
    public static LoanDecision Decide(DeskItem item, DeskPatron patron, DeskSetting setting)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(patron);
        ArgumentNullException.ThrowIfNull(setting);
        var rule = setting.Rules.For(patron.Category, item.Type);
        Refusal[] refusals = [.. AgainstItem(item), .. AgainstPatron(patron, setting.Today), .. AgainstLoan(item, patron, rule, setting.Today)];
        return new LoanDecision([.. refusals.OrderBy(refusal => refusal.CanOverride)], rule, rule is null ? null : DueOn(rule, setting));
    }

    /// <summary>
    /// The last day of a loan made today. A counted day on which the library is closed moves to the next open one; a fixed day
    /// moves to the last open one before it, because the books must be back before the holidays.
    /// </summary>
    public static DateOnly DueOn(LoanRule rule, DeskSetting setting)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(setting);
        return rule.DueBy switch
        {
            DueRule.EndOfSemester => Fixed(setting.Years.SemesterEndAfter(setting.Today), setting),
            DueRule.EndOfSchoolYear => Fixed(setting.Years.YearEndAfter(setting.Today), setting),
            _ => setting.Openings.OnOrAfter(setting.Today.AddDays(rule.LoanDays)),
        };
    }

    /// <summary>The last day of a recalled loan: never later than it was.</summary>
    public static DateOnly RecalledDueOn(DateOnly dueOn, LoanRule rule, DeskSetting setting)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(setting);
        var recalled = setting.Openings.OnOrAfter(setting.Today.AddDays(rule.RecallDays));
        return recalled < dueOn ? recalled : dueOn;
    }

    /// <summary>Last day on which a copy that came back today is kept for the patron whose turn it is.</summary>
    public static DateOnly KeptUntilOn(int shelfDays, DeskSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Openings.OnOrAfter(setting.Today.AddDays(shelfDays));
    }

    /// <summary>The fine for a loan that came back today, in đồng; 0 when in time or fine-free.</summary>
    public static long Fine(LoanRule rule, DateOnly dueOn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var daysLate = Math.Max(0, today.DayNumber - dueOn.DayNumber);
        return Math.Min(daysLate * rule.FinePerDay, rule.FineLimit);
    }

    private static DateOnly Fixed(DateOnly day, DeskSetting setting)
    {
        var open = setting.Openings.OnOrBefore(day);
        return open > setting.Today ? open : day;
    }

    private static IEnumerable<Refusal> AgainstItem(DeskItem item)
    {
        if (item.Status is ItemStatus.Withdrawn)
            yield return Refusals.ItemWithdrawn(item.Number);
        if (item.Status is ItemStatus.Lost)
            yield return Refusals.ItemLost(item.Number);
        if (item.IsAway)
            yield return Refusals.ItemAway(item.Number);
        if (item.HasTwin)
            yield return Refusals.ItemHasTwin(item.Number);
        if (item.LentUntil is { } dueOn)
            yield return Refusals.ItemOnLoan(item.Number, dueOn);
        if (item.Status is ItemStatus.Damaged)
            yield return Refusals.ItemDamaged(item.Number);
        if (item.Status is ItemStatus.ReferenceOnly)
            yield return Refusals.ItemForReadingRoomOnly(item.Number);
        if (item.KeptUntil is { } keptUntil)
            yield return Refusals.ItemKeptForAnother(item.Number, keptUntil);
    }

    private static IEnumerable<Refusal> AgainstPatron(DeskPatron patron, DateOnly today)
    {
        if (patron.LeftOn is { } leftOn && leftOn < today)
            yield return Refusals.CardClosed(patron.Card, leftOn);
    }

    private static IEnumerable<Refusal> AgainstLoan(DeskItem item, DeskPatron patron, LoanRule? rule, DateOnly today)
    {
        if (rule is null)
        {
            yield return Refusals.NoRule(item.Number);
            yield break;
        }
        if (!rule.Lends)
            yield return Refusals.NotLent(item.Number);
        var counted = patron.Loans.Count(loan => rule.ItemType is null || loan.Type == rule.ItemType);
        if (counted >= rule.LoanLimit)
            yield return Refusals.LoanLimitReached(counted, rule.LoanLimit);
        var overdue = patron.Loans.Count(loan => loan.DueOn < today);
        if (rule.OverdueLimit is { } overdueLimit && overdue >= overdueLimit && overdue > 0)
            yield return Refusals.HasOverdueLoans(overdue, overdueLimit);
        if (rule.DebtLimit is { } debtLimit && patron.Owed >= debtLimit && patron.Owed > 0)
            yield return Refusals.OwesMoney(patron.Owed, debtLimit);
    }
}
