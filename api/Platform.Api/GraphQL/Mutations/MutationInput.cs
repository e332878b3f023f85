namespace Platform.Api.GraphQL.Mutations;

/// <summary>The input of a mutation.</summary>
internal abstract record MutationInput
{
    /// <summary>Most characters of an idempotency key.</summary>
    public const int MostKeyCharacters = 100;

    /// <summary>At most 100 characters of your choice, new for each thing to be done: a repeated request with the same key does nothing again and answers what the first one answered.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>What of the input must not be kept, not even as a plain hash: a password.</summary>
    internal virtual string? Secret => null;

    public static void CheckKey(object? value)
    {
        if (value is string { Length: 0 or > MostKeyCharacters })
            throw new ArgumentException($"'idempotencyKey' must have 1 to {MostKeyCharacters} characters.");
    }
}
