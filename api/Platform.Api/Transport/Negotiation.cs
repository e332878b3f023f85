using Microsoft.Net.Http.Headers;

namespace Platform.Api.Transport;

/// <summary>The forms in which a GraphQL answer can be sent.</summary>
internal enum AnswerForm
{
    /// <summary><c>application/json</c>: every well-formed request is answered with 200.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status says whether the operation was executed.</summary>
    GraphResponse,

    /// <summary><c>text/event-stream</c>.</summary>
    EventStream,
}

/// <summary>
/// Chooses the form of the answer from the Accept header (GraphQL over HTTP, "Accept"): the best q-value wins, and the
/// client's order where q-values are equal. No header and <c>*/*</c> mean <c>application/json</c>, as the draft's audit asks.
/// </summary>
internal static class Negotiation
{
    /// <summary>The chosen form; null where nothing the client takes can be served.</summary>
    public static AnswerForm? Choose(IHeaderDictionary headers)
    {
        if (headers.Accept.Count == 0 || headers.Accept.All(string.IsNullOrWhiteSpace))
            return AnswerForm.Json;
        if (!MediaTypeHeaderValue.TryParseList(headers.Accept, out var wanted))
            return null;
        return wanted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1).Select(FormOf).FirstOrDefault(form => form is not null);
    }

    private static AnswerForm? FormOf(MediaTypeHeaderValue type)
    {
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return null;
        return type.MediaType.Value switch
        {
            { } name when name.Equals("application/graphql-response+json", StringComparison.OrdinalIgnoreCase) => AnswerForm.GraphResponse,
            { } name when name.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase) => AnswerForm.EventStream,
            { } name when name.Equals("application/json", StringComparison.OrdinalIgnoreCase) || name is "*/*" or "application/*" => AnswerForm.Json,
            _ => null,
        };
    }
}
