using GraphQL;
using GraphQL.Types;

namespace Platform.Api.Tests.Access;

/// <summary>Some fields of one type, and a document that asks for all of them by the shortest way from the root.</summary>
/// <param name="Type">The type.</param>
/// <param name="Way">The fields on the way, each as Type.field: who may not have one of them gets no further.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Document">The document. It asks for one thing more that no type has, so it is judged and never run.</param>
internal sealed record SchemaPath(string Type, IReadOnlyList<string> Way, IReadOnlyList<string> Fields, string Document);

/// <summary>Documents that ask for every field of the schema, some fields of a type at a time.</summary>
internal static class SchemaPaths
{
    /// <summary>A field that no type has.</summary>
    public const string NobodyHas = "nobodyHasThis";

    // As many as an operation may have mutations, with the one that nobody has.
    private const int FieldsAtOnce = 9;

    public static IReadOnlyList<SchemaPath> Of(ISchema schema)
    {
        var (found, ways) = (new List<SchemaPath>(), new Dictionary<string, Way>());
        Walk(schema.Query, "{0}", ways, found);
        // What a payload shares with the queries is asked for by the queries: the wider way.
        if (schema.Mutation is { } mutation)
            Walk(mutation, "mutation {0}", ways, found);
        if (schema.Subscription is { } subscription)
            Walk(subscription, "subscription {0}", ways, found);
        return found;
    }

    private static void Walk(IObjectGraphType root, string start, Dictionary<string, Way> ways, List<SchemaPath> found)
    {
        ways[root.Name] = new Way(start, []);
        var open = new Queue<IComplexGraphType>([root]);
        while (open.TryDequeue(out var type))
        {
            var way = ways[type.Name];
            foreach (var fields in type.Fields.Chunk(FieldsAtOnce))
                found.Add(new SchemaPath(type.Name, way.Steps, [.. fields.Select(f => f.Name)], way.To($"{string.Join(' ', fields.Select(Asked))} {NobodyHas}")));
            foreach (var field in type.Fields)
                if (field.ResolvedType!.GetNamedType() is IComplexGraphType target) // resolved once the schema is initialised
                    if (ways.TryAdd(target.Name, new Way(way.To($"{field.Name}{Arguments(field)}{{0}}"), [.. way.Steps, $"{type.Name}.{field.Name}"])))
                        open.Enqueue(target);
        }
    }

    private static string Asked(FieldType field) =>
        $"{field.Name}{Arguments(field)}{(field.ResolvedType!.GetNamedType() is IComplexGraphType or UnionGraphType ? " { __typename }" : "")}"; // as above

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
        IntGraphType or LongGraphType or FloatGraphType => "1",
        BooleanGraphType => "true",
        EnumerationGraphType values => values.Values.First().Name,
        { Name: "Date" } => "\"2026-10-05\"",
        { Name: "Upload" } => "null", // a file stands in a variable only; that it is missing is told beside a denial, not before it
        IInputObjectGraphType input => $"{{ {string.Join(", ", input.Fields
            .Where(f => f is { ResolvedType: NonNullGraphType, DefaultValue: null })
            .Select(f => $"{f.Name}: {Value(f.ResolvedType!)}"))} }}", // as above
        var other => throw new InvalidOperationException($"Say what to give for an argument of type {other.Name}."),
    };

    private sealed record Way(string Text, IReadOnlyList<string> Steps)
    {
        public string To(string fields) => Text.Replace("{0}", $"{{ {fields} }}", StringComparison.Ordinal);
    }
}
