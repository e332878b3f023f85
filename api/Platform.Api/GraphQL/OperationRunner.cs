using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using Platform.Api.Access;
using Platform.Api.GraphQL.Costs;
using Platform.Api.GraphQL.Trusted;
using Platform.Api.Telemetry;
using Platform.Api.Transport;
using Platform.Model.Access;

namespace Platform.Api.GraphQL;

/// <summary>Runs one operation, whichever transport brought it: document, choice of the operation, validation, cost, execution.</summary>
internal sealed class OperationRunner(ISchema schema, IDocumentExecuter executer, DocumentChoice choice, DocumentReader documents, DocumentCache cache, OperationMeter meter, IOptions<GraphOptions> options)
{
    // What the schema says of a text holds for good; these rules judge the values, and those added at the start the caller.
    private static readonly IValidationRule[] AboutValues = [FieldArgumentsAreValidRule.Instance, InputFieldsAndArgumentsOfCorrectLength.Instance];

    private readonly GraphOptions _limits = options.Value;

    public async Task<ExecutionResult> RunAsync(GraphRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        var caller = services.GetRequiredService<RequestScope>();
        var (text, problem) = request.IsOurs ? (request.Query, null) : await choice.OfAsync(request, caller, cancellationToken);
        if (problem is not null)
            return problem.ToResult();
        if (Prepare(request, text!, services.GetRequiredService<Scope>(), out var document) is { } refused) // without a problem there is a text
            return refused.ToResult();
        using var measured = meter.Operation();
        using var charge = services.GetRequiredService<OperationCharge>();
        var result = await ExecuteAsync(request, document, services, cancellationToken);
        if (result.Executed && !document.IsValid)
            cache.Keep(document.Text, document.Document, isTrusted: request.Query is null);
        meter.Ended(result, charge.Points);
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

    private RequestProblem? Prepare(GraphRequest request, string text, Scope scope, out ReadDocument document)
    {
        document = default;
        return InputLists.Check(request.Variables, _limits.ListEntries)
            ?? documents.Read(text, out document)
            ?? OperationProblem(request, document.Document, scope);
    }

    private RequestProblem? OperationProblem(GraphRequest request, GraphQLDocument document, Scope scope)
    {
        var chosen = OperationOf(document, request.OperationName);
        if (request.IsGet && chosen is { Operation: not OperationType.Query })
            return Problems.OnlyQueriesByGet(chosen.Operation == OperationType.Mutation ? "mutation" : "subscription");
        if (!request.CanStream && chosen is { Operation: OperationType.Subscription })
            return Problems.NeedsStream;
        if (!MayIntrospect(scope) && AsksForSchema(document))
            return Problems.IntrospectionIsOff;
        return null;
    }

    private static GraphQLOperationDefinition? OperationOf(GraphQLDocument document, string? name) =>
        document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault(o => name is null || o.Name?.Value == name);

    private bool MayIntrospect(Scope scope) => _limits.Introspection switch
    {
        IntrospectionFor.Everyone => true,
        IntrospectionFor.SignedIn => scope.Actor != Scope.Anonymous.Actor,
        _ => false,
    };

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
