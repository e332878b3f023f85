namespace Platform.Model.Patrons;

/// <summary>The yearly move of all classes of a school into the next school year, made in one transaction and reversible as one.</summary>
public sealed class ClassPromotion : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The school's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The calendar year in which the school year that ends began.</summary>
    public required int FromStartYear { get; init; }

    /// <summary>First day in the new classes.</summary>
    public required DateOnly On { get; init; }

    /// <summary>How many pupils moved into a class of the next year, repeaters included.</summary>
    public required int Moved { get; init; }

    /// <summary>How many pupils of the last grade left the school.</summary>
    public required int Left { get; init; }

    /// <summary>When it was taken back; null while it holds.</summary>
    public DateTimeOffset? RevertedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
