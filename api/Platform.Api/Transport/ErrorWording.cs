using GraphQL;
using GraphQL.Execution;
using Platform.Api.GraphQL;

namespace Platform.Api.Transport;

/// <summary>
/// What one caller sees of an error: a sentence in the caller's language, the place, a stable code, the request's number; of a fault of
/// ours nothing but that number.
/// </summary>
internal sealed class ErrorWording(RequestLanguage language, Correlation correlation, IHostEnvironment environment)
{
    private const string Suggestion = " Did you mean";

    public string MessageOf(ExecutionError error)
    {
        if (error is RequestError { Problem: var problem })
            return language.IsVietnamese ? problem.Vietnamese : problem.English;
        if (error is UnhandledError)
            return language.IsVietnamese
                ? $"Hệ thống gặp lỗi; đã ghi lại với mã {correlation.Id}."
                : $"Something went wrong on our side; it is logged under {correlation.Id}.";
        var english = WithoutSuggestion(error.Message);
        return language.IsVietnamese ? $"{EngineWords.Vietnamese.GetValueOrDefault(error.Code ?? "", EngineWords.Other)} {english}" : english;
    }

    public Dictionary<string, object?> ExtensionsOf(ExecutionError error)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = error is UnhandledError ? FaultLog.Code : error.Code ?? "INVALID_REQUEST" };
        if (error is RequestError { Problem.RetryAfterSeconds: { } seconds })
            extensions["retryAfterSeconds"] = seconds;
        foreach (var (key, value) in error.Extensions ?? [])
            extensions[key] = value;
        extensions["correlationId"] = correlation.Id;
        return extensions;
    }

    // A name that does not exist must not teach a stranger the names that do.
    private string WithoutSuggestion(string message)
    {
        var at = environment.IsDevelopment() ? -1 : message.IndexOf(Suggestion, StringComparison.Ordinal);
        return at < 0 ? message : message[..at];
    }
}
