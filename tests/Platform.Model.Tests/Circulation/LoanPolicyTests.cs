using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Model.Tests.Circulation;

/// <summary>Who may borrow what until when: every reason alone, and all of them together.</summary>
public sealed class LoanPolicyTests
{
    private static readonly DateOnly Monday = new(2026, 10, 5);
    private static readonly DeskItem Book = new("TK.00172", ItemType.ReferenceBook, ItemStatus.InStock);
    private static readonly DeskPatron Pupil = new("HS001", PatronCategory.Pupil, null, []);
    private static readonly LoanRule Any = new() { Id = 1, LoanLimit = 2, LoanDays = 14, RenewalLimit = 1, OverdueLimit = 1, DebtLimit = 20_000 };

    public static TheoryData<string, DeskItem, DeskPatron, RefusalCode, bool, string> SingleReasons { get; } = new()
    {
        { "withdrawn", Book with { Status = ItemStatus.Withdrawn }, Pupil, RefusalCode.ItemWithdrawn, false, "Item 'TK.00172' is withdrawn from the stock." },
        { "lost", Book with { Status = ItemStatus.Lost }, Pupil, RefusalCode.ItemLost, false, "Item 'TK.00172' is reported lost: report it found first." },
        { "damaged", Book with { Status = ItemStatus.Damaged }, Pupil, RefusalCode.ItemDamaged, true, "Item 'TK.00172' is damaged." },
        { "reading room", Book with { Status = ItemStatus.ReferenceOnly }, Pupil, RefusalCode.ItemForReadingRoomOnly, true, "Item 'TK.00172' is read in the library only." },
        { "on loan", Book with { LentUntil = new DateOnly(2026, 12, 7) }, Pupil, RefusalCode.ItemOnLoan, false, "Item 'TK.00172' is on loan until 2026-12-07." },
        { "kept", Book with { KeptUntil = new DateOnly(2026, 10, 8) }, Pupil, RefusalCode.ItemKeptForAnother, true, "Item 'TK.00172' is kept for another patron until 2026-10-08." },
        { "card closed", Book, Pupil with { LeftOn = new DateOnly(2026, 10, 4) }, RefusalCode.CardClosed, false, "Card 'HS001' was valid until 2026-10-04." },
        { "limit", Book, Pupil with { Loans = [Open(14), Open(14)] }, RefusalCode.LoanLimitReached, true, "The patron has 2 items on loan and may have 2." },
        { "overdue", Book, Pupil with { Loans = [Open(-1)] }, RefusalCode.HasOverdueLoans, true, "The patron has 1 overdue items; from 1 on nothing more is lent." },
        { "debt", Book, Pupil with { Owed = 20_000 }, RefusalCode.OwesMoney, true, "The patron owes 20000 đồng; from 20000 on nothing more is lent." },
    };

    [Theory, MemberData(nameof(SingleReasons))]
    public void OneReason_IsNamedWithItsValue(string what, DeskItem item, DeskPatron patron, RefusalCode code, bool canOverride, string sentence)
    {
        var refusal = LoanPolicy.Decide(item, patron, Setting([Any])).Refusals.ShouldHaveSingleItem(what);

        (refusal.Code, refusal.CanOverride, refusal.English).ShouldBe((code, canOverride, sentence));
        refusal.OverrideToken("TK.00172", "HS001").ShouldBe(canOverride ? refusal.OverrideToken("TK.00172", "HS001") : null);
        (refusal.OverrideToken("TK.00172", "HS001") is null).ShouldBe(!canOverride);
    }

    [Fact]
    public void NoReason_LendsForTheRulesDays()
    {
        var decision = LoanPolicy.Decide(Book, Pupil, Setting([Any]));

        decision.Refusals.ShouldBeEmpty();
        decision.DueOn.ShouldBe(new DateOnly(2026, 10, 19));
        decision.Rule.ShouldBe(Any);
    }

    [Fact]
    public void LastDayOfTheCard_StillCounts() =>
        LoanPolicy.Decide(Book, Pupil with { LeftOn = Monday }, Setting([Any])).Refusals.ShouldBeEmpty();

    [Fact]
    public void ManyReasons_AreAllNamed_ThoseThatCannotBeOverriddenFirst()
    {
        var item = Book with { Status = ItemStatus.Damaged, LentUntil = Monday };
        var patron = Pupil with { LeftOn = Monday.AddDays(-1), Loans = [Open(-3), Open(1)], Owed = 50_000 };

        LoanPolicy.Decide(item, patron, Setting([Any])).Refusals.Select(r => r.Code).ShouldBe(
        [
            RefusalCode.ItemOnLoan, RefusalCode.CardClosed,
            RefusalCode.ItemDamaged, RefusalCode.LoanLimitReached, RefusalCode.HasOverdueLoans, RefusalCode.OwesMoney,
        ]);
    }

    [Fact]
    public void NoRule_IsARefusal_NotAnError()
    {
        var decision = LoanPolicy.Decide(Book, Pupil, Setting([]));

        decision.Refusals.ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.NoRule);
        (decision.Rule, decision.DueOn).ShouldBe((null, null));
    }

    [Fact]
    public void RuleForOneType_CountsThatTypeOnly()
    {
        var books = new LoanRule { Id = 2, ItemType = ItemType.ReferenceBook, LoanLimit = 1, LoanDays = 7 };
        var patron = Pupil with { Loans = [new DeskLoan(ItemType.Textbook, Monday.AddDays(1)), new DeskLoan(ItemType.Textbook, Monday.AddDays(1))] };

        LoanPolicy.Decide(Book, patron, Setting([books])).Refusals.ShouldBeEmpty();
        LoanPolicy.Decide(Book, patron with { Loans = [.. patron.Loans, Open(3)] }, Setting([books]))
            .Refusals.ShouldHaveSingleItem().English.ShouldBe("The patron has 1 items on loan and may have 1.");
    }

    [Fact]
    public void OverrideToken_FitsThisItemThisPatronAndThisValueOnly()
    {
        var (two, three) = (Refusals.LoanLimitReached(2, 2), Refusals.LoanLimitReached(3, 2));

        two.OverrideToken("A", "1").ShouldNotBe(two.OverrideToken("B", "1"));
        two.OverrideToken("A", "1").ShouldNotBe(two.OverrideToken("A", "2"));
        two.OverrideToken("A", "1").ShouldNotBe(three.OverrideToken("A", "1"));
        two.OverrideToken("A", "1").ShouldBe(Refusals.LoanLimitReached(2, 2).OverrideToken("A", "1"));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(0, 0)]
    [InlineData(-3, 1_500)]
    [InlineData(-30, 5_000)]
    public void Fine_GrowsByTheDay_UpToItsLimit(int daysLeft, long fine)
    {
        var rule = new LoanRule { LoanLimit = 1, LoanDays = 1, FinePerDay = 500, FineLimit = 5_000 };

        LoanPolicy.Fine(rule, Monday.AddDays(daysLeft), Monday).ShouldBe(fine);
    }

    [Fact]
    public void DefaultRule_IsFineFree() =>
        LoanPolicy.Fine(Any, Monday.AddDays(-100), Monday).ShouldBe(0);

    private static DeskLoan Open(int days) => new(ItemType.ReferenceBook, Monday.AddDays(days));

    private static DeskSetting Setting(IReadOnlyList<LoanRule> rules) => new(new LoanRules(rules), OpeningDays.Always, SchoolYears.Usual, Monday);
}
