using System.Globalization;
using GraphQL;
using GraphQL.Types;

namespace Platform.Api.GraphQL.Costs;

/// <summary>What a field weighs, and how often what stands below it is counted; written into the SDL as <c>@cost</c> and <c>@listSize</c>.</summary>
internal sealed record FieldCost
{
    private const string Key = "Platform:Cost";
    private const string Cost = "cost";
    private const string ListSize = "listSize";

    /// <summary>Points of the field itself.</summary>
    public double Weight { get; init; }

    /// <summary>Rows of a list that nobody slices; 1 for what is no list.</summary>
    public int AssumedSize { get; init; } = 1;

    /// <summary>Arguments that say how many rows are wanted.</summary>
    public IReadOnlyList<string> SlicingArguments { get; init; } = [];

    /// <summary>The fields below that have as many rows; empty where the field is the list itself.</summary>
    public IReadOnlyList<string> SizedFields { get; init; } = [];

    /// <summary>Points of arguments that are given and not null.</summary>
    public IReadOnlyDictionary<string, double> Arguments { get; init; } = new Dictionary<string, double>();

    public static FieldCost? Of(FieldType field) => field.Metadata.GetValueOrDefault(Key) as FieldCost;

    /// <summary>Makes the directives known to the schema (IBM's cost specification).</summary>
    public static void Register(ISchema schema)
    {
        schema.Directives.Register(
            new Directive(Cost, global::GraphQLParser.AST.DirectiveLocation.FieldDefinition, global::GraphQLParser.AST.DirectiveLocation.ArgumentDefinition)
            {
                Description = "Points that a field costs when it is asked for, or an argument when it is given. Without it a field that answers an object costs 1, any other nothing.",
                Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<StringGraphType>> { Name = "weight", Description = "The points, as a decimal number." }),
            },
            new Directive(ListSize, global::GraphQLParser.AST.DirectiveLocation.FieldDefinition)
            {
                Description = "How many rows a list is priced at: what stands below it is counted so often.",
                Arguments = new QueryArguments(
                    new QueryArgument<IntGraphType> { Name = "assumedSize", Description = "Rows when no slicing argument is given." },
                    new QueryArgument<ListGraphType<NonNullGraphType<StringGraphType>>> { Name = "slicingArguments", Description = "Arguments whose value is the number of rows." },
                    new QueryArgument<ListGraphType<NonNullGraphType<StringGraphType>>> { Name = "sizedFields", Description = "Fields of the answer that have so many rows; without it the field itself has." },
                    new QueryArgument<BooleanGraphType> { Name = "requireOneSlicingArgument", Description = "Whether a slicing argument must be given.", DefaultValue = true }),
            });
    }

    /// <summary>Declares the cost on the field, for pricing and for the SDL.</summary>
    public void DeclareOn(FieldType field, double usualWeight)
    {
        field.Metadata[Key] = this;
        if (Math.Abs(Weight - usualWeight) > double.Epsilon)
            field.ApplyDirective(Cost, "weight", Text(Weight));
        foreach (var (name, weight) in Arguments)
            field.Arguments!.Find(name)!.ApplyDirective(Cost, "weight", Text(weight)); // declared for arguments that the field has
        if (SlicingArguments.Count > 0)
            field.ApplyDirective(ListSize, directive => directive
                .AddArgument(new DirectiveArgument("assumedSize") { Value = AssumedSize })
                .AddArgument(new DirectiveArgument("slicingArguments") { Value = SlicingArguments.ToArray() })
                .AddArgument(new DirectiveArgument("sizedFields") { Value = SizedFields.ToArray() })
                .AddArgument(new DirectiveArgument("requireOneSlicingArgument") { Value = false }));
        else if (AssumedSize != 1)
            field.ApplyDirective(ListSize, "assumedSize", AssumedSize);
    }

    private static string Text(double weight) => weight.ToString(CultureInfo.InvariantCulture);
}
