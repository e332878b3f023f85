using System.Security.Cryptography;
using GraphQL;
using Platform.Model.Access;

namespace Platform.Api.Transport;

/// <summary>
/// Answers a registered document asked by GET so that caches may keep it: with an ETag, and 304 while nothing changed. What it cost is
/// left out, because that differs each time.
/// </summary>
internal static class CachedAnswer
{
    public static bool IsFor(HttpRequest request, ExecutionResult result) =>
        HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("documentId") && !request.Query.ContainsKey("query") && result is { Executed: true, Errors: null or { Count: 0 } };

    public static async Task WriteAsync(HttpContext http, ExecutionResult result, AnswerForm form, int seconds)
    {
        result.Extensions = null;
        using var buffer = new PooledBuffer();
        ResultJson.Write(buffer, result, http.RequestServices.GetRequiredService<ErrorWording>());
        var response = http.Response;
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(buffer.Written.Span).AsSpan(0, 16))}\"";
        response.Headers.ETag = tag;
        response.Headers.Vary = AnswerWriter.VaryBy;
        // What a caller with a token sees belongs into no shared cache.
        response.Headers.CacheControl = http.RequestServices.GetRequiredService<Scope>().Actor != Scope.Anonymous.Actor ? "private, no-cache"
            : seconds > 0 ? $"public, max-age={seconds}" : "public, no-cache";
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = AnswerWriter.TypeOf(form);
        response.ContentLength = buffer.Written.Length;
        await response.BodyWriter.WriteAsync(buffer.Written, http.RequestAborted);
    }
}
