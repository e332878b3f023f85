namespace Platform.Model.Patrons;

/// <summary>That a teacher may see a class in some days: the pupils' cards and what they have on loan. Without a grant a teacher sees nobody.</summary>
public sealed class ClassGrant : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The school's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The class.</summary>
    public required long ClassId { get; init; }

    /// <summary>The teacher's card.</summary>
    public required long TeacherId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly UntilOn { get; set; }

    /// <summary>The class.</summary>
    public SchoolClass Class { get; init; } = null!;

    /// <summary>The teacher's card.</summary>
    public Patron Teacher { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}
