using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Costs;
using Platform.Api.Transport;

namespace Platform.Api.Health;

/// <summary>Runs a few typical queries before the process says that it is ready, so that no client waits for the first compilation.</summary>
internal sealed class WarmUp(OperationRunner runner, IServiceScopeFactory scopes)
{
    private static readonly string[] Documents =
    [
        "{ records(first: 5) { edges { cursor node { id title author items { nodes { id status library { name } } } } } pageInfo { endCursor hasNextPage } totalCount } }",
        "{ libraries(first: 5) { nodes { id code name } } }",
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var document in Documents)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<OperationCharge>().Waive();
            var result = await runner.RunAsync(new GraphRequest { Query = document }, scope.ServiceProvider, cancellationToken);
            if (result.Errors is { Count: > 0 } errors)
                throw new InvalidOperationException($"The warm-up query failed: {errors[0].Message}", errors[0]);
        }
    }
}
