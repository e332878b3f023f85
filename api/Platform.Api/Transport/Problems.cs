using GraphQL;
using Platform.Model.Access;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Transport;

/// <summary>Every reason for which a request is refused before it is executed. Codes are stable: clients branch on them.</summary>
internal static class Problems
{
    public static RequestProblem NotAcceptable(string accept) =>
        new(Status406NotAcceptable, "NOT_ACCEPTABLE", $"Nothing in Accept '{Cut(accept)}' can be served: ask for application/graphql-response+json, application/json or text/event-stream.");

    public static RequestProblem MediaType(string? contentType) =>
        new(Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", $"Content-Type '{Cut(contentType ?? "")}' is not read here: send application/json in UTF-8.");

    public static RequestProblem CrossSite { get; } =
        new(Status400BadRequest, "CSRF_PROTECTION", "A request that a browser would send without asking first needs a non-empty GraphQL-Require-Preflight header.");

    public static RequestProblem BodyTooLarge(int bytes) =>
        new(Status413PayloadTooLarge, "BODY_TOO_LARGE", $"The request body has more than {bytes} bytes.");

    public static RequestProblem UrlTooLong(int characters) =>
        new(Status414UriTooLong, "URL_TOO_LONG", $"The query string has more than {characters} characters: send the request by POST.");

    public static RequestProblem NotJson(string where, string why) =>
        new(Status400BadRequest, "INVALID_JSON", $"{where} is not valid JSON: {why}");

    public static RequestProblem WrongMember(string member, string wanted) =>
        new(Status400BadRequest, "INVALID_REQUEST", $"'{member}' must be {wanted}.");

    public static RequestProblem BatchIsOff { get; } =
        new(Status400BadRequest, "BATCH_NOT_SUPPORTED", "Send one operation in a request: batches are not accepted.");

    public static RequestProblem QueryMissing { get; } =
        new(Status400BadRequest, "QUERY_MISSING", "The request has neither 'query' nor 'documentId'.");

    public static RequestProblem Syntax(string description, int line, int column) =>
        new(Status400BadRequest, "GRAPHQL_PARSE_FAILED", Cut(description)) { Line = line, Column = column, IsWellFormed = true };

    public static RequestProblem DocumentTooLarge(string what, long most) =>
        new(Status400BadRequest, "DOCUMENT_TOO_LARGE", $"The document has more than {most} {what}.");

    public static RequestProblem DocumentTooDeep(string what, long most) =>
        new(Status400BadRequest, "DOCUMENT_TOO_DEEP", $"The document nests {what} deeper than {most}.");

    public static RequestProblem OnlyQueriesByGet(string operation) =>
        new(Status405MethodNotAllowed, "ONLY_QUERIES_BY_GET", $"GET answers queries only: send the {operation} by POST.");

    public static RequestProblem NeedsStream { get; } =
        new(Status400BadRequest, "SUBSCRIPTION_NEEDS_STREAM", "A subscription has many answers: ask for text/event-stream, or use graphql-transport-ws.");

    public static RequestProblem IntrospectionIsOff { get; } =
        new(Status400BadRequest, "INTROSPECTION_NOT_ALLOWED", "Introspection is switched off: read the schema at /graphql?sdl.");

    public static RequestProblem PageArguments(string why) => new(Status400BadRequest, "PAGE_ARGUMENTS", why) { IsWellFormed = true };

    public static RequestProblem OneOf(string field, params string[] arguments) =>
        new(Status400BadRequest, "ONE_OF", $"'{field}' needs exactly one of '{string.Join("', '", arguments)}'.") { IsWellFormed = true };

    public static RequestProblem BadCursor(string argument, string text) =>
        new(Status400BadRequest, "BAD_CURSOR", $"'{argument}' is '{Cut(text)}', which is no cursor of this list.") { IsWellFormed = true };

    public static RequestProblem CursorOfOtherOrder(string argument, string text, string found, string order) =>
        new(Status400BadRequest, "BAD_CURSOR", $"'{argument}' is '{Cut(text)}', a cursor of the order '{Cut(found)}'; this list is ordered by '{order}'.") { IsWellFormed = true };

    /// <summary>Nobody is asked to sign in; somebody is told what is lacking.</summary>
    public static RequestProblem Denied(string what, Permission? permission, Scope scope)
    {
        var needed = permission is { } one ? $"{what} needs the permission {one.ToString().ToConstantCase()}" : $"{what} is not open to callers";
        return scope.Actor == Scope.Anonymous.Actor
            ? new(Status401Unauthorized, "UNAUTHENTICATED", $"{needed}: sign in.")
            : new(Status403Forbidden, "FORBIDDEN", $"{needed}.");
    }

    public static RequestProblem TimedOut(int seconds) =>
        new(Status503ServiceUnavailable, "EXECUTION_TIMEOUT", $"The operation was stopped after {seconds} seconds.");

    // What the client sent comes back shortened: an error must not be a way to make a large answer.
    internal static string Cut(string text) => text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 120), "…");
}
