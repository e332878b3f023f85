using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using Platform.Api.Access;
using Platform.Api.GraphQL.Types;
using Platform.Api.Transport;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Costs;

/// <summary><c>costOf</c>: what an operation would cost the caller, without running it.</summary>
internal static class CostOf
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var part = new RecordGraph<FieldPrice>(kinds).With(p => p.Path).With(p => p.Times).With(p => p.Points);
        var cost = new RecordGraph<OperationCost>(kinds)
            .With(c => c.Points).With(c => c.MostPerOperation).With(c => c.Purpose).With(c => c.Remaining)
            .With(GraphKind.Of(part).Required().List().Required(), c => c.Fields)
            .With(c => c.Problems);
        var field = GraphKind.Of(cost).Required().Field("costOf", "What an operation would cost the caller with these variables, without running it.");
        field.Arguments = new QueryArguments(
            GraphKind.Of<StringGraphType>().Required().Argument("query", "The document."),
            GraphKind.Of<StringGraphType>().Argument("variables", "The variables, as JSON text."),
            GraphKind.Of<StringGraphType>().Argument("operationName", "The operation, where the document has several."));
        field.Resolver = new FuncFieldResolver<object>(async context => await PriceAsync(context));
        new FieldCost { Weight = 10 }.DeclareOn(field, usualWeight: 1);
        query.AddField(field.Requires(Permission.ReadCatalogue));
    }

    private static async Task<OperationCost> PriceAsync(IResolveFieldContext context)
    {
        var services = context.RequestServices!; // the runner always gives services
        var cost = new OperationCost { MostPerOperation = services.GetRequiredService<IOptions<CostOptions>>().Value.MostPerOperation };
        var words = services.GetRequiredService<ErrorWording>();
        if (Read(context, services, out var document, out var variables) is { } problem)
            return cost with { Problems = [words.MessageOf(problem.ToError())] };
        OperationPrice? price = null;
        var result = await services.GetRequiredService<IDocumentValidator>().ValidateAsync(new ValidationOptions
        {
            Schema = context.Schema,
            Document = document.Document,
            Operation = OperationOf(document.Document, context.GetArgument<string?>("operationName")) ?? document.Document.Definitions.OfType<GraphQLOperationDefinition>().First(),
            Variables = variables ?? Inputs.Empty,
            RequestServices = services,
            CancellationToken = context.CancellationToken,
            Rules = [.. DocumentValidator.CoreRules, new PermissionRule(), new CostRule((p, _, _) =>
            {
                price = p;
                return ValueTask.FromResult<RequestProblem?>(null);
            })],
        });
        if (price is null)
            return cost with { Problems = [.. result.Errors.Take(ResultJson.MostErrors).Select(words.MessageOf)] };
        var caller = services.GetRequiredService<RequestScope>().CallerOf(services.GetRequiredService<Scope>());
        return cost with { Points = price.Points, Purpose = price.Purpose, Remaining = services.GetRequiredService<Budgets>().Remaining(price.Purpose, caller), Fields = price.Fields };
    }

    private static RequestProblem? Read(IResolveFieldContext context, IServiceProvider services, out ReadDocument document, out Inputs? variables)
    {
        document = default;
        if (services.GetRequiredService<RequestReader>().Json.ReadMap("variables", context.GetArgument<string?>("variables"), out variables) is { } bad)
            return bad;
        if (services.GetRequiredService<DocumentReader>().Read(context.GetArgument<string>("query"), out document) is { } unreadable)
            return unreadable;
        return document.Document.Definitions.Any(d => d is GraphQLOperationDefinition) ? null : Problems.QueryMissing;
    }

    private static GraphQLOperationDefinition? OperationOf(GraphQLDocument document, string? name) =>
        document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault(o => name is null || o.Name?.Value == name);
}

/// <summary>What an operation would cost.</summary>
internal sealed record OperationCost
{
    /// <summary>Its points; null when it could not be run at all.</summary>
    public int? Points { get; init; }

    /// <summary>Points that one operation may cost.</summary>
    public int MostPerOperation { get; init; }

    /// <summary>The budget that would pay; null when it could not be run at all.</summary>
    public Purpose? Purpose { get; init; }

    /// <summary>Points that the caller has left in that budget now.</summary>
    public int? Remaining { get; init; }

    /// <summary>Where the points come from.</summary>
    public IReadOnlyList<FieldPrice> Fields { get; init; } = [];

    /// <summary>Why it could not be run; empty when it could.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
