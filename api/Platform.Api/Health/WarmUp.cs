using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using Platform.Api.Access;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Costs;
using Platform.Api.GraphQL.Trusted;
using Platform.Api.Transport;
using Platform.Model.Access;

namespace Platform.Api.Health;

/// <summary>
/// Runs typical queries and the registered ones before the process says that it is ready. In bursts with a pause between them: the
/// runtime compiles what was called often only once it is left alone for a moment.
/// </summary>
internal sealed partial class WarmUp(
    OperationRunner runner, DocumentCheck check, DocumentCache cache, TrustedDocuments trusted, IServiceScopeFactory scopes, IOptions<GraphOptions> options, ILogger<WarmUp> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    // A burst must be over in a moment, whatever clients have registered.
    private const int MostDocuments = 100;
    private const int RunsOfABurst = 10;

    private static readonly string[] Typical =
    [
        "{ records(first: 5) { edges { cursor node { id title author items { nodes { id status library { name } } } } } pageInfo { endCursor hasNextPage } totalCount } }",
        "{ searchRecords(text: \"sách\", first: 5, facets: [KIND]) { edges { cursor score node { id title } highlights { field spans { start length } } } totalCount facets { facet values { value label count } } } }",
        "{ libraries(first: 5) { nodes { id code name } } }",
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var documents = await DocumentsAsync(cancellationToken);
        for (var burst = 0; burst < options.Value.WarmUpBursts; burst++)
        {
            if (burst > 0)
                await Task.Delay(Pause, cancellationToken);
            for (var run = 0; run < (options.Value.WarmUpBursts == 1 ? 1 : RunsOfABurst); run++)
                foreach (var document in documents)
                    await RunAsync(document, cancellationToken);
        }
    }

    // A document that needs variables is read and kept, but there are no values to run it with; a mutation is never run.
    private async Task<List<string>> DocumentsAsync(CancellationToken cancellationToken)
    {
        var runnable = Typical.ToList();
        await using var scope = scopes.CreateAsyncScope();
        foreach (var text in await trusted.AllAsync(cancellationToken))
        {
            var (fault, document) = await check.OfAsync(text, scope.ServiceProvider, cancellationToken);
            if (fault is not null)
            {
                Outdated(log, TrustedDocuments.IdOf(TrustedDocuments.HashOf(text)), fault);
                continue;
            }
            cache.Keep(text, document.Document, isTrusted: true);
            var operations = document.Document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
            if (operations is [{ Operation: OperationType.Query } query] && query.Variables?.Any(v => v.Type is GraphQLNonNullType && v.DefaultValue is null) is not true)
                runnable.Add(text);
        }
        return runnable[..Math.Min(runnable.Count, MostDocuments)];
    }

    private async Task RunAsync(string document, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestScope>().Current = Scope.System;
        scope.ServiceProvider.GetRequiredService<OperationCharge>().Waive();
        var result = await runner.RunAsync(new GraphRequest { Query = document, IsOurs = true }, scope.ServiceProvider, cancellationToken);
        if (result.Errors is { Count: > 0 } errors)
            Failed(log, errors[0].Message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The trusted document {Id} does not fit the schema any more: {Why}")]
    private static partial void Outdated(ILogger log, string id, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A warm-up query failed: {Why}")]
    private static partial void Failed(ILogger log, string why);
}
