using Microsoft.Extensions.Options;

namespace Platform.Api.Transport;

/// <summary>The limits of the GraphQL endpoint (section <c>Graph</c>). Each protects the process before the work it limits is begun.</summary>
public sealed class GraphOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Graph";

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

    /// <summary>
    /// Who may read the schema through introspection: <c>Everyone</c>, <c>SignedIn</c> or <c>Nobody</c>. When nothing is said, everyone in
    /// Development and those who are signed in elsewhere. <c>GET /graphql?sdl</c> answers in any case.
    /// </summary>
    public IntrospectionFor? Introspection { get; set; }

    /// <summary>Whether a browser gets a page for trying queries at <c>/graphql</c>. When nothing is said, in Development only.</summary>
    public bool? QueryPage { get; set; }

    /// <summary>Whether callers who are not signed in may run registered documents only.</summary>
    public bool TrustedDocumentsOnlyForAnonymous { get; set; }

    /// <summary>Seconds for which caches may answer a registered document asked by GET without asking again; only for callers who are not signed in.</summary>
    public int CacheSeconds { get; set; }

    /// <summary>How often the typical queries are run, with a pause between, before the process says that it is ready.</summary>
    public int WarmUpBursts { get; set; } = 3;

    /// <summary>Largest multipart request with files, in bytes; larger files come by tus, at /files/uploads.</summary>
    public int UploadBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Most files of one multipart request.</summary>
    public int UploadFiles { get; set; } = 10;

    /// <summary>Browser origins that may call the endpoint from their pages; none unless listed.</summary>
    public IList<string> AllowedOrigins { get; } = [];
}

/// <summary>Who may read the schema through introspection.</summary>
public enum IntrospectionFor
{
    /// <summary>Every caller.</summary>
    Everyone,

    /// <summary>Callers with a token.</summary>
    SignedIn,

    /// <summary>No caller.</summary>
    Nobody,
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
        Within(nameof(options.CacheSeconds), options.CacheSeconds, 0, 86_400);
        Within(nameof(options.WarmUpBursts), options.WarmUpBursts, 1, 20);
        Within(nameof(options.UploadBytes), options.UploadBytes, options.BodyBytes, int.MaxValue);
        Within(nameof(options.UploadFiles), options.UploadFiles, 1, 100);
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
