using Platform.Model.Catalogue;
using Platform.Model.Patrons;

namespace Platform.Model.Circulation;

/// <summary>
/// A patron waits for any copy of a publication in one library (đặt trước). Served in the order of placing; closed in place.
/// </summary>
public sealed class Hold : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key; smaller is earlier in the queue.</summary>
    public long Id { get; init; }

    /// <summary>The library whose copies are waited for.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The publication.</summary>
    public required long RecordId { get; init; }

    /// <summary>Who waits; null once anonymised.</summary>
    public long? PatronId { get; set; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required HoldStatus Status { get; set; }

    /// <summary>The copy kept for the patron; null while waiting.</summary>
    public long? ItemId { get; set; }

    /// <summary>Last day on which the copy is kept; null while waiting.</summary>
    public DateOnly? KeptUntilOn { get; set; }

    /// <summary>When it ended; null while it is active.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The publication.</summary>
    public BibliographicRecord Record { get; init; } = null!;

    /// <summary>Who waits.</summary>
    public Patron? Patron { get; init; }

    /// <summary>The copy kept for the patron.</summary>
    public Item? Item { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Where a hold stands.</summary>
public enum HoldStatus : byte
{
    /// <summary>Waits for a copy.</summary>
    Waiting = 1,

    /// <summary>A copy is kept at the desk.</summary>
    Ready = 2,

    /// <summary>The patron got a copy.</summary>
    Fulfilled = 3,

    /// <summary>Taken back by the patron or the library.</summary>
    Cancelled = 4,

    /// <summary>The kept copy was not fetched in time.</summary>
    Expired = 5,
}
