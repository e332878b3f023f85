namespace Platform.Model.Sharing.Rotation;

/// <summary>Why a rotation plan cannot be made, changed or taken further.</summary>
public enum RotationRefusal : byte
{
    /// <summary>The group has a plan that is not closed.</summary>
    PlanExists = 1,

    /// <summary>The plan is not a draft any more.</summary>
    NotADraft = 2,

    /// <summary>The plan is not being carried out.</summary>
    NotRunning = 3,

    /// <summary>Items are neither home nor accounted for.</summary>
    StillMoving = 4,

    /// <summary>The plan moves nothing.</summary>
    NothingToMove = 5,

    /// <summary>Sender and receiver are the same library, or one is no member.</summary>
    NotTwoMembers = 6,

    /// <summary>The receiver holds the title.</summary>
    ReceiverHoldsIt = 7,

    /// <summary>The owner has too few free copies of the title.</summary>
    TooFewCopies = 8,

    /// <summary>The owner would fall below its minimum stock.</summary>
    OwnerAtMinimum = 9,

    /// <summary>The receiver's shelves are full.</summary>
    NoRoom = 10,
}

/// <summary>A set that the hub adds to a plan by hand, with what the rules look at.</summary>
/// <param name="Copies">Copies to be sent.</param>
/// <param name="FreeCopies">Copies of the title that are free to travel.</param>
/// <param name="MaySend">Items that the owner may still send without falling below its minimum.</param>
/// <param name="Room">Items that the receiver's shelves still take.</param>
/// <param name="ReceiverHoldsIt">Whether the receiver holds the title, or is being sent it.</param>
public sealed record AddedSet(int Copies, int FreeCopies, int MaySend, int Room, bool ReceiverHoldsIt);

/// <summary>Keeps the hub's own hand to the rules that bind the planner. Whether readers need the title the hub knows best. Pure.</summary>
public static class RotationEdit
{
    /// <summary>Why the set cannot be added; null when it can.</summary>
    public static RotationRefusal? Against(AddedSet set, RotationRules rules)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rules);
        if (set.ReceiverHoldsIt)
            return RotationRefusal.ReceiverHoldsIt;
        if (set.FreeCopies < rules.FewestCopies || set.Copies > set.FreeCopies - rules.KeepAtHome)
            return RotationRefusal.TooFewCopies;
        if (set.Copies > set.MaySend)
            return RotationRefusal.OwnerAtMinimum;
        return set.Copies > set.Room ? RotationRefusal.NoRoom : null;
    }
}
