namespace Platform.Model.Access;

/// <summary>
/// A mutation that was carried out under a client's idempotency key, with what it answered. Written in the transaction of the change,
/// so that there is an answer exactly when there was an effect. Kept for <see cref="KeptDays"/> days.
/// </summary>
public sealed class IdempotentCall
{
    /// <summary>For how many days a repeated call gets the first one's answer.</summary>
    public const int KeptDays = 7;

    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>Who called: keys of different callers never meet.</summary>
    public required string Actor { get; init; }

    /// <summary>The caller's key.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the mutation.</summary>
    public required string Mutation { get; init; }

    /// <summary>SHA-256 of the input, hexadecimal: the same key with another input is a mistake of the caller.</summary>
    public required string InputHash { get; init; }

    /// <summary>The answer as JSON; null only within the transaction that makes it.</summary>
    public string? Answer { get; set; }

    /// <summary>When the mutation was carried out.</summary>
    public required DateTimeOffset At { get; init; }
}
