using Platform.Model.Libraries;

namespace Platform.Model.Patrons;

/// <summary>A reader of one library: pupil, teacher, other staff. Only what lending needs is kept; no addresses, no parents' telephones.</summary>
public sealed class Patron : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that issued the card.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Card number, unique in the library; for a pupil usually the Ministry's pupil code (mã học sinh).</summary>
    public required string CardNumber { get; set; }

    /// <summary>Full name in natural order.</summary>
    public required string FullName { get; set; }

    /// <summary>Folded name for searching; never shown.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>Pupil, teacher, staff or other.</summary>
    public required PatronCategory Category { get; set; }

    /// <summary>Grade of a pupil, 1 to 12; null for others and in preschool.</summary>
    public int? Grade { get; set; }

    /// <summary>Class of a pupil, for example 6A; null for others.</summary>
    public string? ClassName { get; set; }

    /// <summary>The Ministry's code of the pupil or teacher (mã học sinh, mã giáo viên), unique in the library; null while the person has none yet.</summary>
    public string? MinistryCode { get; set; }

    /// <summary>Day of birth, kept only where a temporary card must be matched later; null otherwise.</summary>
    public DateOnly? BornOn { get; set; }

    /// <summary>Whether the card stands in for a Ministry code to come (pupils of grade 1 before they have one).</summary>
    public bool IsTemporary { get; set; }

    /// <summary>When the person's data were erased on request; the row stays for the counts, without a name.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>First day of membership.</summary>
    public required DateOnly RegisteredOn { get; init; }

    /// <summary>Last day on which the card is valid; null while open.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>The library that issued the card.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Whom the library serves, as the reports tell them apart.</summary>
public enum PatronCategory : byte
{
    /// <summary>Pupil (học sinh).</summary>
    Pupil = 1,

    /// <summary>Teacher (giáo viên).</summary>
    Teacher = 2,

    /// <summary>Other staff (nhân viên).</summary>
    Staff = 3,

    /// <summary>Anyone else: parents, the community.</summary>
    Other = 4,
}
