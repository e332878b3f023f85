using GraphQL;
using Platform.Api.GraphQL;

namespace Platform.Api.Transport.EventStreams;

/// <summary>Server-sent events as graphql-sse has them: one stream for one operation, or one stream for many.</summary>
internal sealed class EventStreamEndpoint(
    EventStreamReservations reservations, RequestReader reader, OperationRunner runner, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    /// <summary>Whether the request belongs to the single connection mode.</summary>
    public static bool Takes(HttpRequest request) =>
        HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method) || EventStreamReservations.TokenOf(request) is not null;

    public Task AnswerAsync(HttpContext http)
    {
        if (HttpMethods.IsPut(http.Request.Method))
            return reservations.ReserveAsync(http);
        if (EventStreamReservations.TokenOf(http.Request) is not { } token || reservations.Find(token) is not { } reservation)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        if (HttpMethods.IsDelete(http.Request.Method))
            return StopAsync(http, reservation);
        return HttpMethods.IsGet(http.Request.Method) && Negotiation.Choose(http.Request.Headers) is AnswerForm.EventStream
            ? OpenAsync(http, token)
            : StartAsync(http, reservation);
    }

    /// <summary>Answers one operation as a stream of its own.</summary>
    public async Task WriteAsync(HttpContext http, ExecutionResult result)
    {
        var events = new EventWriter(http.Response, clock);
        using var stopping = lifetime.ApplicationStopping.Register(events.End);
        using var expiry = Expiry.Of(http, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, expiry.Token);
        var sending = SendAsync(events, result, expiry.Token, ending.Token);
        await events.RunAsync(http.RequestAborted);
        await ending.CancelAsync();
        await sending;
    }

    private static async Task SendAsync(EventWriter events, ExecutionResult result, CancellationToken expired, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var part in result.PartsAsync(cancellationToken))
                if (!events.Next(part, null))
                    break;
            events.Complete(null);
        }
        catch (OperationCanceledException) when (expired.IsCancellationRequested)
        {
            events.Next(Problems.TokenExpired.ToResult(), null);
            events.Complete(null);
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
        finally
        {
            events.End();
        }
    }

    private async Task OpenAsync(HttpContext http, string token)
    {
        try
        {
            await reservations.OpenAsync(http, token);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client closed its stream.
        }
    }

    private static Task StopAsync(HttpContext http, EventStreamReservation reservation)
    {
        if (http.Request.Query["operationId"] is not [{ Length: > 0 } operationId, ..])
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        reservation.Stop(operationId);
        return Task.CompletedTask;
    }

    private async Task StartAsync(HttpContext http, EventStreamReservation reservation)
    {
        var reading = CrossSiteGuard.Refuses(http.Request) ? Problems.CrossSite : await reader.ReadAsync(http.Request, http.RequestAborted);
        var operationId = reading.Request?.Extensions?.GetValueOrDefault("operationId") as string;
        var problem = reading.Problem ?? (string.IsNullOrEmpty(operationId) ? Problems.WrongMember("extensions.operationId", "a string") : null);
        if (problem is not null)
        {
            await AnswerWriter.WriteAsync(http, problem.ToResult(), AnswerForm.GraphResponse);
            return;
        }
        if (reservation.TryBegin(operationId!) is not { } ending) // a missing id is the problem above
        {
            http.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }
        // The operation outlives this request: its answers go to the stream.
        var scope = OperationScope.Of(http);
        var result = await runner.RunAsync(reading.Request! with { CanStream = true }, scope.ServiceProvider, ending.Token); // no problem, so a request
        if (!result.Executed)
        {
            reservation.Stop(operationId!);
            await scope.DisposeAsync();
            await AnswerWriter.WriteAsync(http, result, AnswerForm.GraphResponse);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        _ = SendAndDisposeAsync(reservation, operationId!, result, Expiry.Of(http, clock), ending, scope);
    }

    private static async Task SendAndDisposeAsync(
        EventStreamReservation reservation, string operationId, ExecutionResult result, CancellationTokenSource expiry, CancellationTokenSource ending, AsyncServiceScope scope)
    {
        await reservation.SendAsync(operationId, result, expiry.Token, ending.Token);
        expiry.Dispose();
        await scope.DisposeAsync();
    }
}
