using Platform.Model.Patrons;

namespace Platform.Model.Circulation;

/// <summary>A set of textbooks lent to a whole class in one operation; its loans are ordinary loans of the pupils.</summary>
public sealed class ClassSet : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that lends.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The class.</summary>
    public required long ClassId { get; init; }

    /// <summary>When the set was handed out.</summary>
    public required DateTimeOffset LentAt { get; init; }

    /// <summary>Last day of its loans at handing out.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>How many copies were handed out.</summary>
    public required int Copies { get; init; }

    /// <summary>Whether the loans are free lending of textbooks under NĐ 271/2026.</summary>
    public required bool IsFreeTextbookLending { get; init; }

    /// <summary>The class.</summary>
    public SchoolClass Class { get; init; } = null!;

    /// <summary>The loans of the set, open and closed.</summary>
    public ICollection<Loan> Loans { get; init; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }
}
