namespace Platform.Api.GraphQL.Costs;

/// <summary>What an operation costs with the values it was sent with.</summary>
/// <param name="Points">All points, rounded up.</param>
/// <param name="Purpose">The budget that pays.</param>
/// <param name="Fields">Where the points come from, in the order of the document; fields that cost nothing are left out.</param>
internal sealed record OperationPrice(int Points, Purpose Purpose, IReadOnlyList<FieldPrice> Fields);

/// <summary>The part of an operation's cost that one field makes up.</summary>
/// <param name="Path">The field, as the names by which it is answered, joined by dots.</param>
/// <param name="Times">How often the field is counted: the product of the lists above it.</param>
/// <param name="Points">Points of the field without those below it, times how often it is counted.</param>
internal sealed record FieldPrice(string Path, double Times, double Points);
