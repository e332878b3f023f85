using System.Collections.Concurrent;
using System.Security.Cryptography;
using GraphQL;

namespace Platform.Api.Transport.EventStreams;

/// <summary>
/// The single connection mode of graphql-sse: a client reserves a stream (PUT), opens it (GET), starts operations on it (POST) and
/// stops them (DELETE). For browsers on HTTP/1.1, which open six connections to a host.
/// </summary>
internal sealed class EventStreamReservations(IHostApplicationLifetime lifetime, TimeProvider clock)
{
    public const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private const int MostReservations = 10_000;

    private readonly ConcurrentDictionary<string, EventStreamReservation> _reservations = new();

    public static string? TokenOf(HttpRequest request) =>
        request.Headers[TokenHeader] is [{ Length: > 0 } token, ..] ? token : request.Query["token"] is [{ Length: > 0 } inUrl, ..] ? inUrl : null;

    public EventStreamReservation? Find(string token) => _reservations.GetValueOrDefault(token);

    /// <summary>Reserves a stream and answers its token.</summary>
    public async Task ReserveAsync(HttpContext http)
    {
        DropUnused();
        if (_reservations.Count >= MostReservations)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _reservations[token] = new EventStreamReservation(clock.GetUtcNow());
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(token, http.RequestAborted);
    }

    /// <summary>Keeps the reserved stream open until its client leaves.</summary>
    public async Task OpenAsync(HttpContext http, string token)
    {
        if (Find(token) is not { } reservation)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var writer = new EventWriter(http.Response, clock);
        if (!reservation.TryOpen(writer))
        {
            http.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }
        try
        {
            using var stopping = lifetime.ApplicationStopping.Register(writer.End);
            await writer.RunAsync(http.RequestAborted);
        }
        finally
        {
            _reservations.TryRemove(token, out _);
            reservation.StopAll();
        }
    }

    private void DropUnused()
    {
        var oldest = clock.GetUtcNow().AddMinutes(-1);
        foreach (var (token, reservation) in _reservations)
            if (!reservation.IsOpen && reservation.At < oldest)
                _reservations.TryRemove(token, out _);
    }
}

/// <summary>A reserved stream and the operations on it.</summary>
internal sealed class EventStreamReservation(DateTimeOffset at)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _operations = new();
    private EventWriter? _writer;

    public DateTimeOffset At => at;

    public bool IsOpen => _writer is not null;

    public bool TryOpen(EventWriter writer) => Interlocked.CompareExchange(ref _writer, writer, null) is null;

    /// <summary>Takes an id for an operation; null when it is in use.</summary>
    public CancellationTokenSource? TryBegin(string operationId)
    {
        var ending = new CancellationTokenSource();
        if (_operations.TryAdd(operationId, ending))
            return ending;
        ending.Dispose();
        return null;
    }

    /// <summary>Sends an operation's answers, and that it has ended.</summary>
    public async Task SendAsync(string operationId, ExecutionResult result, CancellationToken expired, CancellationToken stopped)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(expired, stopped);
        try
        {
            await foreach (var part in result.PartsAsync(ending.Token))
                _writer?.Next(part, operationId);
            _writer?.Complete(operationId);
        }
        catch (OperationCanceledException) when (expired.IsCancellationRequested)
        {
            _writer?.Next(Problems.TokenExpired.ToResult(), operationId);
            _writer?.Complete(operationId);
        }
        catch (OperationCanceledException)
        {
            // The client stopped the operation or left.
        }
        finally
        {
            _operations.TryRemove(operationId, out _);
        }
    }

    public void Stop(string operationId)
    {
        if (_operations.TryRemove(operationId, out var ending))
            ending.Cancel();
    }

    public void StopAll()
    {
        foreach (var id in _operations.Keys)
            Stop(id);
    }
}
