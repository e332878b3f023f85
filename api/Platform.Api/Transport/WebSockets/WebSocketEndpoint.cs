using System.Net.WebSockets;
using Microsoft.Extensions.Options;
using Platform.Api.Access;
using Platform.Api.GraphQL;

namespace Platform.Api.Transport.WebSockets;

/// <summary>Takes WebSocket upgrades on <c>/graphql</c>: one sub-protocol, from origins that may call.</summary>
internal sealed class WebSocketEndpoint(
    OperationRunner runner, RequestReader reader, IOptions<GraphOptions> options, BearerScopes bearers, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private const string Protocol = "graphql-transport-ws";

    public async Task AcceptAsync(HttpContext http)
    {
        if (!IsAllowed(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (!http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            await RefuseProtocolAsync(http);
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync(Protocol);
        await using var connection = new GraphSocket(socket, http, new SocketServices(runner, reader.Json, options.Value, bearers, clock));
        await connection.RunAsync(lifetime.ApplicationStopping);
    }

    // The protocol's client learns of a wrong sub-protocol by a close code, which needs an open socket.
    private static async Task RefuseProtocolAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await socket.CloseAsync((WebSocketCloseStatus)SocketClose.SubprotocolNotAcceptable, "Subprotocol not acceptable", http.RequestAborted);
    }

    // CORS does not apply to WebSockets: the browser sends cookies and asks nobody.
    private bool IsAllowed(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || options.Value.AllowedOrigins.Contains(origin) || origin == $"{request.Scheme}://{request.Host}";
    }
}

/// <summary>What a socket works with.</summary>
internal sealed record SocketServices(
    OperationRunner Runner, RequestJson Requests, GraphOptions Options, BearerScopes Bearers, TimeProvider Clock);
