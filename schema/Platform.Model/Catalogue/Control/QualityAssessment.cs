using Platform.Model.Catalogue.Checks;
using Platform.Model.Libraries;

namespace Platform.Model.Catalogue.Control;

/// <summary>How good a library's records were on a day, by the rules of cataloguing.</summary>
public sealed class QualityAssessment : IVersioned, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset AssessedAt { get; init; }

    /// <summary>How many records were looked at: the newest 50,000 at most.</summary>
    public required int Records { get; init; }

    /// <summary>The mean of the records' scores, 0 to 100; 0 for a library without records.</summary>
    public required double Score { get; init; }

    /// <summary>Records with at least one error.</summary>
    public required int WithErrors { get; init; }

    /// <summary>Records with at least one warning.</summary>
    public required int WithWarnings { get; init; }

    /// <summary>How many records break which rule.</summary>
    public ICollection<QualityCount> Counts { get; init; } = [];

    /// <summary>The library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>How many records break a rule.</summary>
public sealed class QualityCount
{
    /// <summary>The assessment.</summary>
    public long AssessmentId { get; init; }

    /// <summary>The rule.</summary>
    public required CatalogueRule Rule { get; init; }

    /// <summary>The records.</summary>
    public required int Records { get; init; }
}
