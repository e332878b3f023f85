using Platform.Model.Patrons;

namespace Platform.Model.Circulation;

/// <summary>Money that a patron owes the library: compensation for a lost or damaged copy, or a fine (bồi thường). Settled in place, whole.</summary>
public sealed class Charge : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Who owes; null once anonymised.</summary>
    public long? PatronId { get; set; }

    /// <summary>The loan it comes from.</summary>
    public long? LoanId { get; init; }

    /// <summary>The copy it is for.</summary>
    public required long ItemId { get; init; }

    /// <summary>What for.</summary>
    public required ChargeKind Kind { get; init; }

    /// <summary>How much, in đồng, more than 0.</summary>
    public required long Amount { get; init; }

    /// <summary>The day it was raised.</summary>
    public required DateOnly RaisedOn { get; init; }

    /// <summary>When it was settled; null while it is owed.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>How it was settled; null while it is owed.</summary>
    public Settlement? Settlement { get; set; }

    /// <summary>Why it was waived, in a few words.</summary>
    public string? Note { get; set; }

    /// <summary>The loan it comes from.</summary>
    public Loan? Loan { get; init; }

    /// <summary>Who owes.</summary>
    public Patron? Patron { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What a charge is for.</summary>
public enum ChargeKind : byte
{
    /// <summary>A lost copy (mất).</summary>
    Lost = 1,

    /// <summary>A damaged copy (hư hỏng).</summary>
    Damaged = 2,

    /// <summary>Days late.</summary>
    Overdue = 3,
}

/// <summary>How a charge ended.</summary>
public enum Settlement : byte
{
    /// <summary>Paid in money.</summary>
    Paid = 1,

    /// <summary>Waived by the library (miễn).</summary>
    Waived = 2,

    /// <summary>Replaced by another copy (đền sách).</summary>
    Replaced = 3,

    /// <summary>Void: the lost copy was found.</summary>
    Void = 4,
}
