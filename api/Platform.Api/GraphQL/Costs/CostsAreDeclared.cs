using GraphQL.Types;
using GraphQL.Utilities;
using Platform.Api.GraphQL.Reading;

namespace Platform.Api.GraphQL.Costs;

/// <summary>
/// Gives each field of the schema its cost by what it is: a row of an entity, a page of them, a plain value, a mutation. One rule for
/// all features, so that none can forget it.
/// </summary>
internal sealed class CostsAreDeclared : BaseSchemaNodeVisitor
{
    private const double OfRow = 1;
    private const double OfPlainValue = 0.1;
    private const double OfCount = 2;
    private const double OfMutation = 10;
    private const double OfSearch = 5;
    private const int AssumedList = 10;

    // An interface's own fields are leaves.
    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema)
    {
        if (type.Name.StartsWith("__", StringComparison.Ordinal) || FieldCost.Of(field) is not null)
            return;
        var (answer, isList) = Unwrap(field.ResolvedType!); // visited after resolution
        var usual = answer is IComplexGraphType or UnionGraphType ? OfRow : 0;
        CostOf(field, type, schema, answer, isList, usual).DeclareOn(field, usual);
    }

    private static FieldCost CostOf(FieldType field, IObjectGraphType type, ISchema schema, IGraphType answer, bool isList, double usual)
    {
        if (type == schema.Mutation)
            return new FieldCost { Weight = OfMutation };
        if (field.Arguments?.Find("first") is not null)
            return PageOf(field, answer);
        if (IsConnection(type))
            return new FieldCost { Weight = field.Name switch { "totalCount" => OfCount, "pageInfo" => 0, _ => OfRow } };
        if (field.Name == "node" && type.Name.EndsWith("Edge", StringComparison.Ordinal))
            return new FieldCost { Weight = 0 };
        return new FieldCost { Weight = type == schema.Query && usual > 0 ? OfRow : WeightOf(answer), AssumedSize = isList && answer is not ScalarGraphType ? AssumedList : 1 };
    }

    private static FieldCost PageOf(FieldType field, IGraphType answer) => new()
    {
        Weight = OfRow,
        AssumedSize = PageRequest.DefaultSize,
        SlicingArguments = [.. new[] { "first", "last" }.Where(a => field.Arguments!.Find(a) is not null)], // it has the first
        SizedFields = answer is IObjectGraphType page ? [.. page.Fields.Where(f => Unwrap(f.ResolvedType!).IsList).Select(f => f.Name)] : [],
        Arguments = new[] { ("search", OfSearch), ("where", OfRow), ("order", OfRow) }
            .Where(a => field.Arguments?.Find(a.Item1) is not null).ToDictionary(a => a.Item1, a => a.Item2),
    };

    private static double WeightOf(IGraphType answer) => answer switch
    {
        IObjectGraphType plain when plain.ResolvedInterfaces.Count == 0 => OfPlainValue,
        IComplexGraphType => OfRow,
        UnionGraphType => OfPlainValue,
        _ => 0,
    };

    internal static bool IsConnection(IGraphType type) => type is IObjectGraphType graph && graph.Name.EndsWith("Connection", StringComparison.Ordinal) && graph.Fields.Find("edges") is not null;

    private static (IGraphType Type, bool IsList) Unwrap(IGraphType type)
    {
        var isList = false;
        while (type is IProvideResolvedType wrapper)
        {
            isList |= type is ListGraphType;
            type = wrapper.ResolvedType!; // a wrapper wraps
        }
        return (type, isList);
    }
}
