using GraphQL.Types;

namespace Platform.Api.GraphQL.Types;

/// <summary>Makes the <c>where</c> and <c>order</c> inputs of the listed types.</summary>
internal sealed class FilterGraphs(ValueKinds kinds)
{
    private readonly Dictionary<Type, InputObjectGraphType> _operations = [];
    private readonly EnumerationGraphType _direction = DirectionGraph();
    private InputObjectGraphType? _idOperations;

    /// <summary>The filter input of the type; null where nothing can be filtered.</summary>
    public InputObjectGraphType? WhereOf(EntityType type)
    {
        var filters = type.Fields.Where(f => f is ColumnField { IsFilterable: true } or ColumnField { IsKey: true } or OneField { IsFilterable: true }).ToList();
        var input = new InputObjectGraphType { Name = $"{type.Name}FilterInput", Description = $"Conditions on {type.Name}; all that are given must hold." };
        var list = GraphKind.Of(input).Required().List();
        input.AddField(list.Field("and", "Every one of these must hold."));
        input.AddField(list.Field("or", "At least one of these must hold."));
        foreach (var field in filters)
            input.AddField(GraphKind.Of(OperationsOf(field)).Field(field.Name, field.Description));
        return input;
    }

    /// <summary>The order input of the type; null where it has one order only.</summary>
    public InputObjectGraphType? OrderOf(EntityType type)
    {
        if (!type.Sortable.Any())
            return null;
        var input = new InputObjectGraphType { Name = $"{type.Name}SortInput", Description = $"One column to order {type.Name} by; give one column in each entry of the list." };
        foreach (var column in type.Sortable)
            input.AddField(GraphKind.Of(_direction).Field(column.Name, column.Description));
        return input;
    }

    private InputObjectGraphType OperationsOf(EntityField field) => field switch
    {
        ColumnField { IsKey: false } column => OperationsOf(column.ValueType),
        _ => _idOperations ??= Operations("Id", GraphKind.Of<IdGraphType>(), ["eq", "neq"]),
    };

    private InputObjectGraphType OperationsOf(Type type)
    {
        if (_operations.TryGetValue(type, out var known))
            return known;
        string[] single = type switch
        {
            _ when type == typeof(string) => ["eq", "neq", "startsWith", "contains"],
            _ when type == typeof(bool) => ["eq"],
            { IsEnum: true } => ["eq", "neq"],
            _ => ["eq", "neq", "gt", "gte", "lt", "lte"],
        };
        return _operations[type] = Operations(NameOf(type), kinds.Of(type), single);
    }

    private static InputObjectGraphType Operations(string name, GraphKind kind, IEnumerable<string> single)
    {
        var input = new InputObjectGraphType { Name = $"{name}OperationFilterInput", Description = $"Comparisons with a value of {name}; all that are given must hold." };
        foreach (var operation in single)
            input.AddField(kind.Field(operation, Descriptions[operation]));
        if (name != "Boolean")
            input.AddField(kind.Required().List().Field("in", "One of these, at most 1,000."));
        return input;
    }

    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["eq"] = "Equal to; null finds rows without a value.",
        ["neq"] = "Not equal to; null finds rows with a value.",
        ["startsWith"] = "Begins with this text.",
        ["contains"] = "Has this text within.",
        ["gt"] = "Greater than.",
        ["gte"] = "Greater than or equal to.",
        ["lt"] = "Less than.",
        ["lte"] = "Less than or equal to.",
    };

    private static string NameOf(Type type) => type switch
    {
        _ when type == typeof(string) => "String",
        _ when type == typeof(int) => "Int",
        _ when type == typeof(long) => "Long",
        _ when type == typeof(bool) => "Boolean",
        _ when type == typeof(double) => "Float",
        _ when type == typeof(DateOnly) => "Date",
        _ when type == typeof(DateTimeOffset) => "DateTime",
        _ => type.Name,
    };

    private static EnumerationGraphType DirectionGraph()
    {
        var direction = new EnumerationGraphType { Name = "SortDirection", Description = "Direction of an order." };
        direction.Add("ASC", Reading.SortDirection.Asc, "Smallest first; rows without a value come first.");
        direction.Add("DESC", Reading.SortDirection.Desc, "Largest first; rows without a value come last.");
        return direction;
    }
}
