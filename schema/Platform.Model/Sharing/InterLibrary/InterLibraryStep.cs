namespace Platform.Model.Sharing.InterLibrary;

/// <summary>A step of an inter-library loan.</summary>
public enum InterLibraryAction : byte
{
    /// <summary>The owner that is asked agrees.</summary>
    Accept = 1,

    /// <summary>The owner that is asked does not lend; the next one is asked.</summary>
    Decline = 2,

    /// <summary>The lender hands the copy over.</summary>
    Send = 3,

    /// <summary>The borrower has got it.</summary>
    Receive = 4,

    /// <summary>The borrower sends it back.</summary>
    SendBack = 5,

    /// <summary>The lender has got it back; also a copy that was thought lost.</summary>
    ReceiveBack = 6,

    /// <summary>The borrower takes the request back.</summary>
    Cancel = 7,

    /// <summary>Either side reports the copy lost.</summary>
    ReportLost = 8,
}

/// <summary>Why a step of an inter-library loan is refused.</summary>
public enum InterLibraryRefusal : byte
{
    /// <summary>The step does not follow the state.</summary>
    WrongState = 1,

    /// <summary>The step belongs to the other library.</summary>
    OtherLibrary = 2,

    /// <summary>The library is not the one that is asked now.</summary>
    NotAsked = 3,

    /// <summary>The copy is not the owner's, not of this publication, not in stock or on loan.</summary>
    CopyNotAvailable = 4,

    /// <summary>The last day of the loan lies before today.</summary>
    DueInThePast = 5,

    /// <summary>No other member of the group has a copy to lend.</summary>
    NobodyHolds = 6,

    /// <summary>The library is in no group today.</summary>
    NotAMember = 7,

    /// <summary>The owner does not lend copies of this register to other libraries.</summary>
    TypeNotLent = 8,

    /// <summary>The loan would be longer than the owner lends.</summary>
    TooLong = 9,

    /// <summary>The owner lends nothing to other libraries on these days.</summary>
    NotLendingNow = 10,

    /// <summary>The owner has as many copies with other libraries as it lends at one time.</summary>
    TooManyOut = 11,

    /// <summary>Members hold free copies, but the conditions of all of them exclude the loan today.</summary>
    NobodyLends = 12,

    /// <summary>The copy is on loan to a reader: the desk takes it back, or reports it lost there, first.</summary>
    OnLoan = 13,
}

/// <summary>The next state of a loan, or why there is none.</summary>
public readonly record struct InterLibraryDecision(InterLibraryState? Next, InterLibraryRefusal? Refusal);

/// <summary>The one state machine of an inter-library loan, the same for both sides. Pure.</summary>
public static class InterLibraryStep
{
    /// <summary>Decides a step.</summary>
    /// <param name="loan">The loan as it stands.</param>
    /// <param name="offers">Its offers.</param>
    /// <param name="action">The step.</param>
    /// <param name="libraryId">The library that takes it.</param>
    /// <param name="isOnLoan">Whether a reader has the copy.</param>
    public static InterLibraryDecision Decide(InterLibraryLoan loan, IReadOnlyCollection<InterLibraryOffer> offers, InterLibraryAction action, long libraryId, bool isOnLoan)
    {
        ArgumentNullException.ThrowIfNull(loan);
        ArgumentNullException.ThrowIfNull(offers);
        if (NextOf(loan.State, action, HasAnotherOwner(offers)) is not { } next)
            return new(null, InterLibraryRefusal.WrongState);
        if (action is InterLibraryAction.Accept or InterLibraryAction.Decline)
            return offers.Any(o => o.LibraryId == libraryId && o.Answer is OfferAnswer.Asked) ? new(next, null) : new(null, InterLibraryRefusal.NotAsked);
        if (!IsTurnOf(loan, action, libraryId))
            return new(null, InterLibraryRefusal.OtherLibrary);
        // Past any other step the desk that lent the copy would not find it any more, and its loan could never end.
        return isOnLoan && action is not InterLibraryAction.Cancel ? new(null, InterLibraryRefusal.OnLoan) : new(next, null);
    }

    private static InterLibraryState? NextOf(InterLibraryState state, InterLibraryAction action, bool another) => (state, action) switch
    {
        (InterLibraryState.Requested, InterLibraryAction.Accept) => InterLibraryState.Accepted,
        (InterLibraryState.Requested, InterLibraryAction.Decline) => another ? InterLibraryState.Requested : InterLibraryState.Unfilled,
        (InterLibraryState.Requested or InterLibraryState.Accepted, InterLibraryAction.Cancel) => InterLibraryState.Cancelled,
        (InterLibraryState.Accepted, InterLibraryAction.Send) => InterLibraryState.Sent,
        (InterLibraryState.Sent, InterLibraryAction.Receive) => InterLibraryState.Arrived,
        (InterLibraryState.Arrived, InterLibraryAction.SendBack) => InterLibraryState.SentBack,
        (InterLibraryState.SentBack or InterLibraryState.Lost, InterLibraryAction.ReceiveBack) => InterLibraryState.Closed,
        (InterLibraryState.Sent or InterLibraryState.Arrived or InterLibraryState.SentBack, InterLibraryAction.ReportLost) => InterLibraryState.Lost,
        _ => null,
    };

    private static bool HasAnotherOwner(IReadOnlyCollection<InterLibraryOffer> offers) => offers.Any(o => o.Answer is OfferAnswer.Waiting);

    private static bool IsTurnOf(InterLibraryLoan loan, InterLibraryAction action, long libraryId) => action switch
    {
        InterLibraryAction.Send or InterLibraryAction.ReceiveBack => libraryId == loan.LenderId,
        InterLibraryAction.Receive or InterLibraryAction.SendBack or InterLibraryAction.Cancel => libraryId == loan.BorrowerId,
        InterLibraryAction.ReportLost => libraryId == loan.LenderId || libraryId == loan.BorrowerId,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };
}
