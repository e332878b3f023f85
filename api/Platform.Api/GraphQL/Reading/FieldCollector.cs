using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Platform.Api.GraphQL.Reading;

/// <summary>A field of a document with all its occurrences merged.</summary>
internal sealed class CollectedField(string key, GraphQLField first)
{
    private readonly List<GraphQLSelectionSet> _below = [];

    /// <summary>Alias, or name.</summary>
    public string Key { get; } = key;

    public GraphQLField First { get; } = first;

    public string Name { get; } = first.Name.StringValue;

    public IReadOnlyList<GraphQLSelectionSet> Below => _below;

    public void Merge(GraphQLField occurrence)
    {
        if (occurrence.SelectionSet is { } set)
            _below.Add(set);
    }
}

/// <summary>Collects the fields of selection sets as the specification says (CollectFields): fragments, @skip and @include, merging.</summary>
internal sealed class FieldCollector(IExecutionContext context)
{
    public IReadOnlyList<CollectedField> Collect(IEnumerable<GraphQLSelectionSet> sets, IObjectGraphType type)
    {
        var fields = new List<CollectedField>();
        foreach (var set in sets)
            Collect(set, type, fields);
        return fields;
    }

    /// <summary>The field's coerced arguments; null where it has none.</summary>
    public IDictionary<string, ArgumentValue>? ArgumentsOf(CollectedField field) => context.ArgumentValues?.GetValueOrDefault(field.First);

    private void Collect(GraphQLSelectionSet set, IObjectGraphType type, List<CollectedField> fields)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded((IHasDirectivesNode)selection))
                continue;
            if (selection is GraphQLField field)
                Add(field, fields);
            else if (selection is GraphQLInlineFragment inline && Applies(inline.TypeCondition, type))
                Collect(inline.SelectionSet, type, fields);
            else if (selection is GraphQLFragmentSpread spread && FragmentOf(spread) is { } fragment && Applies(fragment.TypeCondition, type))
                Collect(fragment.SelectionSet, type, fields);
        }
    }

    private static void Add(GraphQLField field, List<CollectedField> fields)
    {
        var key = (field.Alias?.Name ?? field.Name).StringValue;
        var known = fields.Find(f => f.Key == key);
        if (known is null)
            fields.Add(known = new CollectedField(key, field));
        known.Merge(field);
    }

    private GraphQLFragmentDefinition? FragmentOf(GraphQLFragmentSpread spread) =>
        context.Document.Definitions.OfType<GraphQLFragmentDefinition>().FirstOrDefault(f => f.FragmentName.Name.Value == spread.FragmentName.Name.Value);

    private bool Applies(GraphQLTypeCondition? condition, IObjectGraphType type)
    {
        if (condition is null || condition.Type.Name.Value == type.Name)
            return true;
        return context.Schema.AllTypes[condition.Type.Name.Value] is IAbstractGraphType wider && wider.PossibleTypes.Contains(type);
    }

    private bool IsIncluded(IHasDirectivesNode node) => Flag(node, "skip") is not true && Flag(node, "include") is not false;

    private bool? Flag(IHasDirectivesNode node, string directive)
    {
        var found = node.Directives?.FirstOrDefault(d => d.Name.Value == directive);
        return found?.Arguments?[0].Value switch
        {
            null => null,
            GraphQLBooleanValue literal => literal.BoolValue,
            GraphQLVariable variable => context.Variables.ValueFor(variable.Name.StringValue, out var value) && value.Value is true,
            _ => null,
        };
    }
}
