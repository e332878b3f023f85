using Platform.Model.Catalogue;
using Platform.Model.Patrons;

namespace Platform.Model.Circulation;

/// <summary>A loan of the past, as far as a replay looks at it.</summary>
/// <param name="PatronId">The reader; null where it names nobody any more.</param>
/// <param name="Category">Category of the reader at lending.</param>
/// <param name="ItemType">Register of the copy at lending.</param>
/// <param name="LentOn">Day of lending.</param>
/// <param name="EndedOn">Day on which it ended; null while it is open.</param>
public sealed record PastLoan(long? PatronId, PatronCategory Category, ItemType ItemType, DateOnly LentOn, DateOnly? EndedOn);

/// <summary>What one set of rules says to the loans of a time.</summary>
/// <param name="Refused">Loans that the rules would have refused.</param>
/// <param name="Late">Loans of the others that came back after their last day, or are out after it.</param>
/// <param name="Days">Days of all the others together, from lending to their last day.</param>
public sealed record ReplayTally(int Refused, int Late, long Days);

/// <summary>What a change of rules would have changed.</summary>
/// <param name="Loans">Loans that were replayed.</param>
/// <param name="Before">What the rules of today say.</param>
/// <param name="After">What the changed rules say.</param>
/// <param name="NewlyRefused">Loans that only the changed rules refuse.</param>
/// <param name="NewlyAllowed">Loans that only the rules of today refuse.</param>
/// <param name="Longer">Loans that both allow and that would have lasted longer.</param>
/// <param name="Shorter">Loans that both allow and that would have ended earlier.</param>
public sealed record ReplayResult(int Loans, ReplayTally Before, ReplayTally After, int NewlyRefused, int NewlyAllowed, int Longer, int Shorter);

/// <summary>
/// Replays the loans of a time under two sets of rules, as they happened: each is judged with what its reader really had out on that day.
/// Pure and total. Loans without a reader are judged for their last day only.
/// </summary>
public static class RuleReplay
{
    /// <summary>Compares the two.</summary>
    /// <param name="loans">All loans that began in the time or were open when it began, in any order.</param>
    /// <param name="from">First day of the time; earlier loans only count as what readers had out.</param>
    /// <param name="before">Rules and calendar of today.</param>
    /// <param name="after">The changed rules, with the same calendar.</param>
    /// <param name="today">The day on which open loans are late or not.</param>
    public static ReplayResult Run(IReadOnlyList<PastLoan> loans, DateOnly from, DeskSetting before, DeskSetting after, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(loans);
        var byReader = loans.Where(loan => loan.PatronId is not null).ToLookup(loan => loan.PatronId);
        var judged = loans
            .Where(loan => loan.LentOn >= from)
            .Select(loan => (Loan: loan, Had: loan.PatronId is null ? [] : OutWith(byReader[loan.PatronId], loan)))
            .Select(pair => (pair.Loan, Before: Judge(pair.Loan, pair.Had, before), After: Judge(pair.Loan, pair.Had, after)))
            .ToList();
        return new ReplayResult(
            judged.Count,
            Tally(judged.Select(pair => (pair.Loan, pair.Before)), today),
            Tally(judged.Select(pair => (pair.Loan, pair.After)), today),
            judged.Count(pair => pair is { Before: not null, After: null }),
            judged.Count(pair => pair is { Before: null, After: not null }),
            judged.Count(pair => pair.After > pair.Before),
            judged.Count(pair => pair.After < pair.Before));
    }

    private static List<PastLoan> OutWith(IEnumerable<PastLoan> own, PastLoan loan) =>
        [.. own.Where(other => other.LentOn < loan.LentOn && (other.EndedOn is null || other.EndedOn >= loan.LentOn))];

    // The last day, or null when the rules refuse. What a reader owed on that day is not known any more, and does not count.
    private static DateOnly? Judge(PastLoan loan, List<PastLoan> had, DeskSetting setting)
    {
        var onThatDay = setting with { Today = loan.LentOn };
        var held = had.Select(other => new DeskLoan(other.ItemType, DueOn(other, setting) ?? other.LentOn)).ToList();
        var decision = LoanPolicy.Decide(
            new DeskItem("", loan.ItemType, ItemStatus.InStock), new DeskPatron("", loan.Category, null, held), onThatDay);
        return decision.Refusals.Count == 0 ? decision.DueOn : null;
    }

    private static DateOnly? DueOn(PastLoan loan, DeskSetting setting) =>
        setting.Rules.For(loan.Category, loan.ItemType) is { } rule ? LoanPolicy.DueOn(rule, setting with { Today = loan.LentOn }) : null;

    private static ReplayTally Tally(IEnumerable<(PastLoan Loan, DateOnly? DueOn)> judged, DateOnly today)
    {
        var (refused, late, days) = (0, 0, 0L);
        foreach (var (loan, dueOn) in judged)
        {
            if (dueOn is not { } last)
            {
                refused++;
                continue;
            }
            late += (loan.EndedOn ?? today) > last ? 1 : 0;
            days += last.DayNumber - loan.LentOn.DayNumber;
        }
        return new ReplayTally(refused, late, days);
    }
}
