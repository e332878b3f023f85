using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>How a message was taken.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">Status code of the answer; null when there was none.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record WebhookAnswer(WebhookOutcome Outcome, int? Status, int Milliseconds);

/// <summary>Posts a message, signed. Of the answer only the status is looked at.</summary>
internal sealed class WebhookSender(HttpClient client, WebhookSecrets secrets, IOptions<WebhookOptions> options, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public async Task<WebhookAnswer> SendAsync(Webhook webhook, WebhookMessage message, CancellationToken cancellationToken)
    {
        if (secrets.Read(webhook.ProtectedSecret) is not { } secret)
            return new WebhookAnswer(WebhookOutcome.SecretLost, null, 0);
        var started = Stopwatch.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.AnswerSeconds));
        try
        {
            using var request = RequestOf(webhook, message, secret);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return new WebhookAnswer(answer.IsSuccessStatusCode ? WebhookOutcome.Received : WebhookOutcome.Refused, (int)answer.StatusCode, Since(started));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var forbidden = fault is ForbiddenAddressException || fault.InnerException is ForbiddenAddressException;
            return new WebhookAnswer(forbidden ? WebhookOutcome.AddressForbidden : WebhookOutcome.NoAnswer, null, Since(started));
        }
    }

    private static int Since(long started) => (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    private HttpRequestMessage RequestOf(Webhook webhook, WebhookMessage message, string secret)
    {
        var (body, now) = (message.Body(), clock.GetUtcNow());
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Add("Webhook-Id", message.Id);
        request.Headers.Add("Webhook-Timestamp", WebhookSignature.Timestamp(now));
        request.Headers.Add("Webhook-Signature", WebhookSignature.Of(secret, message.Id, now, body));
        request.Headers.UserAgent.ParseAdd("library-platform-webhooks/1");
        return request;
    }
}
