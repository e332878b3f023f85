using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Platform.Api.Catalogue.Interchange;

/// <summary>The parameters of a protocol that takes them in the query of a GET or the form of a POST.</summary>
internal static class SmallForm
{
    private static readonly FormOptions Bounds = new() { ValueCountLimit = 20, KeyLengthLimit = 100, ValueLengthLimit = 12 * 1024, BufferBodyLengthLimit = 16 * 1024 };

    /// <summary>The parameters; null when a form holds more than any request of such a protocol.</summary>
    public static async Task<IEnumerable<KeyValuePair<string, StringValues>>?> GivenAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return request.Query;
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(Bounds, request.HttpContext.RequestAborted) : [];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
