using Microsoft.Extensions.Options;

namespace Platform.Api.Transport;

/// <summary>The limits of the GraphQL endpoint (section <c>Graph</c>). Each protects the process before the work it limits is begun.</summary>
public sealed class GraphOptions
{
    /// <summary>Largest request body, in bytes; more is answered with 413.</summary>
    public int BodyBytes { get; set; } = 256 * 1024;

    /// <summary>Largest query string of a GET request, in characters; more is answered with 414.</summary>
    public int UrlCharacters { get; set; } = 8 * 1024;

    /// <summary>Largest document text, in characters.</summary>
    public int DocumentCharacters { get; set; } = 64 * 1024;

    /// <summary>Most tokens (names, punctuators, values) of a document; counted before it is parsed.</summary>
    public int DocumentTokens { get; set; } = 2_000;

    /// <summary>Deepest nesting of brackets of any kind in a document; measured before it is parsed.</summary>
    public int DocumentNesting { get; set; } = 48;

    /// <summary>Deepest nesting of fields outside introspection.</summary>
    public int FieldDepth { get; set; } = 12;

    /// <summary>Most fields of a document with every fragment spread written out.</summary>
    public int Fields { get; set; } = 2_000;

    /// <summary>Most times one field may be asked for under the same parent, fragments written out.</summary>
    public int AliasesOfOneField { get; set; } = 30;

    /// <summary>Most directives of a document, fragments written out.</summary>
    public int Directives { get; set; } = 50;

    /// <summary>Most pairs of fields that must be compared to prove that they merge.</summary>
    public int MergePairs { get; set; } = 5_000;

    /// <summary>Most mutations of one operation, aliases and fragments written out.</summary>
    public int MutationsPerOperation { get; set; } = 10;

    /// <summary>Most entries of a list in variables or in the document.</summary>
    public int ListEntries { get; set; } = 1_000;

    /// <summary>Most bytes of memory for documents that have been read and validated.</summary>
    public int DocumentCacheBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Deepest nesting of the variables' JSON.</summary>
    public int VariablesDepth { get; set; } = 16;

    /// <summary>Longest execution of one operation, in seconds; then 503.</summary>
    public int ExecutionSeconds { get; set; } = 30;

    /// <summary>Whether callers may read the schema through introspection. <c>GET /graphql?sdl</c> answers in any case.</summary>
    public bool Introspection { get; set; } = true;

    /// <summary>Browser origins that may call the endpoint from their pages; none unless listed.</summary>
    public IList<string> AllowedOrigins { get; } = [];
}

internal sealed class GraphOptionsValidator : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        var bad = new List<string>();
        Positive(nameof(options.BodyBytes), options.BodyBytes);
        Positive(nameof(options.UrlCharacters), options.UrlCharacters);
        Positive(nameof(options.DocumentCharacters), options.DocumentCharacters);
        Positive(nameof(options.DocumentTokens), options.DocumentTokens);
        Positive(nameof(options.FieldDepth), options.FieldDepth);
        Positive(nameof(options.Fields), options.Fields);
        Positive(nameof(options.AliasesOfOneField), options.AliasesOfOneField);
        Positive(nameof(options.Directives), options.Directives);
        Positive(nameof(options.MergePairs), options.MergePairs);
        Positive(nameof(options.MutationsPerOperation), options.MutationsPerOperation);
        Positive(nameof(options.ListEntries), options.ListEntries);
        Within(nameof(options.DocumentCacheBytes), options.DocumentCacheBytes, 1024 * 1024, int.MaxValue);
        Positive(nameof(options.ExecutionSeconds), options.ExecutionSeconds);
        // The parser recurses once for each bracket: past 100 the stack of a small thread is in danger.
        Within(nameof(options.DocumentNesting), options.DocumentNesting, 4, 100);
        Within(nameof(options.VariablesDepth), options.VariablesDepth, 1, 60);
        foreach (var origin in options.AllowedOrigins)
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
                bad.Add($"Graph:AllowedOrigins has '{origin}', which is no origin such as 'https://portal.example'.");
        return bad.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(bad);

        void Positive(string option, int value) => Within(option, value, 1, int.MaxValue);

        void Within(string option, int value, int least, int most)
        {
            if (value < least || value > most)
                bad.Add($"Graph:{option} is {value}; it must be between {least} and {most}.");
        }
    }
}
