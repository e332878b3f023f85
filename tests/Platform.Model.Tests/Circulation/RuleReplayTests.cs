using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Model.Tests.Circulation;

/// <summary>Loans of the past under another rule.</summary>
public sealed class RuleReplayTests
{
    private static readonly DateOnly From = new(2026, 9, 7);
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Fact]
    public void SmallerLimit_RefusesWhatExceededIt_ByWhatReadersReallyHad()
    {
        var result = Replay(
            Rule(limit: 2), Rule(limit: 1),
            Loan(1, 0, 10), Loan(1, 5, 9), Loan(1, 11, 12), Loan(2, 5, 6), Loan(null, 5, 6));

        (result.Loans, result.Before.Refused, result.After.Refused, result.NewlyRefused, result.NewlyAllowed).ShouldBe((5, 0, 1, 1, 0));
    }

    [Fact]
    public void LongerLoans_AreLessOftenLate()
    {
        var result = Replay(Rule(days: 7), Rule(days: 14), Loan(1, 0, 7), Loan(2, 0, 8), Loan(3, 0, 15), Loan(4, 0, null));

        (result.Before.Late, result.After.Late, result.Longer, result.Shorter).ShouldBe((3, 2, 4, 0));
        (result.Before.Days, result.After.Days).ShouldBe((28L, 56L));
    }

    [Fact]
    public void LoanFromBeforeTheTime_CountsAsOut_AndIsNotJudged()
    {
        var result = Replay(Rule(limit: 1), Rule(limit: 2), Loan(1, -5, 3), Loan(1, 0, 2));

        (result.Loans, result.Before.Refused, result.NewlyAllowed).ShouldBe((1, 1, 1));
    }

    private static ReplayResult Replay(LoanRule before, LoanRule after, params PastLoan[] loans) =>
        RuleReplay.Run(loans, From, Setting(before), Setting(after), Today);

    private static DeskSetting Setting(LoanRule rule) => new(new LoanRules([rule]), OpeningDays.Always, SchoolYears.Usual, From);

    private static LoanRule Rule(int limit = 5, int days = 14) => new() { LoanLimit = limit, LoanDays = days };

    private static PastLoan Loan(long? patron, int lent, int? ended) =>
        new(patron, PatronCategory.Pupil, ItemType.ReferenceBook, From.AddDays(lent), ended is { } day ? From.AddDays(day) : null);
}
