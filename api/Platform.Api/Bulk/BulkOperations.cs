using System.Text.Json;
using GraphQL;
using Platform.Api.Access;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Costs;
using Platform.Api.Transport;

namespace Platform.Api.Bulk;

/// <summary>
/// Runs a job's operations as the job's account would run them over HTTP: the same validation, the same permissions, the same rows. Only
/// the budget is not charged: jobs wait for their turn instead.
/// </summary>
internal sealed class BulkOperations(OperationRunner runner, IServiceScopeFactory services)
{
    /// <summary>Services for some operations of the run, with a database context of their own.</summary>
    public AsyncServiceScope Begin(BulkRun run)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestScope>().Current = run.Scope;
        return scope;
    }

    /// <summary>The answer of one operation, as a client would get it.</summary>
    public async Task<JsonElement> AskAsync(IServiceProvider scope, string document, Dictionary<string, object?> variables, CancellationToken cancellationToken)
    {
        scope.GetRequiredService<OperationCharge>().Waive();
        var request = new GraphRequest { Query = document, Variables = new Inputs(variables), IsOurs = true };
        var result = await runner.RunAsync(request, scope, cancellationToken);
        using var buffer = new PooledBuffer();
        ResultJson.Write(buffer, result, scope.GetRequiredService<ErrorWording>());
        cancellationToken.ThrowIfCancellationRequested(); // an operation that was broken off answers with an error of its own
        using var answer = JsonDocument.Parse(buffer.Written);
        return answer.RootElement.Clone();
    }
}
