using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL.Costs;
using Platform.Api.Transport;

namespace Platform.Api.GraphQL;

/// <summary>Runs one operation, whichever transport brought it: document, choice of the operation, validation, cost, execution.</summary>
internal sealed class OperationRunner(ISchema schema, IDocumentExecuter executer, DocumentReader documents, DocumentCache cache, IOptions<GraphOptions> options)
{
    // What the schema says of a text holds for good; these rules judge the values, and those added at the start the caller.
    private static readonly IValidationRule[] AboutValues = [FieldArgumentsAreValidRule.Instance, InputFieldsAndArgumentsOfCorrectLength.Instance];

    private readonly GraphOptions _limits = options.Value;

    public async Task<ExecutionResult> RunAsync(GraphRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (Prepare(request, out var document) is { } problem)
            return problem.ToResult();
        using var charge = services.GetRequiredService<OperationCharge>();
        var result = await ExecuteAsync(request, document, services, cancellationToken);
        if (result.Executed && !document.IsValid)
            cache.Keep(document.Text, document.Document, isTrusted: false);
        if (charge.Describe() is { } cost)
            (result.Extensions ??= [])["cost"] = cost;
        return result;
    }

    private async Task<ExecutionResult> ExecuteAsync(GraphRequest request, ReadDocument document, IServiceProvider services, CancellationToken cancellationToken)
    {
        // A subscription lives as long as its client listens.
        if (OperationOf(document.Document, request.OperationName)?.Operation is OperationType.Subscription)
            return await executer.ExecuteAsync(OptionsFor(request, document, services, cancellationToken));
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(_limits.ExecutionSeconds));
        try
        {
            return await executer.ExecuteAsync(OptionsFor(request, document, services, timeout.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Problems.TimedOut(_limits.ExecutionSeconds).ToResult();
        }
    }

    private RequestProblem? Prepare(GraphRequest request, out ReadDocument document)
    {
        document = default;
        if (string.IsNullOrEmpty(request.Query))
            return Problems.QueryMissing;
        return InputLists.Check(request.Variables, _limits.ListEntries)
            ?? documents.Read(request.Query, out document)
            ?? OperationProblem(request, document.Document);
    }

    private RequestProblem? OperationProblem(GraphRequest request, GraphQLDocument document)
    {
        var chosen = OperationOf(document, request.OperationName);
        if (request.IsGet && chosen is { Operation: not OperationType.Query })
            return Problems.OnlyQueriesByGet(chosen.Operation == OperationType.Mutation ? "mutation" : "subscription");
        if (!request.CanStream && chosen is { Operation: OperationType.Subscription })
            return Problems.NeedsStream;
        if (!_limits.Introspection && AsksForSchema(document))
            return Problems.IntrospectionIsOff;
        return null;
    }

    private static GraphQLOperationDefinition? OperationOf(GraphQLDocument document, string? name) =>
        document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault(o => name is null || o.Name?.Value == name);

    private static bool AsksForSchema(GraphQLDocument document) =>
        document.Definitions.Any(definition => definition switch
        {
            GraphQLOperationDefinition operation => AsksForSchema(operation.SelectionSet),
            GraphQLFragmentDefinition fragment => AsksForSchema(fragment.SelectionSet),
            _ => false,
        });

    // Only the root has these fields, and only a fragment or an inline fragment can stand between.
    private static bool AsksForSchema(GraphQLSelectionSet set) =>
        set.Selections.Any(selection => selection switch
        {
            GraphQLField field => field.Name.Value == "__schema" || field.Name.Value == "__type",
            GraphQLInlineFragment inline => AsksForSchema(inline.SelectionSet),
            _ => false,
        });

    private ExecutionOptions OptionsFor(GraphRequest request, ReadDocument document, IServiceProvider services, CancellationToken cancellationToken) => new()
    {
        Schema = schema,
        Query = document.Text,
        Document = document.Document,
        OperationName = request.OperationName,
        Variables = request.Variables,
        Extensions = request.Extensions,
        RequestServices = services,
        CancellationToken = cancellationToken,
        ValidationRules = document.IsValid ? AboutValues : null,
    };
}
