using GraphQL;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL;
using Platform.Api.Transport.EventStreams;
using Platform.Api.Transport.Uploads;
using Platform.Api.Transport.WebSockets;

namespace Platform.Api.Transport;

/// <summary>The GraphQL endpoint over HTTP: decides what a request to <c>/graphql</c> is and answers it.</summary>
internal sealed class GraphEndpoint(
    RequestReader reader, MultipartRequests multipart, OperationRunner runner, SchemaText schemaText, WebSocketEndpoint sockets, EventStreamEndpoint streams, IOptions<GraphOptions> options)
{
    public const string Path = "/graphql";

    private const string AllowedMethods = "GET, POST";

    public Task AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        http.RequestServices.GetRequiredService<RequestLanguage>().Choose(request.Headers);
        if (http.WebSockets.IsWebSocketRequest)
            return sockets.AcceptAsync(http);
        if (EventStreamEndpoint.Takes(request))
            return streams.AnswerAsync(http);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
            return RefuseMethod(http.Response);
        if (HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("sdl"))
            return schemaText.AnswerAsync(http);
        if (options.Value.QueryPage is true && QueryPage.IsWantedBy(request))
            return QueryPage.AnswerAsync(http);
        return AnswerOperationAsync(http);
    }

    private async Task AnswerOperationAsync(HttpContext http)
    {
        var form = Negotiation.Choose(http.Request.Headers);
        var problem = form is null ? Problems.NotAcceptable(http.Request.Headers.Accept.ToString())
            : CrossSiteGuard.Refuses(http.Request) ? Problems.CrossSite
            : null;
        try
        {
            var result = problem?.ToResult() ?? await RunAsync(http, form is AnswerForm.EventStream);
            if (form is AnswerForm.EventStream && result.Executed)
                await streams.WriteAsync(http, result);
            else if (CachedAnswer.IsFor(http.Request, result))
                await CachedAnswer.WriteAsync(http, result, form ?? AnswerForm.GraphResponse, options.Value.CacheSeconds);
            else
                await AnswerWriter.WriteAsync(http, result, form ?? AnswerForm.GraphResponse);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is left to answer, and nothing is wrong here.
        }
    }

    private async Task<ExecutionResult> RunAsync(HttpContext http, bool canStream)
    {
        var reading = HttpMethods.IsPost(http.Request.Method) && MultipartRequests.Takes(http.Request.ContentType)
            ? await multipart.ReadAsync(http, http.RequestAborted)
            : await reader.ReadAsync(http.Request, http.RequestAborted);
        return reading.Problem?.ToResult() ?? await runner.RunAsync(reading.Request! with { CanStream = canStream }, http.RequestServices, http.RequestAborted);
    }

    private static Task RefuseMethod(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = AllowedMethods;
        return Task.CompletedTask;
    }
}
