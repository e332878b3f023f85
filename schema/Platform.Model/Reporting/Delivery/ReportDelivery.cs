using Platform.Model.Libraries;

namespace Platform.Model.Reporting.Delivery;

/// <summary>
/// A line of the delivery ledger: one report, or one batch for the sector database, on its way to one receiver. The unique
/// <see cref="Key"/> lets it be entered once, however often a schedule fires; the lease lets one worker at a time send it; the
/// content is addressed by its hash, so that every attempt sends the same bytes.
/// </summary>
public sealed class ReportDelivery : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that sends.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The delivery's natural key: see <see cref="DeliveryKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The key without its edition: what all corrections of one report have in common.</summary>
    public required string Subject { get; init; }

    /// <summary>1 for the first, then one more for each correction.</summary>
    public required int Edition { get; init; }

    /// <summary>Code of the report definition or exchange object.</summary>
    public required string DefinitionCode { get; init; }

    /// <summary>Version of the definition.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Code of the period.</summary>
    public required string Period { get; init; }

    /// <summary>The body that receives.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>How it travels.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>Where it goes: the recipient's address on the day it was entered.</summary>
    public required string Address { get; init; }

    /// <summary>Whether handing over is not enough and a person enters the receiver's receipt.</summary>
    public required bool NeedsConfirmation { get; init; }

    /// <summary>What it is, in words for a person: the subject of a mail.</summary>
    public required string Title { get; init; }

    /// <summary>SHA-256, hexadecimal, over names, media types and hashes of the files, in order.</summary>
    public required string ContentHash { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; set; } = DeliveryState.Waiting;

    /// <summary>How often a worker has taken it up since it was entered or last released by hand.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is to be sent at the earliest.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Until when the worker that sends it may do so; afterwards another one takes it up.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The worker that holds the lease.</summary>
    public string? LeasedBy { get; set; }

    /// <summary>Grows with every lease: a worker that lost its lease can no longer write, because it holds an older number.</summary>
    public long Fence { get; set; }

    /// <summary>The receiver's own number or words for what it received.</summary>
    public string? Receipt { get; set; }

    /// <summary>When the receipt came.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }

    /// <summary>Who entered the receipt by hand; null when the receiver's system gave it.</summary>
    public string? ConfirmedBy { get; set; }

    /// <summary>The receiver's refusal, the reason for which it is dead, or the last fault.</summary>
    public string? Message { get; set; }

    /// <summary>The files, in the order in which they are sent.</summary>
    public ICollection<DeliveryFile> Files { get; init; } = [];

    /// <summary>Every time a worker took it up.</summary>
    public ICollection<DeliveryAttempt> AttemptLog { get; init; } = [];

    /// <summary>The library that sends.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>The body that receives.</summary>
    public Organisation Organisation { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}
