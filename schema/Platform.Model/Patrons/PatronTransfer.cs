using Platform.Model.Libraries;

namespace Platform.Model.Patrons;

/// <summary>
/// A person who moves to another school of the platform (chuyển trường): offered by the library that is left, accepted by the new one,
/// which makes a card of its own. What was read stays behind.
/// </summary>
public sealed class PatronTransfer : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that is left.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The library that takes the person in.</summary>
    public required long ToLibraryId { get; init; }

    /// <summary>The card that is left.</summary>
    public required long PatronId { get; init; }

    /// <summary>Full name, for the new library; null once the transfer is over.</summary>
    public string? FullName { get; set; }

    /// <summary>The Ministry's code, for the new library; null once the transfer is over, or when there is none.</summary>
    public string? MinistryCode { get; set; }

    /// <summary>Category of the person.</summary>
    public required PatronCategory Category { get; init; }

    /// <summary>Grade of a pupil.</summary>
    public int? Grade { get; init; }

    /// <summary>The day it was offered.</summary>
    public required DateOnly OfferedOn { get; init; }

    /// <summary>Where it stands.</summary>
    public TransferState State { get; set; } = TransferState.Offered;

    /// <summary>The card that the new library made; null before.</summary>
    public long? NewPatronId { get; set; }

    /// <summary>The library that is left.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>The library that takes the person in.</summary>
    public Library ToLibrary { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Where a transfer stands.</summary>
public enum TransferState : byte
{
    /// <summary>Offered to the new library.</summary>
    Offered = 1,

    /// <summary>The new library made a card, and the old one is closed.</summary>
    Accepted = 2,

    /// <summary>Taken back by the old library.</summary>
    Cancelled = 3,

    /// <summary>Declined by the new library.</summary>
    Declined = 4,
}
