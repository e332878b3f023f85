using Platform.Model.Access;

namespace Platform.Api.GraphQL.Mutations;

/// <summary>
/// One mutation of the schema: its class's name is the field's name, its documentation the description, <see cref="RequiresAttribute"/>
/// its permission, its constructor's parameters the services it works with. Load, decide, save once, answer.
/// </summary>
internal interface IMutation<in TInput, TPayload>
    where TPayload : Payload, new()
{
    Task<TPayload> RunAsync(TInput input, CancellationToken cancellationToken);
}

/// <summary>The permission that a mutation needs. For which libraries it holds, the mutation itself asks its scope.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>
/// The mutation saves through contexts of its own and may be run twice without harm: its idempotency key is stored afterwards, not in
/// the transaction of the change.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SavesByItselfAttribute : Attribute;
