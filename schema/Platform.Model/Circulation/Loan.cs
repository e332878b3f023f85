using Platform.Model.Catalogue;
using Platform.Model.Patrons;

namespace Platform.Model.Circulation;

/// <summary>
/// One item lent to one patron, closed in place when it comes back. What reports count (category, grade, item type)
/// is copied at lending, so that counts stay exact after the link to the person is removed.
/// </summary>
public sealed class Loan : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that lends.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The lent copy.</summary>
    public required long ItemId { get; init; }

    /// <summary>The borrower; null once the loan is anonymised.</summary>
    public long? PatronId { get; set; }

    /// <summary>Taken home or read in the library.</summary>
    public required LoanKind Kind { get; init; }

    /// <summary>Category of the borrower at lending.</summary>
    public required PatronCategory PatronCategory { get; init; }

    /// <summary>Grade of the borrower at lending; null for adults and preschool.</summary>
    public int? Grade { get; init; }

    /// <summary>Type of the item at lending.</summary>
    public required ItemType ItemType { get; init; }

    /// <summary>When the item was lent.</summary>
    public required DateTimeOffset LentAt { get; init; }

    /// <summary>School day on which the item was lent: the day that reports count by.</summary>
    public required DateOnly LentOn { get; init; }

    /// <summary>Last day of the loan.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>When the item came back; null while the loan is open.</summary>
    public DateTimeOffset? ReturnedAt { get; set; }

    /// <summary>How the loan ended; null while it is open.</summary>
    public LoanEnd? EndedAs { get; set; }

    /// <summary>How often it was renewed.</summary>
    public int Renewals { get; set; }

    /// <summary>When the library asked for the item back before its time; null when it did not.</summary>
    public DateTimeOffset? RecalledAt { get; set; }

    /// <summary>The rule that set the last day; null for loans made before rules were kept.</summary>
    public long? RuleId { get; init; }

    /// <summary>In which periods the loan stands for its reader, once it names nobody.</summary>
    public ReaderPeriods StandsFor { get; set; }

    /// <summary>The class set it belongs to; null for a single loan.</summary>
    public long? ClassSetId { get; init; }

    /// <summary>The lent copy.</summary>
    public Item Item { get; init; } = null!;

    /// <summary>The borrower; null once the loan is anonymised.</summary>
    public Patron? Patron { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>How a loan ended.</summary>
public enum LoanEnd : byte
{
    /// <summary>The item came back.</summary>
    Returned = 1,

    /// <summary>The item was reported lost.</summary>
    Lost = 2,
}

/// <summary>How an item is used.</summary>
public enum LoanKind : byte
{
    /// <summary>Taken home (mượn về nhà).</summary>
    Home = 1,

    /// <summary>Read in the library (đọc tại chỗ).</summary>
    InLibrary = 2,
}
