using Microsoft.EntityFrameworkCore;

namespace Platform.Api.GraphQL.Mutations;

/// <summary>Runs a mutation's class with the request's services. A stale write becomes a typed error, whatever mutation met it.</summary>
internal sealed class MutationRunner(IServiceProvider services, IdempotentCalls calls)
{
    public async Task<TPayload> RunAsync<TMutation, TInput, TPayload>(TInput input, CancellationToken cancellationToken)
        where TMutation : class, IMutation<TInput, TPayload>
        where TInput : MutationInput
        where TPayload : Payload, new()
    {
        if (input.IdempotencyKey is not null)
            return await calls.OnceAsync(typeof(TMutation), input, () => PerformAsync<TMutation, TInput, TPayload>(input, cancellationToken), cancellationToken);
        return await PerformAsync<TMutation, TInput, TPayload>(input, cancellationToken);
    }

    private async Task<TPayload> PerformAsync<TMutation, TInput, TPayload>(TInput input, CancellationToken cancellationToken)
        where TMutation : class, IMutation<TInput, TPayload>
        where TPayload : Payload, new()
    {
        try
        {
            return await ActivatorUtilities.CreateInstance<TMutation>(services).RunAsync(input, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new TPayload { Errors = [StaleVersion.Now] };
        }
    }
}
