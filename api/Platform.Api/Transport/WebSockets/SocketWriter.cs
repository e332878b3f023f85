using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace Platform.Api.Transport.WebSockets;

/// <summary>
/// Sends messages one after the other from a bounded queue. A client that does not read fills its own queue only; then it is
/// disconnected, and comes back by its last sequence number.
/// </summary>
internal sealed class SocketWriter(WebSocket socket)
{
    private const int MostWaiting = 256;

    private readonly Channel<byte[]> _queue = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Queues a message.</summary>
    /// <exception cref="SocketClosedException">The client has not read the last 256.</exception>
    public void Send(string type, string? id = null, Action<Utf8JsonWriter>? payload = null)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (id is not null)
                json.WriteString("id"u8, id);
            json.WriteString("type"u8, type);
            if (payload is not null)
            {
                json.WritePropertyName("payload"u8);
                payload(json);
            }
            json.WriteEndObject();
        }
        if (!_queue.Writer.TryWrite(buffer.Written.ToArray()) && !_queue.Reader.Completion.IsCompleted)
            throw new SocketClosedException(SocketClose.TryAgainLater, "Client reads too slowly");
    }

    /// <summary>Sends until the queue is completed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in _queue.Reader.ReadAllAsync(cancellationToken))
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }

    public void Complete() => _queue.Writer.TryComplete();
}
