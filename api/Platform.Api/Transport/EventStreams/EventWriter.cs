using System.Buffers;
using System.Text.Json;
using System.Threading.Channels;
using GraphQL;

namespace Platform.Api.Transport.EventStreams;

/// <summary>Writes server-sent events: answers as they come, and a comment when nothing came for a while, so that proxies keep the connection.</summary>
internal sealed class EventWriter(HttpResponse response, TimeProvider clock)
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(12);

    // A client that does not read fills its own queue only; then it is disconnected.
    private const int MostWaiting = 256;

    private readonly ErrorWording _wording = response.HttpContext.RequestServices.GetRequiredService<ErrorWording>();
    private readonly Channel<ReadOnlyMemory<byte>> _queue = Channel.CreateBounded<ReadOnlyMemory<byte>>(MostWaiting);

    /// <summary>Answers with the head of a stream and sends events until the queue is completed or the client leaves.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        await WriteAsync(":\n\n"u8.ToArray(), cancellationToken);
        while (true)
        {
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var next = _queue.Reader.WaitToReadAsync(quiet.Token).AsTask();
            var first = await Task.WhenAny(next, Task.Delay(PingEvery, clock, quiet.Token));
            await quiet.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (first != next)
                await WriteAsync(":\n\n"u8.ToArray(), cancellationToken);
            else if (!await next)
                return;
            while (_queue.Reader.TryRead(out var message))
                await WriteAsync(message, cancellationToken);
        }
    }

    /// <summary>Sends one answer; within a single connection under its operation's id.</summary>
    public bool Next(ExecutionResult result, string? operationId) => Send("next", json =>
    {
        if (operationId is null)
        {
            ResultJson.Write(json, result, _wording);
            return;
        }
        json.WriteStartObject();
        json.WriteString("id"u8, operationId);
        json.WritePropertyName("payload"u8);
        ResultJson.Write(json, result, _wording);
        json.WriteEndObject();
    });

    /// <summary>Says that an operation has ended.</summary>
    public bool Complete(string? operationId) => Send("complete", operationId is null ? null : json =>
    {
        json.WriteStartObject();
        json.WriteString("id"u8, operationId);
        json.WriteEndObject();
    });

    public void End() => _queue.Writer.TryComplete();

    private bool Send(string name, Action<Utf8JsonWriter>? data)
    {
        using var buffer = new PooledBuffer();
        buffer.Write(System.Text.Encoding.ASCII.GetBytes($"event: {name}\ndata: "));
        if (data is not null)
            using (var json = new Utf8JsonWriter(buffer))
                data(json);
        buffer.Write("\n\n"u8);
        return _queue.Writer.TryWrite(buffer.Written.ToArray());
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await response.BodyWriter.WriteAsync(bytes, cancellationToken);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}
