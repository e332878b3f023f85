using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Model.Sharing.InterLibrary;

/// <summary>
/// A loan from one library to another, one row that both see. The reader behind it is in <see cref="InterLibraryReader"/>, which only the
/// borrowing library sees.
/// </summary>
public sealed class InterLibraryLoan : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group in which it is lent.</summary>
    public required long GroupId { get; init; }

    /// <summary>The library that borrows (thư viện mượn).</summary>
    public required long BorrowerId { get; init; }

    /// <summary>The library that lends (thư viện cho mượn); null until one accepted.</summary>
    public long? LenderId { get; set; }

    /// <summary>The owner that is asked now; null once one accepted or nobody is left.</summary>
    public long? AskedId { get; set; }

    /// <summary>The publication that is wanted.</summary>
    public required long RecordId { get; init; }

    /// <summary>The lent copy; null until one was chosen.</summary>
    public long? ItemId { get; set; }

    /// <summary>How far the loan is.</summary>
    public InterLibraryState State { get; set; } = InterLibraryState.Requested;

    /// <summary>Day of the request.</summary>
    public required DateOnly RequestedOn { get; init; }

    /// <summary>Last day on which the copy is useful; null when it does not matter.</summary>
    public DateOnly? NeededUntil { get; init; }

    /// <summary>The owner's conditions, for example "đọc tại thư viện"; null without any.</summary>
    public string? Conditions { get; set; }

    /// <summary>Last day of the loan; null until a library accepted.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Day on which the lender handed the copy over (ngày giao); null until then.</summary>
    public DateOnly? SentOn { get; set; }

    /// <summary>Day on which the borrower got it; null until then.</summary>
    public DateOnly? ArrivedOn { get; set; }

    /// <summary>Day on which the lender got it back (ngày trả); null until then.</summary>
    public DateOnly? ReturnedOn { get; set; }

    /// <summary>Anything both sides should know (ghi chú).</summary>
    public string? Note { get; set; }

    /// <summary>The library that borrows.</summary>
    public Library Borrower { get; init; } = null!;

    /// <summary>The library that lends.</summary>
    public Library? Lender { get; init; }

    /// <summary>The publication.</summary>
    public BibliographicRecord Record { get; init; } = null!;

    /// <summary>The lent copy.</summary>
    public Item? Item { get; init; }

    /// <summary>The owners that are asked, in order.</summary>
    public ICollection<InterLibraryOffer> Offers { get; init; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Whether the copy should have been back on the day.</summary>
    public bool IsOverdue(DateOnly on) =>
        DueOn < on && State is (InterLibraryState.Sent or InterLibraryState.Arrived or InterLibraryState.SentBack);
}

/// <summary>How far an inter-library loan is.</summary>
public enum InterLibraryState : byte
{
    /// <summary>An owner is being asked.</summary>
    Requested = 1,

    /// <summary>An owner has agreed and keeps a copy ready.</summary>
    Accepted = 2,

    /// <summary>The copy is on the way to the borrower.</summary>
    Sent = 3,

    /// <summary>The borrower has it.</summary>
    Arrived = 4,

    /// <summary>The copy is on the way back.</summary>
    SentBack = 5,

    /// <summary>The lender has it back.</summary>
    Closed = 6,

    /// <summary>No owner could lend.</summary>
    Unfilled = 7,

    /// <summary>The borrower took the request back.</summary>
    Cancelled = 8,

    /// <summary>The copy was lost on the way or with the borrower.</summary>
    Lost = 9,
}

/// <summary>That an owner is asked for a copy; one at a time, in order.</summary>
public sealed class InterLibraryOffer : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The loan.</summary>
    public long LoanId { get; init; }

    /// <summary>The owner that is asked.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Place in the order, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Why it stands at this place, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The answer.</summary>
    public OfferAnswer Answer { get; set; } = OfferAnswer.Waiting;

    /// <summary>Why the owner does not lend; null otherwise.</summary>
    public string? Declined { get; set; }

    /// <summary>The loan.</summary>
    public InterLibraryLoan Loan { get; init; } = null!;
}

/// <summary>What an owner answered.</summary>
public enum OfferAnswer : byte
{
    /// <summary>Not asked yet, its turn has not come.</summary>
    Waiting = 1,

    /// <summary>Asked now.</summary>
    Asked = 2,

    /// <summary>Lends.</summary>
    Accepted = 3,

    /// <summary>Does not lend.</summary>
    Declined = 4,
}

/// <summary>The reader for whom a library borrows. Only that library sees the row; the lender never does.</summary>
public sealed class InterLibraryReader : ILibraryOwned
{
    /// <summary>The loan.</summary>
    public long LoanId { get; init; }

    /// <summary>The borrowing library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The reader; null once the loan is anonymised.</summary>
    public long? PatronId { get; set; }

    /// <summary>The loan.</summary>
    public InterLibraryLoan Loan { get; init; } = null!;

    /// <summary>The reader.</summary>
    public Patron? Patron { get; init; }
}
