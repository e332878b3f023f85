using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.Transport;
using Platform.Model.Bulk;

namespace Platform.Api.Bulk;

/// <summary>What became of a line.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="Data">What the mutation answered; null for a line that was refused.</param>
/// <param name="Errors">Why it was refused; empty for one that was carried out.</param>
internal sealed record LineOutcome(long Number, JsonElement? Data, IReadOnlyList<LineError> Errors)
{
    public bool IsDone => Errors.Count == 0;

    public static LineOutcome No(long number, string code, string message) => new(number, null, [new LineError(code, message)]);
}

/// <summary>Why a line was refused: a stable code, and a sentence in English.</summary>
internal sealed record LineError(string Code, string Message);

/// <summary>Gives a line to the mutation of its job.</summary>
internal sealed class LineImport(BulkOperations operations, RequestReader requests, GraphQLSerializer serializer)
{
    private static readonly string IdempotencyKey = nameof(MutationInput.IdempotencyKey).ToCamelCase();

    public async Task<LineOutcome> RunAsync(IServiceProvider scope, BulkJobKind kind, JsonLine line, CancellationToken cancellationToken)
    {
        if (line.IsTooLong)
            return LineOutcome.No(line.Number, "LINE_TOO_LONG", "The line is longer than lines may be.");
        if (requests.Json.Parse(line.Text, "The line", out var root) is { } problem)
            return LineOutcome.No(line.Number, "NOT_JSON", problem.English);
        if (root.ValueKind is not JsonValueKind.Object)
            return LineOutcome.No(line.Number, "NOT_JSON", "A line is one JSON object.");
        if (root.TryGetProperty(IdempotencyKey, out _))
            return LineOutcome.No(line.Number, "INVALID_INPUT", $"'{IdempotencyKey}' has no place in a line: the job carries each line out once.");
        var (mutation, _) = BulkKinds.MutationOf(kind);
        var answer = await operations.AskAsync(scope, DocumentOf(kind), new() { ["input"] = serializer.ReadNode<Inputs>(root) }, cancellationToken);
        return OutcomeOf(line.Number, mutation, answer);
    }

    internal static string DocumentOf(BulkJobKind kind)
    {
        var (mutation, tells) = BulkKinds.MutationOf(kind);
        return $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {tells} errors {{ ... on Error {{ code message }} }} }} }}";
    }

    private static LineOutcome OutcomeOf(long number, string mutation, JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out var errors))
            return new LineOutcome(number, null, [.. errors.EnumerateArray().Select(e => ErrorOf(e.GetProperty("extensions").GetProperty("code"), e.GetProperty("message")))]);
        var payload = answer.GetProperty("data").GetProperty(mutation);
        return new LineOutcome(number, payload, [.. payload.GetProperty("errors").EnumerateArray().Select(e => ErrorOf(e.GetProperty("code"), e.GetProperty("message")))]);
    }

    private static LineError ErrorOf(JsonElement code, JsonElement message) => new(code.GetString()!, message.GetString()!); // both are always written
}
