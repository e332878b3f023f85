using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Platform.Api.Transport;
using Platform.Model.Access;

namespace Platform.Api.GraphQL;

/// <summary>
/// Denies a document before anything of it runs, when one of its fields (in fragments and behind interfaces too) needs a permission
/// that the caller lacks, or declares none.
/// </summary>
internal sealed class PermissionRule : ValidationRuleBase
{
    private static readonly ValueTask<INodeVisitor?> Visitor = new(new MatchingNodeVisitor<GraphQLField>((field, context) => Check(field, context)));

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => Visitor;

    private static void Check(GraphQLField field, ValidationContext context)
    {
        var definition = context.TypeInfo.GetFieldDef();
        if (definition is null || IsIntrospection(field, context))
            return;
        var scope = context.RequestServices!.GetRequiredService<Scope>(); // the runner always gives services
        if (FieldPermission.Allows(definition, scope))
            return;
        var what = $"{ParentOf(context)}.{definition.Name}";
        context.ReportError(new RequestError(Problems.Denied(what, FieldPermission.Of(definition), scope), field));
    }

    // The switch for introspection is applied when the operation is chosen.
    private static bool IsIntrospection(GraphQLField field, ValidationContext context) =>
        field.Name.Value.Span.StartsWith("__") || ParentOf(context).StartsWith("__", StringComparison.Ordinal);

    private static string ParentOf(ValidationContext context) => context.TypeInfo.GetParentType()?.GetNamedType().Name ?? "";
}

/// <summary>Stops the start when a field of the schema declares no permission: nobody could read it, and nobody would know why.</summary>
internal sealed class PermissionsAreDeclared : global::GraphQL.Utilities.BaseSchemaNodeVisitor
{
    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema) => Check(field, type);

    public override void VisitInterfaceFieldDefinition(FieldType field, IInterfaceGraphType type, ISchema schema) => Check(field, type);

    private static void Check(FieldType field, IGraphType type)
    {
        if (!type.Name.StartsWith("__", StringComparison.Ordinal) && !FieldPermission.IsDeclared(field))
            throw new InvalidOperationException($"{type.Name}.{field.Name} declares no permission.");
    }
}
