using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Model.Circulation;

/// <summary>Visits to the library on one day by people of one kind (lượt bạn đọc): a line of the library's diary, without names.</summary>
public sealed class LibraryVisit : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The visited library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The school day.</summary>
    public required DateOnly VisitedOn { get; init; }

    /// <summary>Who came.</summary>
    public required PatronCategory Category { get; init; }

    /// <summary>Grade of the pupils; null for adults and preschool.</summary>
    public int? Grade { get; init; }

    /// <summary>The class, when a whole class came for a reading period; otherwise null.</summary>
    public string? ClassName { get; init; }

    /// <summary>How many people came, at least 1.</summary>
    public required int Visitors { get; init; }

    /// <summary>The visited library.</summary>
    public Library Library { get; init; } = null!;
}
