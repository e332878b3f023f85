using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Model.Circulation;

/// <summary>
/// A transfer of copies for good from one library's stock to another's by a decision (chuyển giao, điều chuyển): prepared by the library that gives,
/// accepted or refused by the one that receives. With the acceptance the copies leave the giver's register under the decision's number and stand in
/// the receiver's with numbers of its own; loans, past reports and the giver's lines stay as they were. A rotation, which comes back, is another thing.
/// </summary>
public sealed class ItemTransfer : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that gives.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The library that receives.</summary>
    public required long ToLibraryId { get; init; }

    /// <summary>Number of the decision (số quyết định).</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Why the copies move.</summary>
    public required string Reason { get; init; }

    /// <summary>The day on which the document was prepared.</summary>
    public required DateOnly PreparedOn { get; init; }

    /// <summary>Where it stands.</summary>
    public ItemTransferState State { get; set; } = ItemTransferState.Prepared;

    /// <summary>The day on which it was accepted, refused or cancelled; null before. Copies leave one register and enter the other on the day of acceptance.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Why the receiver refused; null otherwise.</summary>
    public string? RefusedBecause { get; set; }

    /// <summary>The library that gives.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>The library that receives.</summary>
    public Library ToLibrary { get; init; } = null!;

    /// <summary>The copies.</summary>
    public ICollection<ItemTransferLine> Lines { get; init; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A copy in a transfer.</summary>
public sealed class ItemTransferLine : ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that gives.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The library that receives.</summary>
    public required long ToLibraryId { get; init; }

    /// <summary>The transfer.</summary>
    public long TransferId { get; init; }

    /// <summary>The copy as the giver's register has it.</summary>
    public required long ItemId { get; init; }

    /// <summary>The copy as the receiver's register has it; null before it is accepted.</summary>
    public long? NewItemId { get; set; }

    /// <summary>Whether the transfer waits for an answer: a copy stands in one that waits at most.</summary>
    public bool IsWaiting { get; set; } = true;

    /// <summary>The transfer.</summary>
    public ItemTransfer Transfer { get; init; } = null!;

    /// <summary>The copy as the giver's register has it.</summary>
    public Item Item { get; init; } = null!;

    /// <summary>The copy as the receiver's register has it; null before it is accepted.</summary>
    public Item? NewItem { get; set; }
}

/// <summary>Where a transfer of copies stands.</summary>
public enum ItemTransferState : byte
{
    /// <summary>Prepared by the giver; the copies are still its own and are lent as before.</summary>
    Prepared = 1,

    /// <summary>Accepted: the copies are the receiver's.</summary>
    Accepted = 2,

    /// <summary>Refused by the receiver: nothing moved.</summary>
    Refused = 3,

    /// <summary>Taken back by the giver: nothing moved.</summary>
    Cancelled = 4,
}
