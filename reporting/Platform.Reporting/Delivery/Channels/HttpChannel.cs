using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Platform.Model.Reporting.Delivery;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>
/// Puts a delivery to the receiver's HTTP interface under its own key, which is also the idempotency key. When an earlier attempt may
/// have arrived it first asks for the receipt under that key, so that even a receiver that does not know repeats takes it once.
/// </summary>
internal sealed class HttpChannel(IHttpClientFactory clients, ClientCredentials credentials, IOptions<DeliveryOptions> options) : IDeliveryChannel
{
    /// <summary>Name of the client for requests that may be repeated: questions and tokens.</summary>
    public const string Asking = "delivery-asking";

    /// <summary>Name of the client for requests that are repeated only when the receiver cannot have taken them.</summary>
    public const string Sending = "delivery-sending";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public ChannelKind Kind => ChannelKind.Http;

    public bool IsConfigured => options.Value.Http.Address.Length > 0;

    public async Task<DeliveryOutcome> SendAsync(ReportDelivery delivery, CancellationToken cancellationToken)
    {
        if (!DeliveryNames.StaysBelowRoot(delivery.Address))
            return new DeliveryOutcome.Undeliverable($"The recipient's path '{delivery.Address}' is not below the interface's address.");
        var place = new Uri(new Uri(options.Value.Http.Address), $"{delivery.Address.TrimEnd('/')}/{Uri.EscapeDataString(delivery.Key)}");
        try
        {
            return await AskAsync(delivery, place, cancellationToken) ?? await PutAsync(delivery, place, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or IOException)
        {
            return new DeliveryOutcome.TryAgain(fault.Message);
        }
        catch (JsonException fault)
        {
            return new DeliveryOutcome.TryAgain($"The answer cannot be read: {fault.Message}");
        }
    }

    private async Task<DeliveryOutcome?> AskAsync(ReportDelivery delivery, Uri place, CancellationToken cancellationToken)
    {
        if (delivery.Fence <= 1)
            return null;
        using var answer = await SignedAsync(Asking, () => new HttpRequestMessage(HttpMethod.Get, place), cancellationToken);
        return answer.StatusCode is HttpStatusCode.NotFound ? null : await ReadAsync(delivery, answer, cancellationToken);
    }

    private async Task<DeliveryOutcome> PutAsync(ReportDelivery delivery, Uri place, CancellationToken cancellationToken)
    {
        using var answer = await SignedAsync(Sending, () => HttpParcel.Pack(delivery, place), cancellationToken);
        return await ReadAsync(delivery, answer, cancellationToken);
    }

    // A token may be withdrawn before its time: refused once, it is fetched anew.
    private async Task<HttpResponseMessage> SignedAsync(string client, Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var answer = await SignedAsync(client, make, await credentials.TokenAsync(cancellationToken), cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.Unauthorized)
            return answer;
        answer.Dispose();
        credentials.Forget();
        return await SignedAsync(client, make, await credentials.TokenAsync(cancellationToken), cancellationToken);
    }

    private async Task<HttpResponseMessage> SignedAsync(string client, Func<HttpRequestMessage> make, string token, CancellationToken cancellationToken)
    {
        using var request = make();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await clients.CreateClient(client).SendAsync(request, cancellationToken);
    }

    private static async Task<DeliveryOutcome> ReadAsync(ReportDelivery delivery, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        if (status is 200 or 201 or 202)
            return Received(delivery, status, await answer.Content.ReadFromJsonAsync<ReceiverAnswer>(Json, cancellationToken));
        if (status is 401 or 403 or 408 or 425 or 429 or >= 500)
            return new DeliveryOutcome.TryAgain($"The receiver answered {status}.", answer.Headers.RetryAfter?.Delta);
        var words = await HttpWords.OfAsync(answer, cancellationToken);
        return status is 422 or 423
            ? new DeliveryOutcome.Refused(words)
            : new DeliveryOutcome.Undeliverable($"The receiver answered {status}: {words}");
    }

    private static DeliveryOutcome Received(ReportDelivery delivery, int status, ReceiverAnswer? answer)
    {
        if (answer?.Receipt is not { Length: > 0 } receipt)
            return new DeliveryOutcome.TryAgain($"The receiver answered {status} without a receipt.");
        if (answer.ContentHash is { } hash && hash != delivery.ContentHash)
            return new DeliveryOutcome.Undeliverable($"The receiver holds other content under this key: {hash}.");
        return status is 202 ? new DeliveryOutcome.HandedOver(receipt) : new DeliveryOutcome.Accepted(receipt);
    }

    private sealed record ReceiverAnswer(string? Receipt, string? ContentHash);
}
