using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Model.Sharing.Rotation;

/// <summary>A rotation of printed items for one semester: proposed by the planner, edited and approved by the hub, carried out, closed.</summary>
public sealed class RotationPlan : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group.</summary>
    public required long GroupId { get; init; }

    /// <summary>The semester, as <c>2026-2027-HK1</c>.</summary>
    public required string Semester { get; init; }

    /// <summary>How far the plan is.</summary>
    public RotationState State { get; set; } = RotationState.Draft;

    /// <summary>What the plan is worth, in thousandths of a point; see the planner.</summary>
    public required long Score { get; set; }

    /// <summary>What sending each title to the nearest library that needs it would be worth, in thousandths of a point.</summary>
    public required long BaselineScore { get; init; }

    /// <summary>The rules and weights that it was made by, as JSON.</summary>
    public string? Rules { get; init; }

    /// <summary>Why the plan is as it is: what it is worth and what stays at home, a line each.</summary>
    public string? Explanation { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Day on which the hub approved it; null until then.</summary>
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Day on which everything was home or accounted for; null until then.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The group.</summary>
    public LibraryGroup Group { get; init; } = null!;

    /// <summary>The items that travel.</summary>
    public ICollection<RotationMove> Moves { get; init; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>How far a rotation plan is.</summary>
public enum RotationState : byte
{
    /// <summary>Proposed; the hub may still edit it.</summary>
    Draft = 1,

    /// <summary>Approved: items travel by its manifests.</summary>
    Approved = 2,

    /// <summary>Everything is home or accounted for.</summary>
    Closed = 3,

    /// <summary>Given up before it was approved.</summary>
    Discarded = 4,
}

/// <summary>One item on its way in a rotation. Owner, holder and who should hold it are three things: see <see cref="HolderId"/>.</summary>
public sealed class RotationMove : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The plan.</summary>
    public long PlanId { get; init; }

    /// <summary>The item.</summary>
    public required long ItemId { get; init; }

    /// <summary>The owning library, which sends it.</summary>
    public required long OwnerId { get; init; }

    /// <summary>The library that should hold it for the semester.</summary>
    public required long ReceiverId { get; init; }

    /// <summary>Why it goes there, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Where it is on its way.</summary>
    public MoveState State { get; set; } = MoveState.Planned;

    /// <summary>Day on which the owner handed it over; null until then.</summary>
    public DateOnly? SentOn { get; set; }

    /// <summary>Day on which the receiver scanned it in; null until then.</summary>
    public DateOnly? ArrivedOn { get; set; }

    /// <summary>Day on which the receiver sent it back; null until then.</summary>
    public DateOnly? SentBackOn { get; set; }

    /// <summary>Day on which it came home or was accounted for; null until then.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>How a loss or damage was settled: replaced, paid, written off; null without one.</summary>
    public string? Settlement { get; set; }

    /// <summary>What was paid for a loss or damage, in whole đồng; null when nothing was.</summary>
    public long? SettledAmount { get; set; }

    /// <summary>The plan.</summary>
    public RotationPlan Plan { get; init; } = null!;

    /// <summary>The item.</summary>
    public Item Item { get; init; } = null!;

    /// <summary>The owning library.</summary>
    public Library Owner { get; init; } = null!;

    /// <summary>The library that should hold it.</summary>
    public Library Receiver { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The library that holds the item now; null while it travels or is lost.</summary>
    public long? HolderId => HolderOf(State, OwnerId, ReceiverId, SentBackOn);

    /// <summary>The library that holds an item in a state; null while it travels, is lost or was settled. A damaged one is with the owner once it was sent back.</summary>
    public static long? HolderOf(MoveState state, long ownerId, long receiverId, DateOnly? sentBackOn) => state switch
    {
        MoveState.Planned or MoveState.Home or MoveState.Cancelled => ownerId,
        MoveState.Damaged => sentBackOn is null ? receiverId : ownerId,
        MoveState.Arrived => receiverId,
        _ => null,
    };
}

/// <summary>Where an item of a rotation is.</summary>
public enum MoveState : byte
{
    /// <summary>With its owner, to be sent.</summary>
    Planned = 1,

    /// <summary>On the way to the receiver.</summary>
    Sent = 2,

    /// <summary>With the receiver.</summary>
    Arrived = 3,

    /// <summary>On the way home.</summary>
    SentBack = 4,

    /// <summary>Home again.</summary>
    Home = 5,

    /// <summary>Lost; to be settled.</summary>
    Lost = 6,

    /// <summary>Damaged, with the receiver, or with the owner when it came back so; to be settled.</summary>
    Damaged = 7,

    /// <summary>Lost or damaged, and settled between the libraries.</summary>
    Settled = 8,

    /// <summary>Taken out of the plan before it was sent.</summary>
    Cancelled = 9,
}
