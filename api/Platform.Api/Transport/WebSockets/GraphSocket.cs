using System.Net.WebSockets;
using System.Text.Json;
using Platform.Api.Access;

namespace Platform.Api.Transport.WebSockets;

/// <summary>One connection of graphql-transport-ws: reads messages, keeps the operations, closes with the protocol's codes.</summary>
internal sealed class GraphSocket(WebSocket socket, HttpContext http, SocketServices services) : IAsyncDisposable
{
    private static readonly TimeSpan InitialisationTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private const int MostMissedPings = 2;
    private const int MostOperations = 50;
    private const string Scheme = "Bearer ";

    private readonly SocketWriter _writer = new(socket);
    private readonly Dictionary<string, SocketOperation> _operations = [];
    private readonly Lock _lock = new();
    private bool _isInitialised;
    private bool _isAcknowledged;
    private int _missedPings;
    private readonly TaskCompletionSource<DateTimeOffset> _expiresAt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs until the client leaves, breaks the protocol, or the server stops.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var sending = _writer.RunAsync(ending.Token);
        var reading = ReadAsync(ending.Token);
        var (code, reason) = (SocketClose.GoingAway, "Server is going away");
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, stopping);
        try
        {
            await await Task.WhenAny(reading, KeepTimeAsync(time.Token), ExpireAsync(time.Token), sending);
            (code, reason) = ((int)WebSocketCloseStatus.NormalClosure, "");
        }
        catch (SocketClosedException broken)
        {
            (code, reason) = (broken.Code, broken.Message);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The client left, or the server is stopping: there is no fault to report.
        }
        // A timer that waits for the token's end would keep the whole connection in memory until then.
        await time.CancelAsync();
        await EndAsync(code, reason);
        // Ending the reading at once would tear the connection down before the client has heard the code.
        await Task.WhenAny(reading, Task.Delay(Patience, CancellationToken.None));
        await ending.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var operation in TakeOperations())
            await operation.DisposeAsync();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer();
        while (true)
        {
            buffer.Clear();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.GetMemory(4096), cancellationToken);
                buffer.Advance(part.Count);
                if (buffer.Written.Length > services.Options.BodyBytes)
                    throw new SocketClosedException(SocketClose.TooBig, "Message is too big");
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            if (part.MessageType != WebSocketMessageType.Text || services.Requests.Parse(buffer.Written, "The message", out var message) is not null)
                throw new SocketClosedException(SocketClose.BadRequest, "Message is not JSON");
            await AnswerAsync(message, cancellationToken);
        }
    }

    private async Task AnswerAsync(JsonElement message, CancellationToken cancellationToken)
    {
        var type = TextOf(message, "type");
        switch (type)
        {
            case "connection_init":
                await InitialiseAsync(message, cancellationToken);
                break;
            case "ping":
                _writer.Send("pong");
                break;
            case "pong":
                _missedPings = 0;
                break;
            case "subscribe":
                Subscribe(message);
                break;
            case "complete":
                _ = RemoveOperation(IdOf(message))?.DisposeAsync().AsTask();
                break;
            default:
                throw new SocketClosedException(SocketClose.BadRequest, "Invalid message type");
        }
    }

    private async Task InitialiseAsync(JsonElement message, CancellationToken cancellationToken)
    {
        if (_isInitialised)
            throw new SocketClosedException(SocketClose.TooManyInitialisationRequests, "Too many initialisation requests");
        _isInitialised = true;
        if (TokenOf(message) is { } token)
        {
            var bearer = await services.Bearers.OfAsync(token, cancellationToken) ?? throw new SocketClosedException(SocketClose.Forbidden, "Forbidden");
            http.RequestServices.GetRequiredService<RequestScope>().Carries(bearer);
            _expiresAt.TrySetResult(bearer.ExpiresAt);
        }
        _writer.Send("connection_ack");
        _isAcknowledged = true;
    }

    // A browser cannot set headers on a socket: it sends its token with the first message.
    private string? TokenOf(JsonElement message)
    {
        var given = message.TryGetProperty("payload", out var payload) ? TextOf(payload, "authorization") ?? TextOf(payload, "Authorization") : null;
        given ??= http.Request.Headers.Authorization.ToString();
        return given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? given[Scheme.Length..].Trim() : null;
    }

    private void Subscribe(JsonElement message)
    {
        var id = IdOf(message);
        if (!_isAcknowledged)
            throw new SocketClosedException(SocketClose.Unauthorized, "Unauthorized");
        if (!message.TryGetProperty("payload", out var payload) || payload.ValueKind != JsonValueKind.Object || TextOf(payload, "query") is null && TextOf(payload, "documentId") is null)
            throw new SocketClosedException(SocketClose.BadRequest, "Invalid subscribe message");
        var operation = new SocketOperation(id, services, _writer, http, done: RemoveOperation);
        lock (_lock)
        {
            if (_operations.Count >= MostOperations)
                throw new SocketClosedException(SocketClose.BadRequest, "Too many operations");
            if (!_operations.TryAdd(id, operation))
                throw new SocketClosedException(SocketClose.SubscriberAlreadyExists, $"Subscriber for {id} already exists");
        }
        operation.Start(services.Requests.Read(payload));
    }

    private async Task KeepTimeAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(InitialisationTime, services.Clock, cancellationToken);
        if (!_isInitialised)
            throw new SocketClosedException(SocketClose.InitialisationTimeout, "Connection initialisation timeout");
        while (true)
        {
            await Task.Delay(PingEvery, services.Clock, cancellationToken);
            if (_missedPings++ >= MostMissedPings)
                throw new SocketClosedException(SocketClose.GoingAway, "No answer to pings");
            _writer.Send("ping");
        }
    }

    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var end = await _expiresAt.Task.WaitAsync(cancellationToken);
        // In steps: a timer waits for some weeks at most.
        for (var left = end - services.Clock.GetUtcNow(); left > TimeSpan.Zero; left = end - services.Clock.GetUtcNow())
            await Task.Delay(left < LongestWait ? left : LongestWait, services.Clock, cancellationToken);
        throw new SocketClosedException(SocketClose.Forbidden, "The access token has expired");
    }

    private SocketOperation? RemoveOperation(string id)
    {
        lock (_lock)
            return _operations.Remove(id, out var operation) ? operation : null;
    }

    private List<SocketOperation> TakeOperations()
    {
        lock (_lock)
        {
            List<SocketOperation> all = [.. _operations.Values];
            _operations.Clear();
            return all;
        }
    }

    private async Task EndAsync(int code, string reason)
    {
        foreach (var operation in TakeOperations())
            await operation.DisposeAsync();
        _writer.Complete();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, patience.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The client is not there to hear the reason.
        }
    }

    private static string IdOf(JsonElement message) =>
        TextOf(message, "id") is { Length: > 0 } id ? id : throw new SocketClosedException(SocketClose.BadRequest, "Message has no id");

    private static string? TextOf(JsonElement message, string member) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
