using System.Buffers;
using System.IO.Pipelines;
using GraphQL.SystemTextJson;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Platform.Api.Transport;

/// <summary>Takes the GraphQL request out of an HTTP request: from the URL by GET, from a JSON body by POST.</summary>
internal sealed class RequestReader(GraphQLSerializer serializer, IOptions<GraphOptions> options)
{
    private readonly GraphOptions _options = options.Value;
    private readonly RequestJson _json = new(serializer, options.Value.VariablesDepth);

    public RequestJson Json => _json;

    public ValueTask<Reading> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        HttpMethods.IsGet(request.Method) ? ValueTask.FromResult(ReadUrl(request)) : ReadBodyAsync(request, cancellationToken);

    private Reading ReadUrl(HttpRequest request)
    {
        if (request.QueryString.Value?.Length > _options.UrlCharacters)
            return Problems.UrlTooLong(_options.UrlCharacters);
        if (_json.ReadMap("variables", request.Query["variables"], out var variables) is { } badVariables)
            return badVariables;
        if (_json.ReadMap("extensions", request.Query["extensions"], out var extensions) is { } badExtensions)
            return badExtensions;
        return new GraphRequest
        {
            Query = request.Query["query"],
            OperationName = request.Query["operationName"] is [{ Length: > 0 } name, ..] ? name : null,
            DocumentId = request.Query["documentId"],
            Variables = variables,
            Extensions = extensions,
            IsGet = true,
        };
    }

    private async ValueTask<Reading> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJsonInUtf8(request.ContentType))
            return Problems.MediaType(request.ContentType);
        if (request.ContentLength > _options.BodyBytes)
            return Problems.BodyTooLarge(_options.BodyBytes);
        return await ReadUpToAsync(request.BodyReader, cancellationToken);
    }

    private static bool IsJsonInUtf8(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private async ValueTask<Reading> ReadUpToAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var part = await body.ReadAsync(cancellationToken);
            if (part.Buffer.Length > _options.BodyBytes)
            {
                body.AdvanceTo(part.Buffer.End);
                return Problems.BodyTooLarge(_options.BodyBytes);
            }
            if (part.IsCompleted)
            {
                var reading = _json.Read(part.Buffer.IsSingleSegment ? part.Buffer.First : part.Buffer.ToArray());
                body.AdvanceTo(part.Buffer.End);
                return reading;
            }
            body.AdvanceTo(part.Buffer.Start, part.Buffer.End);
        }
    }
}
