using GraphQLParser;
using GraphQLParser.AST;
using Platform.Api.Transport;

namespace Platform.Api.GraphQL;

/// <summary>
/// Measures a parsed document with all fragments written out, merging fields as the executor will, and stops at the first limit
/// that is passed: validation's cost grows with the square of what is counted here.
/// </summary>
internal sealed class DocumentMeasure
{
    // Introspection of a type reference needs nine levels of ofType below four of fields.
    private const int IntrospectionDepth = 20;

    private readonly GraphOptions _limits;
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments = [];
    private readonly HashSet<ROM> _open = [];
    private readonly HashSet<ROM> _reached = [];
    private int _fields;
    private int _directives;
    private long _pairs;
    private bool _isMutation;

    private DocumentMeasure(GraphQLDocument document, GraphOptions limits)
    {
        _limits = limits;
        foreach (var definition in document.Definitions)
            if (definition is GraphQLFragmentDefinition fragment)
                _fragments[fragment.FragmentName.Name.Value] = fragment;
    }

    public static RequestProblem? Check(GraphQLDocument document, GraphOptions limits)
    {
        var measure = new DocumentMeasure(document, limits);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
            if (measure.Measure(operation) is { } problem)
                return problem;
        // Fragments that no operation uses are measured too: the validator compares their fields all the same.
        foreach (var (name, fragment) in measure._fragments)
            if (!measure._reached.Contains(name) && measure.Measure([fragment.SelectionSet], 1, PlaceOf(fragment)) is { } problem)
                return problem;
        return null;
    }

    private static Place PlaceOf(GraphQLFragmentDefinition fragment) =>
        fragment.TypeCondition.Type.Name.Value.Span.StartsWith("__") ? Place.Introspection : Place.Data;

    private enum Place
    {
        Data,
        Introspection,
        IntrospectedList,
    }

    private RequestProblem? Measure(GraphQLOperationDefinition operation)
    {
        _isMutation = operation.Operation == OperationType.Mutation;
        return Measure([operation.SelectionSet], 1, Place.Data);
    }

    private RequestProblem? Measure(List<GraphQLSelectionSet> sets, int depth, Place place)
    {
        if (depth > (place == Place.Data ? _limits.FieldDepth : IntrospectionDepth))
            return Problems.DocumentTooDeep("fields", place == Place.Data ? _limits.FieldDepth : IntrospectionDepth);
        var byKey = new Dictionary<ROM, List<GraphQLField>>();
        foreach (var set in sets)
            if (Collect(set, byKey) is { } tooMany)
                return tooMany;
        if (_isMutation && depth == 1 && byKey.Count > _limits.MutationsPerOperation)
            return Problems.TooManyMutations(_limits.MutationsPerOperation);
        if (TooManyAliases(byKey) is { } aliases)
            return aliases;
        foreach (var (_, same) in byKey)
        {
            _pairs += (long)same.Count * (same.Count - 1) / 2;
            if (_pairs > _limits.MergePairs)
                return Problems.DocumentTooLarge("pairs of fields to merge", _limits.MergePairs);
            if (Below(same, depth, place) is { } problem)
                return problem;
        }
        return null;
    }

    private RequestProblem? Below(List<GraphQLField> same, int depth, Place place)
    {
        var sets = same.Where(field => field.SelectionSet is not null).Select(field => field.SelectionSet!).ToList();
        if (sets.Count == 0)
            return null;
        var name = same[0].Name.Value;
        var below = place switch
        {
            Place.Data => name == "__schema" || name == "__type" ? Place.Introspection : Place.Data,
            _ when name == "fields" || name == "inputFields" || name == "possibleTypes" || name == "interfaces" =>
                place == Place.IntrospectedList ? (Place?)null : Place.IntrospectedList,
            _ => place,
        };
        return below is { } next ? Measure(sets, depth + 1, next) : Problems.DocumentTooDeep("lists of introspection", 1);
    }

    private RequestProblem? TooManyAliases(Dictionary<ROM, List<GraphQLField>> byKey)
    {
        if (byKey.Count <= _limits.AliasesOfOneField)
            return null;
        var most = byKey.Values.CountBy(same => same[0].Name.Value).Max(name => name.Value);
        return most > _limits.AliasesOfOneField ? Problems.DocumentTooLarge("aliases of one field", _limits.AliasesOfOneField) : null;
    }

    private RequestProblem? Collect(GraphQLSelectionSet set, Dictionary<ROM, List<GraphQLField>> byKey)
    {
        foreach (var selection in set.Selections)
        {
            if (++_fields > _limits.Fields)
                return Problems.DocumentTooLarge("fields", _limits.Fields);
            _directives += (selection as IHasDirectivesNode)?.Directives?.Count ?? 0;
            if (_directives > _limits.Directives)
                return Problems.DocumentTooLarge("directives", _limits.Directives);
            var problem = selection switch
            {
                GraphQLField field => LongList(field) ?? Add(field, byKey),
                GraphQLInlineFragment inline => Collect(inline.SelectionSet, byKey),
                GraphQLFragmentSpread spread => Spread(spread, byKey),
                _ => null,
            };
            if (problem is not null)
                return problem;
        }
        return null;
    }

    private RequestProblem? LongList(GraphQLField field) =>
        field.Arguments?.FirstOrDefault(argument => HasLongList(argument.Value)) is { } longest
            ? Problems.ListTooLong($"'{longest.Name.StringValue}'", _limits.ListEntries)
            : null;

    // The scan has bounded how deep values nest.
    private bool HasLongList(GraphQLValue value) => value switch
    {
        GraphQLListValue { Values: { } entries } => entries.Count > _limits.ListEntries || entries.Any(HasLongList),
        GraphQLObjectValue { Fields: { } fields } => fields.Any(field => HasLongList(field.Value)),
        _ => false,
    };

    private static RequestProblem? Add(GraphQLField field, Dictionary<ROM, List<GraphQLField>> byKey)
    {
        var key = (field.Alias?.Name ?? field.Name).Value;
        if (byKey.TryGetValue(key, out var same))
            same.Add(field);
        else
            byKey[key] = [field];
        return null;
    }

    // An unknown fragment and a cycle are named by validation; here they only must not recurse.
    private RequestProblem? Spread(GraphQLFragmentSpread spread, Dictionary<ROM, List<GraphQLField>> byKey)
    {
        var name = spread.FragmentName.Name.Value;
        if (!_fragments.TryGetValue(name, out var fragment) || !_open.Add(name))
            return null;
        _reached.Add(name);
        var problem = Collect(fragment.SelectionSet, byKey);
        _open.Remove(name);
        return problem;
    }
}
