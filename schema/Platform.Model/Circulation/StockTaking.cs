using Platform.Model.Catalogue;

namespace Platform.Model.Circulation;

/// <summary>A stock-taking (kiểm kê): the copies of a library, or of one register, are scanned by any number of devices until it is closed.</summary>
public sealed class StockTaking : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>What it is called in the minutes.</summary>
    public required string Name { get; init; }

    /// <summary>The register that is counted; null for all.</summary>
    public ItemType? ItemType { get; init; }

    /// <summary>When it began; copies that came into the stock later are not missed.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was closed; null while devices may scan.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>How many copies were missing at closing; null before.</summary>
    public int? Missing { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>One copy in a stock-taking: scanned, or found missing at closing. A copy stands in it once, however often it is scanned.</summary>
public sealed class StockTakingLine : ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The stock-taking.</summary>
    public required long StockTakingId { get; init; }

    /// <summary>The number as scanned (số ĐKCB).</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>The copy; null where the library has none of that number.</summary>
    public long? ItemId { get; init; }

    /// <summary>What the scan says against the register.</summary>
    public required StockFinding Finding { get; init; }

    /// <summary>The device that scanned it first; null for a missing copy.</summary>
    public string? Device { get; init; }

    /// <summary>When it was scanned, or found missing.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The copy.</summary>
    public Item? Item { get; init; }
}

/// <summary>What stock-taking says about a copy.</summary>
public enum StockFinding : byte
{
    /// <summary>On the shelf, as the register says.</summary>
    Present = 1,

    /// <summary>On the shelf, though it has an open loan.</summary>
    PresentThoughOnLoan = 2,

    /// <summary>On the shelf, though it is reported lost.</summary>
    PresentThoughLost = 3,

    /// <summary>On the shelf, though it is withdrawn.</summary>
    PresentThoughWithdrawn = 4,

    /// <summary>On the shelf, but of another register than the one that is counted.</summary>
    OtherRegister = 5,

    /// <summary>The library has no copy of that number.</summary>
    Unknown = 6,

    /// <summary>Neither on the shelf nor on loan (mất).</summary>
    Missing = 7,
}
