namespace Platform.Model.Circulation;

/// <summary>One operation of an offline desk, as it arrived and was settled: the log that makes a repeated message harmless.</summary>
public sealed class DeskOperation : ILibraryOwned
{
    /// <summary>The row's key: the order in which operations took effect.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The device, named by itself once and for all.</summary>
    public required string Device { get; init; }

    /// <summary>Its number on the device, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>What was done.</summary>
    public required DeskOperationKind Kind { get; init; }

    /// <summary>The copy; null where the library has none of the scanned number.</summary>
    public long? ItemId { get; init; }

    /// <summary>When it was done, by the clock of the device.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it was settled.</summary>
    public required DeskSettlement Settlement { get; init; }

    /// <summary>Why it could not take effect; null when it did.</summary>
    public RefusalCode? Refusal { get; init; }

    /// <summary>The loan it made, closed or changed; null when there is none.</summary>
    public long? LoanId { get; set; }
}

/// <summary>What an offline desk can do.</summary>
public enum DeskOperationKind : byte
{
    /// <summary>A copy was lent.</summary>
    CheckOut = 1,

    /// <summary>A copy came back.</summary>
    Return = 2,

    /// <summary>A loan was renewed.</summary>
    Renew = 3,

    /// <summary>A copy was read in the library.</summary>
    Use = 4,

    /// <summary>A copy was scanned in a stock-taking.</summary>
    Scan = 5,
}

/// <summary>How an offline operation was settled.</summary>
public enum DeskSettlement : byte
{
    /// <summary>It took effect.</summary>
    Applied = 1,

    /// <summary>It took effect, and an earlier loan of the copy ends with it: the copy was at the desk, so it had come back.</summary>
    AppliedWithImpliedReturn = 2,

    /// <summary>It was written as past: what happened to the copy later was known before this message came.</summary>
    AppliedAsHistory = 3,

    /// <summary>Nothing had to change: the copy was not on loan at that time.</summary>
    NothingToDo = 4,

    /// <summary>It could not take effect; a person must look at it.</summary>
    Conflict = 5,
}
