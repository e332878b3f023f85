namespace Platform.Model.Sharing.Rotation;

/// <summary>What a library does with an item of a rotation.</summary>
public enum MoveAction : byte
{
    /// <summary>The owner scans it out.</summary>
    Send = 1,

    /// <summary>The receiver scans it in.</summary>
    Receive = 2,

    /// <summary>The receiver scans it out at the end.</summary>
    SendBack = 3,

    /// <summary>The owner scans it in again.</summary>
    ReceiveBack = 4,

    /// <summary>Owner or receiver reports it lost.</summary>
    ReportLost = 5,

    /// <summary>The receiver reports it damaged while it holds it, or the owner when it comes back so.</summary>
    ReportDamaged = 6,

    /// <summary>The owner agrees how loss or damage is made good. With it the item is the owner's to deal with again.</summary>
    Settle = 7,

    /// <summary>The owner keeps it back.</summary>
    Cancel = 8,
}

/// <summary>Why an item cannot take a step of its rotation.</summary>
public enum MoveRefusal : byte
{
    /// <summary>The plan is not approved, or closed.</summary>
    PlanNotRunning = 1,

    /// <summary>The step does not follow where the item is.</summary>
    WrongState = 2,

    /// <summary>The step belongs to the other library.</summary>
    OtherLibrary = 3,

    /// <summary>The item is on loan to a reader: the desk takes it back, or reports it lost or damaged there, first.</summary>
    OnLoan = 4,

    /// <summary>A settlement must be described.</summary>
    NoSettlement = 5,

    /// <summary>No item of this number travels between the library and another in this plan.</summary>
    NotInPlan = 6,

    /// <summary>Several items of this number could be meant: scan the manifest's barcode, which names the school.</summary>
    SeveralItems = 7,
}

/// <summary>Where an item goes next, or why it does not.</summary>
public readonly record struct MoveDecision(MoveState? Next, MoveRefusal? Refusal);

/// <summary>The way of an item through a rotation: out, in, back, home; lost and damaged ones are settled. Pure.</summary>
public static class Movement
{
    /// <summary>Decides a step.</summary>
    /// <param name="plan">State of the plan.</param>
    /// <param name="move">The item's move as it stands.</param>
    /// <param name="action">The step.</param>
    /// <param name="libraryId">The library that takes it.</param>
    /// <param name="isOnLoan">Whether a reader has the item.</param>
    public static MoveDecision Decide(RotationState plan, RotationMove move, MoveAction action, long libraryId, bool isOnLoan)
    {
        ArgumentNullException.ThrowIfNull(move);
        if (plan is not RotationState.Approved)
            return new(null, MoveRefusal.PlanNotRunning);
        if (NextOf(move.State, action) is not { } next)
            return new(null, MoveRefusal.WrongState);
        if (!IsTurnOf(move, action, libraryId))
            return new(null, MoveRefusal.OtherLibrary);
        // Past any other step the desk that lent the item would not find it any more, and its loan could never end.
        return isOnLoan && action is not MoveAction.Cancel ? new(null, MoveRefusal.OnLoan) : new(next, null);
    }

    /// <summary>Whether everything of a plan is home or accounted for.</summary>
    public static bool IsAccountedFor(MoveState state) => state is MoveState.Home or MoveState.Settled or MoveState.Cancelled;

    private static MoveState? NextOf(MoveState state, MoveAction action) => (state, action) switch
    {
        (MoveState.Planned, MoveAction.Send) => MoveState.Sent,
        (MoveState.Planned, MoveAction.Cancel) => MoveState.Cancelled,
        (MoveState.Sent, MoveAction.Receive) => MoveState.Arrived,
        (MoveState.Arrived, MoveAction.SendBack) => MoveState.SentBack,
        (MoveState.SentBack, MoveAction.ReceiveBack) => MoveState.Home,
        (MoveState.Sent or MoveState.Arrived or MoveState.SentBack, MoveAction.ReportLost) => MoveState.Lost,
        (MoveState.Arrived or MoveState.SentBack, MoveAction.ReportDamaged) => MoveState.Damaged,
        // A book that was thought lost turns up and goes home.
        (MoveState.Lost or MoveState.Damaged, MoveAction.ReceiveBack) => MoveState.Home,
        (MoveState.Lost or MoveState.Damaged, MoveAction.Settle) => MoveState.Settled,
        _ => null,
    };

    private static bool IsTurnOf(RotationMove move, MoveAction action, long libraryId) => action switch
    {
        MoveAction.Send or MoveAction.ReceiveBack or MoveAction.Settle or MoveAction.Cancel => libraryId == move.OwnerId,
        MoveAction.Receive or MoveAction.SendBack => libraryId == move.ReceiverId,
        MoveAction.ReportDamaged => libraryId == (move.State is MoveState.SentBack ? move.OwnerId : move.ReceiverId),
        MoveAction.ReportLost => libraryId == move.OwnerId || libraryId == move.ReceiverId,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };
}
