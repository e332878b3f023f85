using System.Security.Cryptography;
using System.Text;
using GraphQL;
using GraphQL.Types;

namespace Platform.Api.Transport;

/// <summary>The schema as SDL text, as <c>GET /graphql?sdl</c> answers it and <c>schema/graphql/schema.graphql</c> keeps it.</summary>
internal sealed class SchemaText(ISchema schema)
{
    private readonly Lazy<byte[]> _utf8 = new(() => Encoding.UTF8.GetBytes(Print(schema)));

    public static string Print(ISchema schema)
    {
        schema.Initialize();
        var sdl = schema.Print(new() { StringComparison = StringComparison.Ordinal });
        return sdl.ReplaceLineEndings("\n").Trim() + "\n";
    }

    public Task AnswerAsync(HttpContext http)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(_utf8.Value).AsSpan(0, 16))}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "public, max-age=300";
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.ContentLength = _utf8.Value.Length;
        return http.Response.Body.WriteAsync(_utf8.Value, http.RequestAborted).AsTask();
    }
}
