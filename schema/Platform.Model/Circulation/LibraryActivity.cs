using Platform.Model.Libraries;

namespace Platform.Model.Circulation;

/// <summary>Something the library did with its readers: a book talk, a reading contest, a lesson in the library (TT 16/2022, hoạt động thư viện).</summary>
public sealed class LibraryActivity : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The day on which it took place.</summary>
    public required DateOnly HeldOn { get; set; }

    /// <summary>What it was, in one sentence.</summary>
    public required string Title { get; set; }

    /// <summary>The family of activities it belongs to.</summary>
    public required ActivityKind Kind { get; set; }

    /// <summary>For whom, for example a class or all teachers; null when not said.</summary>
    public string? Audience { get; set; }

    /// <summary>How many took part; null when not counted.</summary>
    public int? Participants { get; set; }

    /// <summary>The library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Families of library activities (TT 16/2022, points on hoạt động thư viện).</summary>
public enum ActivityKind : byte
{
    /// <summary>Introducing the library, its rules and its books.</summary>
    Introduction = 1,

    /// <summary>Encouraging and forming the habit of reading.</summary>
    ReadingPromotion = 2,

    /// <summary>Supporting learning and bringing pupils together.</summary>
    LearningSupport = 3,

    /// <summary>Working with teachers.</summary>
    TeacherSupport = 4,

    /// <summary>Working with other libraries (liên thông thư viện).</summary>
    InterLibrary = 5,
}
