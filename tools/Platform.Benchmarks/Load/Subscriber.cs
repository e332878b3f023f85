using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Platform.Benchmarks.Load;

/// <summary>One WebSocket that follows the changes of copies, and after a break goes on behind the last one it saw.</summary>
internal sealed class Subscriber(Uri address, long after)
{
    private readonly HashSet<long> _seen = [];

    /// <summary>The sequences it was told.</summary>
    public IReadOnlySet<long> Seen => _seen;

    /// <summary>How often it was told a sequence that it knew.</summary>
    public int Repeated { get; private set; }

    public int Connections { get; private set; }

    public async Task FollowAsync(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                using var socket = new ClientWebSocket();
                socket.Options.AddSubProtocol("graphql-transport-ws");
                await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri, ending);
                Connections++;
                await ListenAsync(socket, ending);
            }
            catch (Exception broken) when (broken is WebSocketException or IOException or HttpRequestException)
            {
                await Task.Delay(200, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(ClientWebSocket socket, CancellationToken ending)
    {
        await SendAsync(socket, new { type = "connection_init" }, ending);
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, ending);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            var message = JsonDocument.Parse(buffer.AsMemory(0, part.Count)).RootElement;
            switch (message.GetProperty("type").GetString())
            {
                case "connection_ack":
                    var last = _seen.Count == 0 ? after : _seen.Max();
                    await SendAsync(socket, new { id = "1", type = "subscribe", payload = new { query = "subscription ($after: Long) { itemChanged(after: $after) { sequence } }", variables = new { after = last } } }, ending);
                    break;
                case "ping":
                    await SendAsync(socket, new { type = "pong" }, ending);
                    break;
                case "next":
                    if (!_seen.Add(message.GetProperty("payload").GetProperty("data").GetProperty("itemChanged").GetProperty("sequence").GetInt64()))
                        Repeated++;
                    break;
                case "error" or "complete":
                    return;
            }
        }
    }

    private static Task SendAsync(ClientWebSocket socket, object message, CancellationToken ending) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message)), WebSocketMessageType.Text, true, ending);
}
