using Platform.Model.Libraries;

namespace Platform.Model.Patrons;

/// <summary>A class of one school year (lớp học); next year's 7A is another row than this year's 6A.</summary>
public sealed class SchoolClass : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The school's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The calendar year in which its school year begins.</summary>
    public required int StartYear { get; init; }

    /// <summary>Name of the class, unique in its school year: 6A.</summary>
    public required string Name { get; set; }

    /// <summary>Grade, 1 to 12; null in preschool.</summary>
    public int? Grade { get; set; }

    /// <summary>The Ministry's code of the class (mã lớp), an opaque string; null when unknown.</summary>
    public string? MinistryCode { get; set; }

    /// <summary>The class teacher (giáo viên chủ nhiệm); null when not recorded.</summary>
    public long? TeacherId { get; set; }

    /// <summary>The school's library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Which class a pupil belonged to in which days; closed when the pupil moves on, never deleted.</summary>
public sealed class ClassMembership : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The school's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The pupil.</summary>
    public required long PatronId { get; init; }

    /// <summary>The class.</summary>
    public required long ClassId { get; init; }

    /// <summary>First day in the class.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day in the class; null while it lasts.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>The promotion that opened it; null when a person or an import did.</summary>
    public long? PromotionId { get; init; }

    /// <summary>The promotion that closed it; null when nothing or something else did.</summary>
    public long? ClosedByPromotionId { get; set; }

    /// <summary>The pupil.</summary>
    public Patron Patron { get; init; } = null!;

    /// <summary>The class.</summary>
    public SchoolClass Class { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}
