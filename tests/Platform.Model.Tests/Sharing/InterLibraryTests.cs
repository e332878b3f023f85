using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Model.Tests.Sharing;

/// <summary>Loans between libraries, and what members owe.</summary>
public sealed class InterLibraryTests
{
    private const long Borrower = 1;
    private const long Lender = 2;
    private const long NextOwner = 3;

    // Columns: accept, decline, send, receive, send back, receive back, cancel, lost; b borrower, l lender, x both.
    [Theory]
    [InlineData(InterLibraryState.Requested, "ll....b.")]
    [InlineData(InterLibraryState.Accepted, "..l...b.")]
    [InlineData(InterLibraryState.Sent, "...b...x")]
    [InlineData(InterLibraryState.Arrived, "....b..x")]
    [InlineData(InterLibraryState.SentBack, ".....l.x")]
    [InlineData(InterLibraryState.Closed, "........")]
    [InlineData(InterLibraryState.Unfilled, "........")]
    [InlineData(InterLibraryState.Cancelled, "........")]
    [InlineData(InterLibraryState.Lost, ".....l..")]
    public void EveryActionInEveryState_BelongsToOneSide(InterLibraryState state, string expected)
    {
        var found = Enum.GetValues<InterLibraryAction>().Select(action => (Next(state, action, Borrower), Next(state, action, Lender)) switch
        {
            (not null, not null) => 'x',
            (not null, null) => 'b',
            (null, not null) => 'l',
            _ => '.',
        });

        string.Concat(found).ShouldBe(expected);
        Enum.GetValues<InterLibraryAction>().ShouldAllBe(action => Next(state, action, NextOwner) == null);
    }

    [Fact]
    public void DeclinedRequest_GoesToTheNextOwner_OrEnds()
    {
        Next(InterLibraryState.Requested, InterLibraryAction.Decline, Lender).ShouldBe(InterLibraryState.Requested);
        InterLibraryStep.Decide(Loan(InterLibraryState.Requested), [Offer(Lender, OfferAnswer.Asked)], InterLibraryAction.Decline, Lender, isOnLoan: false).Next.ShouldBe(InterLibraryState.Unfilled);
    }

    [Theory]
    [InlineData(InterLibraryState.Accepted, InterLibraryAction.Send, Lender)]
    [InlineData(InterLibraryState.Arrived, InterLibraryAction.SendBack, Borrower)]
    [InlineData(InterLibraryState.Arrived, InterLibraryAction.ReportLost, Lender)]
    public void CopyThatAReaderHas_WaitsForTheDesk(InterLibraryState state, InterLibraryAction action, long library) =>
        InterLibraryStep.Decide(Loan(state), [], action, library, isOnLoan: true).ShouldBe(new InterLibraryDecision(null, InterLibraryRefusal.OnLoan));

    [Fact]
    public void Owners_AreAskedInTheOrderOfTheGroup()
    {
        LenderCandidate[] owners = [new(5, 2, 3, 4.0), new(6, 9, 0, 30.0), new(7, 0, 0, 1.0), new(8, 2, 0, null)];

        LenderOrder.Of(owners, LenderOrder.Usual).Select(o => o.LibraryId).ShouldBe([6, 8, 5]);
        LenderOrder.Of(owners, [LenderCriterion.Nearest]).Select(o => o.LibraryId).ShouldBe([5, 6, 8]);
        LenderOrder.ReasonOf(owners[0]).ShouldBe("Đã cho mượn 3 lượt trong học kỳ; còn 2 bản; cách 4.0 km.");
    }

    [Theory]
    [InlineData(InterLibraryState.Arrived, "2026-10-04", true)]
    [InlineData(InterLibraryState.Arrived, "2026-10-05", false)]
    [InlineData(InterLibraryState.Closed, "2026-10-04", false)]
    public void Overdue_IsWhatIsStillOutAfterItsLastDay(InterLibraryState state, string due, bool expected)
    {
        var loan = Loan(state);
        loan.DueOn = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);

        loan.IsOverdue(A.Today).ShouldBe(expected);
    }

    [Fact]
    public void Duties_AreMetOverdueOrLeftOut()
    {
        var duty = new SemesterDuty { GroupId = 1, Semester = "2026-2027-HK1", FewestEResources = 2, Rotates = false, ListsDueOn = A.Today.AddDays(-1) };
        var facts = new SemesterFacts(1, 0, new HashSet<SemesterListKind> { SemesterListKind.InterLibraryLoans });

        SemesterProgress.Of(duty, facts, A.Today).ShouldBe(
        [
            new DutyProgress(DutyKind.EResources, 2, 1, IsOverdue: true),
            new DutyProgress(DutyKind.EResourceList, 1, 0, IsOverdue: true),
            new DutyProgress(DutyKind.InterLibraryList, 1, 1, IsOverdue: false),
        ]);
    }

    private static InterLibraryState? Next(InterLibraryState state, InterLibraryAction action, long library) =>
        InterLibraryStep.Decide(Loan(state), [Offer(Lender, OfferAnswer.Asked), Offer(NextOwner, OfferAnswer.Waiting)], action, library, isOnLoan: false).Next;

    private static InterLibraryLoan Loan(InterLibraryState state) =>
        new() { GroupId = 1, BorrowerId = Borrower, LenderId = Lender, RecordId = 9, RequestedOn = A.Today, State = state };

    private static InterLibraryOffer Offer(long library, OfferAnswer answer) => new() { LibraryId = library, Position = 1, Reason = "", Answer = answer };
}
