using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Options;
using Platform.Api.Transport;

namespace Platform.Api.GraphQL;

/// <summary>Runs one operation, whichever transport brought it: limits, parsing, choice of the operation, validation, execution.</summary>
internal sealed class OperationRunner(ISchema schema, IDocumentExecuter executer, IOptions<GraphOptions> options)
{
    // The scan has bounded the brackets; a selection costs the parser three levels.
    private const int ParserLevelsPerBracket = 4;

    private readonly GraphOptions _limits = options.Value;

    public async Task<ExecutionResult> RunAsync(GraphRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (Prepare(request, out var document) is { } problem)
            return problem.ToResult();

        // A subscription lives as long as its client listens.
        if (OperationOf(document!, request.OperationName)?.Operation is OperationType.Subscription)
            return await executer.ExecuteAsync(OptionsFor(request, document!, services, cancellationToken)); // no problem, so a document
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(_limits.ExecutionSeconds));
        try
        {
            return await executer.ExecuteAsync(OptionsFor(request, document!, services, timeout.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Problems.TimedOut(_limits.ExecutionSeconds).ToResult();
        }
    }

    private RequestProblem? Prepare(GraphRequest request, out GraphQLDocument? document)
    {
        document = null;
        if (string.IsNullOrEmpty(request.Query))
            return Problems.QueryMissing;
        if (DocumentScan.Check(request.Query, _limits) is { } tooMuch)
            return tooMuch;
        try
        {
            document = Parser.Parse(request.Query, new ParserOptions { MaxDepth = _limits.DocumentNesting * ParserLevelsPerBracket });
        }
        catch (GraphQLSyntaxErrorException e)
        {
            return Problems.Syntax(e.Description, e.Location.Line, e.Location.Column);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return Problems.DocumentTooDeep("brackets", _limits.DocumentNesting);
        }
        return DocumentMeasure.Check(document, _limits) ?? OperationProblem(request, document);
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

    private ExecutionOptions OptionsFor(GraphRequest request, GraphQLDocument document, IServiceProvider services, CancellationToken cancellationToken) => new()
    {
        Schema = schema,
        Query = request.Query,
        Document = document,
        OperationName = request.OperationName,
        Variables = request.Variables,
        Extensions = request.Extensions,
        RequestServices = services,
        CancellationToken = cancellationToken,
        ValidationRules = null,
    };
}
