using GraphQL;
using GraphQL.Types;

namespace Platform.Api.Tests.Access;

/// <summary>A document that asks for a field, by the shortest way from the root.</summary>
internal sealed record SchemaPath(string Type, string Field, string Document);

/// <summary>For every field of the schema one document that asks for it.</summary>
internal static class SchemaPaths
{
    public static IReadOnlyList<SchemaPath> Of(ISchema schema)
    {
        var (found, ways) = (new List<SchemaPath>(), new Dictionary<string, string>());
        Walk(schema.Query, "{0}", ways, found);
        // What a payload shares with the queries is asked for by the queries: the wider way.
        if (schema.Mutation is { } mutation)
            Walk(mutation, "mutation {0}", ways, found);
        return [.. found.OrderBy(p => p.Type, StringComparer.Ordinal).ThenBy(p => p.Field, StringComparer.Ordinal)];
    }

    private static void Walk(IObjectGraphType root, string start, Dictionary<string, string> ways, List<SchemaPath> found)
    {
        ways[root.Name] = start;
        var open = new Queue<IComplexGraphType>([root]);
        while (open.TryDequeue(out var type))
        {
            foreach (var field in type.Fields)
            {
                var target = field.ResolvedType!.GetNamedType(); // resolved once the schema is initialised
                var step = ways[type.Name].Replace("{0}", $"{{ {field.Name}{Arguments(field)}{{0}} }}", StringComparison.Ordinal);
                found.Add(new SchemaPath(type.Name, field.Name, step.Replace("{0}", target is IComplexGraphType or UnionGraphType ? " { __typename }" : "", StringComparison.Ordinal)));
                if (target is IComplexGraphType complex && ways.TryAdd(target.Name, step))
                    open.Enqueue(complex);
            }
        }
    }

    private static string Arguments(FieldType field)
    {
        var required = (field.Arguments ?? []).Where(a => a is { ResolvedType: NonNullGraphType, DefaultValue: null }).Select(a => $"{a.Name}: {Value(a.ResolvedType!)}").ToList(); // as above
        if (field.Arguments?.Find("first") is not null)
            required.Add("first: 1");
        return required.Count == 0 ? "" : $"({string.Join(", ", required)})";
    }

    // Refused or not is decided before anything runs: the values need only be of the right type.
    private static string Value(IGraphType type) => type switch
    {
        NonNullGraphType required => Value(required.ResolvedType!), // resolved once the schema is initialised
        ListGraphType => "[]",
        IdGraphType or StringGraphType => "\"x\"",
        IntGraphType or LongGraphType => "1",
        BooleanGraphType => "true",
        EnumerationGraphType values => values.Values.First().Name,
        { Name: "Date" } => "\"2026-10-05\"",
        { Name: "Upload" } => "null", // a file stands in a variable only; that it is missing is told beside a denial, not before it
        IInputObjectGraphType input => $"{{ {string.Join(", ", input.Fields
            .Where(f => f is { ResolvedType: NonNullGraphType, DefaultValue: null })
            .Select(f => $"{f.Name}: {Value(f.ResolvedType!)}"))} }}", // as above
        var other => throw new InvalidOperationException($"Say what to give for an argument of type {other.Name}."),
    };
}
