using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Model.Tests.Circulation;

/// <summary>Renewals and holds: who may, who may not, and why.</summary>
public sealed class RenewalPolicyTests
{
    private static readonly DateOnly Monday = new(2026, 10, 5);
    private static readonly DeskItem Book = new("TK.1", ItemType.ReferenceBook, ItemStatus.InStock);
    private static readonly DeskPatron Pupil = new("HS1", PatronCategory.Pupil, null, []);
    private static readonly LoanRule Rule = new() { Id = 1, LoanLimit = 5, LoanDays = 14, RenewalLimit = 1, HoldLimit = 2 };
    private static readonly DeskSetting Setting = new(new LoanRules([Rule]), OpeningDays.Always, SchoolYears.Usual, Monday);

    [Fact]
    public void RunningLoan_IsRenewedFromToday()
    {
        var decision = RenewalPolicy.Decide(Loan(Monday.AddDays(2)), Book, Pupil, 0, Setting);

        decision.Refusals.ShouldBeEmpty();
        decision.DueOn.ShouldBe(new DateOnly(2026, 10, 19));
    }

    [Fact]
    public void OverdueLoan_MayStillBeRenewed() =>
        RenewalPolicy.Decide(Loan(Monday.AddDays(-2)), Book, Pupil, 0, Setting).Refusals.ShouldBeEmpty();

    [Fact]
    public void EveryReason_IsNamed()
    {
        var loan = Loan(Monday.AddDays(14));
        (loan.Renewals, loan.RecalledAt) = (1, A.Noon);

        RenewalPolicy.Decide(loan, Book, Pupil, 3, Setting).Refusals.Select(r => r.English).ShouldBe(
        [
            "Renewing today would not move the due day 2026-10-19.",
            "The loan was renewed 1 times and may not be renewed again.",
            "The library asked for the item back by 2026-10-19.",
            "3 other patrons wait for this publication.",
        ]);
    }

    [Fact]
    public void Hold_OnABookThatIsOut_IsAllowed() =>
        HoldPolicy.Decide(new WantedRecord([Book], null, null, false), Pupil, Setting).ShouldBeEmpty();

    [Fact]
    public void Hold_AgainstEveryReason_NamesThemAll() =>
        HoldPolicy.Decide(new WantedRecord([Book], "TK.1", Monday, true), Pupil with { Holds = 2 }, Setting).Select(r => r.Code).ShouldBe(
        [
            RefusalCode.AlreadyOnHold, RefusalCode.AlreadyBorrowed, RefusalCode.CopyOnShelf, RefusalCode.HoldLimitReached,
        ]);

    [Fact]
    public void Hold_WithoutAnyCopy_IsRefused() =>
        HoldPolicy.Decide(new WantedRecord([], null, null, false), Pupil, Setting).ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.NoCopy);

    private static Loan Loan(DateOnly dueOn) => new()
    {
        LibraryId = 1,
        ItemId = 1,
        Kind = LoanKind.Home,
        PatronCategory = PatronCategory.Pupil,
        ItemType = ItemType.ReferenceBook,
        LentAt = A.Noon.AddDays(-10),
        LentOn = Monday.AddDays(-10),
        DueOn = dueOn,
    };
}
