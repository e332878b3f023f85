using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using Platform.Api.Transport;

namespace Platform.Api.GraphQL;

/// <summary>
/// Counts the names of a document that the schema does not have, and stops at the limit: the engine looks for a similar name for each
/// of them among all that there are, and a document can hold two thousand.
/// </summary>
internal sealed class UnknownNames
{
    private const int Most = 20;

    private readonly ISchema _schema;
    private int _unknown;

    private UnknownNames(ISchema schema) => _schema = schema;

    public static RequestProblem? Check(GraphQLDocument document, ISchema schema)
    {
        var names = new UnknownNames(schema);
        foreach (var definition in document.Definitions)
            names.Count(definition);
        return names._unknown > Most ? Problems.TooManyUnknown(Most) : null;
    }

    private void Count(ASTNode definition)
    {
        if (definition is GraphQLFragmentDefinition fragment)
            Count(fragment.SelectionSet, Named(fragment.TypeCondition.Type.Name.Value));
        if (definition is not GraphQLOperationDefinition operation)
            return;
        foreach (var variable in operation.Variables?.Items ?? [])
            _ = Named(NameOf(variable.Type));
        Count(operation.SelectionSet, operation.Operation switch
        {
            OperationType.Mutation => _schema.Mutation,
            OperationType.Subscription => _schema.Subscription,
            _ => _schema.Query,
        });
    }

    // Below a name that is not known nothing can be told; the scan has bounded how deep it goes.
    private void Count(GraphQLSelectionSet set, IGraphType? type)
    {
        foreach (var selection in set.Selections)
        {
            if (_unknown > Most)
                return;
            if (selection is GraphQLInlineFragment inline)
                Count(inline.SelectionSet, inline.TypeCondition is { } condition ? Named(condition.Type.Name.Value) : type);
            if (selection is not GraphQLField field || type is not IComplexGraphType complex || field.Name.Value.Span.StartsWith("__"))
                continue;
            if (complex.GetField(field.Name.Value) is not { } known)
                _unknown++;
            else if (field.SelectionSet is { } below)
                Count(below, known.ResolvedType?.GetNamedType());
        }
    }

    private IGraphType? Named(ROM name)
    {
        var type = _schema.AllTypes[name];
        if (type is null)
            _unknown++;
        return type;
    }

    private static ROM NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => NameOf(required.Type),
        GraphQLListType list => NameOf(list.Type),
        _ => ((GraphQLNamedType)type).Name.Value,
    };
}
