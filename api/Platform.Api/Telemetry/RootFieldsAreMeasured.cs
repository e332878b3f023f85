using GraphQL.Types;
using GraphQL.Utilities;

namespace Platform.Api.Telemetry;

/// <summary>Measures every field of a root: what stands below it was read with it.</summary>
internal sealed class RootFieldsAreMeasured : BaseSchemaNodeVisitor
{
    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema)
    {
        if ((type != schema.Query && type != schema.Mutation) || field.Resolver is not { } resolver)
            return;
        field.Resolver = new global::GraphQL.Resolvers.FuncFieldResolver<object>(async context =>
        {
            using var measured = context.RequestServices!.GetRequiredService<OperationMeter>().Field(type.Name, field.Name); // the runner always gives services
            return await resolver.ResolveAsync(context);
        });
    }
}
