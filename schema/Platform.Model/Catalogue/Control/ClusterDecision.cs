using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Control;

/// <summary>
/// The hub's word on two records: they describe the same publication, or they do not. It stands above every score, wherever records are
/// clustered, until it is undone; then the score counts again.
/// </summary>
public sealed class ClusterDecision : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that keeps the first record.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The library that keeps the other record.</summary>
    public required long OtherLibraryId { get; init; }

    /// <summary>The record with the smaller key.</summary>
    public required long RecordId { get; init; }

    /// <summary>The record with the greater key.</summary>
    public required long OtherId { get; init; }

    /// <summary>Whether they describe the same publication.</summary>
    public required bool IsSame { get; init; }

    /// <summary>Why, in the words of whoever decided; null when nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Who decided: an account or client, never a person's name.</summary>
    public required string Actor { get; init; }

    /// <summary>When it was undone, or another decision took its place; null while it holds.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>The first record.</summary>
    public BibliographicRecord Record { get; init; } = null!;

    /// <summary>The other record.</summary>
    public BibliographicRecord Other { get; init; } = null!;

    /// <summary>The library that keeps the first record.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}
