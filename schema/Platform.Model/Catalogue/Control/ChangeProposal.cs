using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Control;

/// <summary>A change of a shared record that a member proposes and the hub accepts or returns.</summary>
public sealed class ChangeProposal : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The member that proposes.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The record.</summary>
    public required long RecordId { get; init; }

    /// <summary>The library that keeps the record.</summary>
    public required long KeeperId { get; init; }

    /// <summary>Version of the record that the member had read.</summary>
    public required int RecordVersion { get; init; }

    /// <summary>Where the proposal stands.</summary>
    public ProposalState State { get; set; } = ProposalState.Open;

    /// <summary>Why the member proposes it; null when nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>What the hub answered; null until then.</summary>
    public string? Message { get; set; }

    /// <summary>The rules by which the hub returned it, parted by commas; null when it named none.</summary>
    public string? Rules { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>When the hub decided; null until then.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The record as it was, so that the difference stays readable.</summary>
    public required byte[] Before { get; init; }

    /// <summary>How <see cref="Before"/> is to be read.</summary>
    public required StoredFormat BeforeFormat { get; init; }

    /// <summary>The record as it would be.</summary>
    public required byte[] After { get; init; }

    /// <summary>How <see cref="After"/> is to be read.</summary>
    public required StoredFormat AfterFormat { get; init; }

    /// <summary>The member that proposes.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>The record.</summary>
    public BibliographicRecord Record { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalState : byte
{
    /// <summary>Waits for the hub.</summary>
    Open = 1,

    /// <summary>The record is changed so.</summary>
    Accepted = 2,

    /// <summary>The hub sent it back and said why.</summary>
    Returned = 3,
}
