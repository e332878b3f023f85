namespace Platform.Model.Patrons;

/// <summary>Somebody looked at a child's record: who, when, at what. The child and its guardians may see it (access log).</summary>
public sealed class PatronLook : ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The child's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The child.</summary>
    public required long PatronId { get; init; }

    /// <summary>Who looked: an account, client or job, never a name.</summary>
    public required string Actor { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>At what.</summary>
    public required LookKind Kind { get; init; }
}

/// <summary>What was looked at.</summary>
public enum LookKind : byte
{
    /// <summary>The card: name, class, state.</summary>
    Card = 1,

    /// <summary>What was borrowed.</summary>
    Loans = 2,

    /// <summary>Everything, as an export.</summary>
    Export = 3,
}
