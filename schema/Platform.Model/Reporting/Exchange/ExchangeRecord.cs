using Platform.Model.Libraries;

namespace Platform.Model.Reporting.Exchange;

/// <summary>
/// What was last sent to the sector database about one object: its number (<c>phienban</c>) only grows, and a receiver ignores what is
/// not above the number it holds. Cancelled objects stay here as tombstones, so that their numbers are never used again.
/// </summary>
public sealed class ExchangeRecord : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that sends.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Name of the object in the exchange, for example <c>hoclieudientu</c>.</summary>
    public required string Object { get; init; }

    /// <summary>The record's natural key (<c>idbanghi</c>), the same in every exchange.</summary>
    public required string RecordId { get; init; }

    /// <summary>The last number sent (<c>phienban</c>), from 1.</summary>
    public required int Number { get; set; }

    /// <summary>What was last said of the object.</summary>
    public required ExchangeEvent Event { get; set; }

    /// <summary>SHA-256, hexadecimal, of the data last sent.</summary>
    public required string ContentHash { get; set; }

    /// <summary>When it last changed (<c>thoigiancapnhat</c>).</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Edition of the batch that carried it last; what is in a batch that did not arrive is sent again under a greater number.</summary>
    public required int Edition { get; set; }

    /// <summary>The library that sends.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What a record says of its object (<c>sukien</c>).</summary>
public enum ExchangeEvent : byte
{
    /// <summary>It is new: <c>NEW</c>.</summary>
    New = 1,

    /// <summary>It changed: <c>UPdate</c>, in this odd spelling.</summary>
    Update = 2,

    /// <summary>It is no more: <c>CANCEL</c>.</summary>
    Cancel = 3,
}
