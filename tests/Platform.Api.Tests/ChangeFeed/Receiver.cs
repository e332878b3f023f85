using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Api.ChangeFeed.Webhooks;

namespace Platform.Api.Tests.ChangeFeed;

/// <summary>A message as it arrived.</summary>
internal sealed record Message(string Id, string Timestamp, string Signature, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public IEnumerable<(long Sequence, string Id, string Kind)> Changes => Json.GetProperty("changes").EnumerateArray()
        .Select(c => (c.GetProperty("sequence").GetInt64(), c.GetProperty("id").GetString()!, c.GetProperty("kind").GetString()!)); // the message has them

    /// <summary>Whether who sent it knows the secret.</summary>
    public bool IsSignedWith(string secret) => Signature == WebhookSignature.Of(
        secret, Id, DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, System.Globalization.CultureInfo.InvariantCulture)), Body);
}

/// <summary>A receiver of webhooks on a real port of this machine.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Message> _messages = new();

    private Receiver(WebApplication app) => _app = app;

    /// <summary>What has arrived.</summary>
    public IReadOnlyList<Message> Messages => [.. _messages];

    /// <summary>What is answered, and when; 204 unless a test says otherwise.</summary>
    public Func<Message, HttpContext, Task> Answer { get; set; } = (_, http) => With(http, StatusCodes.Status204NoContent);

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hook"; // it is started

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public static Task With(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers;
        var message = new Message(headers["Webhook-Id"].ToString(), headers["Webhook-Timestamp"].ToString(), headers["Webhook-Signature"].ToString(), body.ToArray());
        _messages.Enqueue(message);
        await Answer(message, http);
    }
}
