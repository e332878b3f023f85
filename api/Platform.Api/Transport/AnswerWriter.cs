using System.Globalization;
using GraphQL;

namespace Platform.Api.Transport;

/// <summary>Writes an execution result as an HTTP answer: status, headers, and UTF-8 from one pooled buffer whose length is known.</summary>
internal static class AnswerWriter
{
    public const string VaryBy = "Accept, Accept-Encoding, Accept-Language, Authorization, Origin";

    public static async Task WriteAsync(HttpContext http, ExecutionResult result, AnswerForm form)
    {
        using var buffer = new PooledBuffer();
        ResultJson.Write(buffer, result, http.RequestServices.GetRequiredService<ErrorWording>());
        var response = http.Response;
        response.StatusCode = StatusOf(result, form);
        response.ContentType = TypeOf(form);
        response.ContentLength = buffer.Written.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = VaryBy;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = "POST";
        if (ProblemsOf(result).FirstOrDefault(p => p.RetryAfterSeconds is not null) is { } later)
            response.Headers.RetryAfter = later.RetryAfterSeconds!.Value.ToString(CultureInfo.InvariantCulture);
        await response.BodyWriter.WriteAsync(buffer.Written, http.RequestAborted);
    }

    public static string TypeOf(AnswerForm form) => form == AnswerForm.Json ? "application/json; charset=utf-8" : "application/graphql-response+json; charset=utf-8";

    /// <summary>
    /// GraphQL over HTTP: an executed operation is a 200 even with field errors. One that was not executed is a 200 to a client of
    /// <c>application/json</c> (older clients read the errors only then), unless the refusal has a status of its own.
    /// </summary>
    private static int StatusOf(ExecutionResult result, AnswerForm form)
    {
        if (result.Executed)
            return StatusCodes.Status200OK;
        if (ProblemsOf(result).FirstOrDefault(problem => !problem.IsWellFormed) is { } own)
            return own.Status;
        return form == AnswerForm.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    private static IEnumerable<RequestProblem> ProblemsOf(ExecutionResult result) => (result.Errors ?? []).OfType<RequestError>().Select(error => error.Problem);
}
