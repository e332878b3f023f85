using GraphQL;

namespace Platform.Api.Transport.WebSockets;

/// <summary>One operation on a socket, with a scope of services of its own: a query, a mutation or a subscription.</summary>
internal sealed class SocketOperation(string id, SocketServices services, SocketWriter writer, HttpContext http, Func<string, SocketOperation?> done) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private Task _running = Task.CompletedTask;

    public void Start(Reading reading) => _running = Task.Run(() => RunAsync(reading));

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _running;
        _ending.Dispose();
    }

    private async Task RunAsync(Reading reading)
    {
        try
        {
            await using var scope = OperationScope.Of(http);
            var wording = scope.ServiceProvider.GetRequiredService<ErrorWording>();
            var result = reading.Problem?.ToResult() ?? await services.Runner.RunAsync(reading.Request! with { CanStream = true }, scope.ServiceProvider, _ending.Token); // a reading has one or the other
            await foreach (var part in result.PartsAsync(_ending.Token))
                Send(part, wording);
            Finish(result, wording);
        }
        catch (OperationCanceledException)
        {
            // The client completed the operation, or the socket is closed: nothing more is sent for the id.
        }
        catch (SocketClosedException)
        {
            http.Abort();
        }
    }

    private void Send(ExecutionResult part, ErrorWording wording)
    {
        if (part.Executed)
            writer.Send("next", id, json => ResultJson.Write(json, part, wording));
    }

    // An operation that was not executed ends with "error", and with nothing after it.
    private void Finish(ExecutionResult result, ErrorWording wording)
    {
        if (done(id) is null)
            return;
        if (result.Executed)
            writer.Send("complete", id);
        else
            writer.Send("error", id, json => ResultJson.WriteErrors(json, result.Errors ?? [], wording));
    }
}
