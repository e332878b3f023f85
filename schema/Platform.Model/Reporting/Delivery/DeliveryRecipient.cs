using Platform.Model.Libraries;

namespace Platform.Model.Reporting.Delivery;

/// <summary>Where a managing body takes reports, dated: bodies come and go, addresses change, and old deliveries keep theirs.</summary>
public sealed class DeliveryRecipient : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The body that receives.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>How it takes them.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>Where: a folder or remote folder relative to the channel's root, a mail address, or a path under the interface's address.</summary>
    public required string Address { get; set; }

    /// <summary>Code of the only definition that goes there; empty for all that have no recipient of their own on this channel.</summary>
    public string DefinitionCode { get; init; } = "";

    /// <summary>Whether a person enters the receiver's receipt after handing over, as for files uploaded to the portal.</summary>
    public required bool NeedsConfirmation { get; set; }

    /// <summary>First day on which deliveries go there.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>The body that receives.</summary>
    public Organisation Organisation { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}
