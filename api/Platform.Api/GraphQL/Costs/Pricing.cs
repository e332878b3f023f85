using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Costs;

/// <summary>
/// Prices a validated operation with the actual values of its arguments: a literal and a variable cost the same, and an argument that
/// is null costs nothing. Fields are merged as the executor merges them.
/// </summary>
internal sealed class Pricing
{
    /// <summary>The whole schema is a megabyte to write.</summary>
    private const double OfIntrospection = 100;

    private readonly ValidationContext _context;
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments;
    private readonly List<FieldPrice> _prices = [];
    private Purpose? _purpose;

    private Pricing(ValidationContext context)
    {
        _context = context;
        _fragments = context.Document.Definitions.OfType<GraphQLFragmentDefinition>().ToDictionary(f => f.FragmentName.Name.Value);
    }

    public static OperationPrice Of(ValidationContext context, Scope scope)
    {
        var pricing = new Pricing(context);
        var root = context.Operation.Operation switch
        {
            OperationType.Mutation => context.Schema.Mutation,
            OperationType.Subscription => context.Schema.Subscription,
            _ => context.Schema.Query,
        };
        var points = pricing.PriceOf([context.Operation.SelectionSet], root!, 1, ""); // the validator has found the root
        return new OperationPrice((int)Math.Min(int.MaxValue, Math.Ceiling(Math.Round(points, 3))), pricing._purpose ?? FieldPurpose.Of(scope), pricing._prices);
    }

    private double PriceOf(IReadOnlyList<GraphQLSelectionSet> sets, IGraphType type, double times, string path)
    {
        if (type is not IAbstractGraphType abstractType)
            return PriceOf(sets, (IComplexGraphType)type, null, times, path);
        // A row is of one type: the dearest of those that the document distinguishes is priced.
        var named = Conditions(sets).Distinct().Select(name => abstractType.PossibleTypes.FirstOrDefault(p => p.Name == name)).OfType<IObjectGraphType>().ToList();
        if (named.Count == 0)
            return type is IComplexGraphType common ? PriceOf(sets, common, abstractType, times, path) : 0;
        var most = (Points: -1d, Prices: new List<FieldPrice>());
        var before = _prices.Count;
        foreach (var one in named)
        {
            var points = PriceOf(sets, one, abstractType, times, path);
            if (points > most.Points)
                most = (points, _prices[before..]);
            _prices.RemoveRange(before, _prices.Count - before);
        }
        _prices.AddRange(most.Prices);
        return most.Points;
    }

    private double PriceOf(IReadOnlyList<GraphQLSelectionSet> sets, IComplexGraphType type, IAbstractGraphType? seenAs, double times, string path)
    {
        var fields = new Dictionary<ROM, List<GraphQLField>>();
        foreach (var set in sets)
            Collect(set, type, seenAs, fields);
        return fields.Sum(field => PriceOf(field.Value, type, times, path.Length == 0 ? field.Key.ToString() : $"{path}.{field.Key}"));
    }

    private double PriceOf(List<GraphQLField> same, IComplexGraphType type, double times, string path)
    {
        var name = same[0].Name.Value;
        if (name.Span.StartsWith("__"))
            return name == "__typename" ? 0 : Note(path, times, OfIntrospection);
        var field = type.GetField(name)!; // the validator knows it
        _purpose = Dearer(_purpose, FieldPurpose.Of(field));
        var cost = FieldCost.Of(field) ?? new FieldCost();
        var values = _context.ArgumentValues?.GetValueOrDefault(same[0]);
        var own = Note(path, times, cost.Weight + cost.Arguments.Sum(a => IsGiven(values, a.Key) ? a.Value : 0));
        var below = same.Where(f => f.SelectionSet is not null).Select(f => f.SelectionSet!).ToList();
        if (below.Count == 0 || field.ResolvedType!.GetNamedType() is not { } answer)
            return own;
        var rows = RowsOf(cost, values);
        if (cost.SizedFields.Count == 0)
            return own + PriceOf(below, answer, times * rows, path);
        return own + SizedPrice(below, (IComplexGraphType)answer, cost, times, rows, path);
    }

    // The page itself is there once; what it lists, as often as it has rows.
    private double SizedPrice(List<GraphQLSelectionSet> below, IComplexGraphType page, FieldCost cost, double times, int rows, string path)
    {
        var fields = new Dictionary<ROM, List<GraphQLField>>();
        foreach (var set in below)
            Collect(set, page, null, fields);
        return fields.Sum(field => PriceOf(
            field.Value, page, cost.SizedFields.Contains(field.Value[0].Name.StringValue) ? times * rows : times, $"{path}.{field.Key}"));
    }

    private double Note(string path, double times, double points)
    {
        if (points > 0)
            _prices.Add(new FieldPrice(path, times, times * points));
        return times * points;
    }

    private static int RowsOf(FieldCost cost, IDictionary<string, ArgumentValue>? values)
    {
        foreach (var name in cost.SlicingArguments)
            if (values is not null && values.TryGetValue(name, out var given) && given.Value is int rows)
                return Math.Max(0, rows);
        return cost.AssumedSize;
    }

    private static bool IsGiven(IDictionary<string, ArgumentValue>? values, string name) =>
        values is not null && values.TryGetValue(name, out var given) && given.Value is not null;

    // Reports are the heaviest, then following the feed: their budgets pay for the whole operation.
    private static Purpose? Dearer(Purpose? one, Purpose? other) => one is null || other > one ? other ?? one : one;

    private IEnumerable<string> Conditions(IEnumerable<GraphQLSelectionSet> sets) => sets.SelectMany(set => set.Selections).SelectMany(selection => selection switch
    {
        GraphQLInlineFragment inline => [.. NameOf(inline.TypeCondition), .. Conditions([inline.SelectionSet])],
        GraphQLFragmentSpread spread => [.. NameOf(_fragments[spread.FragmentName.Name.Value].TypeCondition), .. Conditions([_fragments[spread.FragmentName.Name.Value].SelectionSet])],
        _ => Enumerable.Empty<string>(),
    });

    private static IEnumerable<string> NameOf(GraphQLTypeCondition? condition) => condition is null ? [] : [condition.Type.Name.StringValue];

    private void Collect(GraphQLSelectionSet set, IGraphType type, IAbstractGraphType? seenAs, Dictionary<ROM, List<GraphQLField>> fields)
    {
        foreach (var selection in set.Selections)
        {
            if (!_context.ShouldIncludeNode(selection))
                continue;
            switch (selection)
            {
                case GraphQLField field:
                    var key = (field.Alias?.Name ?? field.Name).Value;
                    if (!fields.TryAdd(key, [field]))
                        fields[key].Add(field);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, type, seenAs):
                    Collect(inline.SelectionSet, type, seenAs, fields);
                    break;
                case GraphQLFragmentSpread spread when _fragments[spread.FragmentName.Name.Value] is var fragment && Applies(fragment.TypeCondition, type, seenAs):
                    Collect(fragment.SelectionSet, type, seenAs, fields);
                    break;
            }
        }
    }

    private bool Applies(GraphQLTypeCondition? condition, IGraphType type, IAbstractGraphType? seenAs)
    {
        if (condition is null || condition.Type.Name.Value == type.Name || condition.Type.Name.Value == seenAs?.Name)
            return true;
        return _context.Schema.AllTypes[condition.Type.Name.Value] is IAbstractGraphType wider && type is IObjectGraphType row && wider.PossibleTypes.Contains(row);
    }
}
