namespace Platform.Api.GraphQL.Mutations;

/// <summary>What a mutation answers: on success what came of it, otherwise only the reasons why nothing was done.</summary>
internal abstract record Payload
{
    /// <summary>Why nothing was done; empty when it was.</summary>
    public IReadOnlyList<MutationError> Errors { get; init; } = [];
}

/// <summary>A reference to a row of any entity.</summary>
internal interface IRef
{
    /// <summary>The row's key.</summary>
    long Key { get; }
}

/// <summary>Names the error types that a payload can hold besides those that every mutation can answer.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FailsWithAttribute(params Type[] errors) : Attribute
{
    public IReadOnlyList<Type> Errors { get; } = errors;
}

/// <summary>The key of a row of an entity: in an input an id, in a payload the row itself, read as the document asks.</summary>
/// <param name="Key">The row's key.</param>
internal readonly record struct Ref<TEntity>(long Key) : IRef
    where TEntity : class
{
    public static implicit operator Ref<TEntity>(long key) => new(key);
}
