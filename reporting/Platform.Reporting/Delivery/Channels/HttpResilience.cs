using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>How the two HTTP clients of the channel treat faults within one attempt; the ledger spreads attempts over hours.</summary>
internal static class HttpResilience
{
    /// <summary>Adds both clients.</summary>
    public static IServiceCollection AddDeliveryClients(this IServiceCollection services)
    {
        services.AddHttpClient(HttpChannel.Asking, Open).AddResilienceHandler(HttpChannel.Asking, pipeline => pipeline
            .AddRetry(Retry(HttpClientResiliencePredicates.IsTransient))
            .AddTimeout(TimeSpan.FromSeconds(20)));
        services.AddHttpClient(HttpChannel.Sending, Open).AddResilienceHandler(HttpChannel.Sending, pipeline => pipeline
            .AddRetry(Retry(WasNotTaken))
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { MinimumThroughput = 10, SamplingDuration = TimeSpan.FromMinutes(1) }));
        return services;
    }

    // The attempt's own time limit cancels; the client's default of 100 seconds would cut a large parcel on a weak line.
    private static void Open(HttpClient client) => client.Timeout = System.Threading.Timeout.InfiniteTimeSpan;

    private static HttpRetryStrategyOptions Retry(Func<Outcome<HttpResponseMessage>, bool> when) => new()
    {
        MaxRetryAttempts = 2,
        Delay = TimeSpan.FromMilliseconds(300),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldRetryAfterHeader = false, // a long wait belongs in the ledger, not in a held lease
        ShouldHandle = arguments => ValueTask.FromResult(when(arguments.Outcome)),
    };

    // No connection, or turned away at the door: the receiver cannot have the parcel. Everything else may have arrived and is asked about first.
    private static bool WasNotTaken(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
        || outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests;
}
