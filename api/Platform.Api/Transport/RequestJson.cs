using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;

namespace Platform.Api.Transport;

/// <summary>Reads the JSON object of a GraphQL request, member by member, with the types that GraphQL over HTTP demands.</summary>
internal sealed class RequestJson(GraphQLSerializer serializer, int variablesDepth)
{
    // The request object itself and 'variables' are two levels above what the client nests.
    private readonly JsonDocumentOptions _options = new() { MaxDepth = variablesDepth + 2, AllowDuplicateProperties = false };

    public Reading Read(ReadOnlyMemory<byte> utf8)
    {
        if (Parse(utf8, "The request body", out var root) is { } problem)
            return problem;
        return Read(root);
    }

    /// <summary>Reads a request that is part of another JSON text, as on a WebSocket.</summary>
    public Reading Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return Problems.BatchIsOff;
        if (root.ValueKind != JsonValueKind.Object)
            return Problems.WrongMember("request", "a JSON object");
        foreach (var (member, kind, wanted) in Members)
            if (root.TryGetProperty(member, out var value) && value.ValueKind != kind && value.ValueKind != JsonValueKind.Null)
                return Problems.WrongMember(member, wanted);
        return new GraphRequest
        {
            Query = Text(root, "query"),
            OperationName = Text(root, "operationName") is { Length: > 0 } name ? name : null,
            DocumentId = Text(root, "documentId"),
            Variables = Map(root, "variables"),
            Extensions = Map(root, "extensions"),
        };
    }

    /// <summary>Reads <c>variables</c> or <c>extensions</c> from JSON text, as a URL carries them.</summary>
    public RequestProblem? ReadMap(string member, string? text, out Inputs? map)
    {
        map = null;
        if (string.IsNullOrEmpty(text))
            return null;
        if (Parse(System.Text.Encoding.UTF8.GetBytes(text), $"'{member}'", out var root) is { } problem)
            return problem;
        if (root.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            return Problems.WrongMember(member, "a JSON object");
        map = root.ValueKind == JsonValueKind.Object ? serializer.ReadNode<Inputs>(root) : null;
        return null;
    }

    private static readonly (string Member, JsonValueKind Kind, string Wanted)[] Members =
    [
        ("query", JsonValueKind.String, "a string"),
        ("operationName", JsonValueKind.String, "a string or null"),
        ("documentId", JsonValueKind.String, "a string"),
        ("variables", JsonValueKind.Object, "an object or null"),
        ("extensions", JsonValueKind.Object, "an object or null"),
    ];

    internal RequestProblem? Parse(ReadOnlyMemory<byte> utf8, string where, out JsonElement root)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, _options);
            root = document.RootElement.Clone();
            return null;
        }
        catch (JsonException e)
        {
            root = default;
            return Problems.NotJson(where, e.Message);
        }
    }

    private static string? Text(JsonElement root, string member) =>
        root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private Inputs? Map(JsonElement root, string member) =>
        root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Object ? serializer.ReadNode<Inputs>(value) : null;
}
