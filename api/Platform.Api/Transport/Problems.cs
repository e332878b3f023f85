using GraphQL;
using Platform.Model.Access;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Platform.Api.Transport;

/// <summary>
/// Every reason for which a request is refused before it is executed. Codes are stable: clients branch on them;
/// <c>schema/graphql/ERRORS.md</c> lists them.
/// </summary>
internal static class Problems
{
    public static RequestProblem NotAcceptable(string accept) => new(
        Status406NotAcceptable,
        "NOT_ACCEPTABLE",
        $"Nothing in Accept '{Cut(accept)}' can be served: ask for application/graphql-response+json, application/json or text/event-stream.",
        $"Không có dạng nào trong Accept '{Cut(accept)}' phục vụ được: hãy yêu cầu application/graphql-response+json, application/json hoặc text/event-stream.");

    public static RequestProblem MediaType(string? contentType) => new(
        Status415UnsupportedMediaType,
        "UNSUPPORTED_MEDIA_TYPE",
        $"Content-Type '{Cut(contentType ?? "")}' is not read here: send application/json in UTF-8.",
        $"Không đọc được Content-Type '{Cut(contentType ?? "")}': hãy gửi application/json mã UTF-8.");

    public static RequestProblem CrossSite { get; } = new(
        Status400BadRequest,
        "CSRF_PROTECTION",
        "A request that a browser would send without asking first needs a non-empty GraphQL-Require-Preflight header.",
        "Yêu cầu mà trình duyệt có thể gửi không cần hỏi trước phải có tiêu đề GraphQL-Require-Preflight khác rỗng.");

    public static RequestProblem BodyTooLarge(int bytes) => new(
        Status413PayloadTooLarge,
        "BODY_TOO_LARGE",
        $"The request body has more than {bytes} bytes.",
        $"Thân yêu cầu dài hơn {bytes} byte.");

    public static RequestProblem UrlTooLong(int characters) => new(
        Status414UriTooLong,
        "URL_TOO_LONG",
        $"The query string has more than {characters} characters: send the request by POST.",
        $"Chuỗi truy vấn dài hơn {characters} ký tự: hãy gửi bằng POST.");

    public static RequestProblem NotJson(string where, string why) => new(
        Status400BadRequest,
        "INVALID_JSON",
        $"{where} is not valid JSON: {why}",
        $"{where} không phải JSON hợp lệ: {why}");

    public static RequestProblem WrongMember(string member, string wanted) => new(
        Status400BadRequest,
        "INVALID_REQUEST",
        $"'{member}' must be {wanted}.",
        $"'{member}' sai kiểu, phải là: {wanted}.");

    public static RequestProblem BatchIsOff { get; } = new(
        Status400BadRequest,
        "BATCH_NOT_SUPPORTED",
        "Send one operation in a request: batches are not accepted.",
        "Mỗi yêu cầu chỉ gửi một thao tác: không nhận gửi theo lô.");

    public static RequestProblem QueryMissing { get; } = new(
        Status400BadRequest,
        "QUERY_MISSING",
        "The request has neither 'query' nor 'documentId'.",
        "Yêu cầu không có 'query' cũng không có 'documentId'.");

    public static RequestProblem UnknownDocument(string documentId) => new(
        Status404NotFound,
        "PERSISTED_DOCUMENT_NOT_FOUND",
        $"There is no document '{Cut(documentId)}' that the caller may run.",
        $"Không có tài liệu '{Cut(documentId)}' mà người gọi được chạy.");

    public static RequestProblem TrustedDocumentsOnly { get; } = new(
        Status403Forbidden,
        "TRUSTED_DOCUMENTS_ONLY",
        "The caller may run registered documents only: send the document's name as 'documentId'.",
        "Người gọi chỉ được chạy tài liệu đã đăng ký: hãy gửi tên tài liệu trong 'documentId'.");

    public static RequestProblem Upload(string english, string vietnamese) => new(Status400BadRequest, "INVALID_UPLOAD", english, vietnamese);

    public static RequestProblem UploadsNeedPermission(Scope scope) => Denied("A multipart request", scope, Permission.EditRepository, Permission.EditCatalogue);

    public static RequestProblem Syntax(string description, int line, int column) => new(
        Status400BadRequest,
        "GRAPHQL_PARSE_FAILED",
        Cut(description),
        $"Sai cú pháp GraphQL: {Cut(description)}")
    {
        Line = line,
        Column = column,
        IsWellFormed = true,
    };

    public static RequestProblem DocumentTooLarge(string what, long most) => new(
        Status400BadRequest,
        "DOCUMENT_TOO_LARGE",
        $"The document has more than {most} {what}.",
        $"Tài liệu truy vấn vượt quá {most} ({what}).");

    public static RequestProblem DocumentTooDeep(string what, long most) => new(
        Status400BadRequest,
        "DOCUMENT_TOO_DEEP",
        $"The document nests {what} deeper than {most}.",
        $"Tài liệu truy vấn lồng nhau quá {most} tầng ({what}).");

    public static RequestProblem ListTooLong(string where, int most) => new(
        Status400BadRequest,
        "LIST_TOO_LONG",
        $"A list in {where} has more than {most} entries.",
        $"Một danh sách trong {where} có hơn {most} phần tử.");

    public static RequestProblem TooManyMutations(int most) => new(
        Status400BadRequest,
        "TOO_MANY_MUTATIONS",
        $"One operation does at most {most} mutations, whatever their aliases.",
        $"Một thao tác chỉ được gọi tối đa {most} mutation, kể cả qua bí danh.");

    public static RequestProblem TooManyUnknown(int most) => new(
        Status400BadRequest,
        "TOO_MANY_UNKNOWN_NAMES",
        $"More than {most} names of the document are not in the schema: the rest was not looked at.",
        $"Hơn {most} tên trong tài liệu truy vấn không có trong lược đồ: phần còn lại không được xét.");

    public static RequestProblem TooCostly(int points, int most) => new(
        Status400BadRequest,
        "COST_TOO_HIGH",
        $"The operation costs {points} points; one operation may cost {most}: ask for fewer rows, or in parts.",
        $"Thao tác tốn {points} điểm; mỗi thao tác tối đa {most} điểm: hãy yêu cầu ít dòng hơn hoặc chia nhỏ.")
    {
        IsWellFormed = true,
    };

    public static RequestProblem BudgetSpent(string purpose, int points, int seconds) => new(
        Status429TooManyRequests,
        "BUDGET_SPENT",
        $"The operation costs {points} points, more than is left of the budget {purpose}: try again in {seconds} seconds.",
        $"Thao tác tốn {points} điểm, nhiều hơn phần còn lại của hạn mức {purpose}: hãy thử lại sau {seconds} giây.")
    {
        RetryAfterSeconds = seconds,
    };

    public static RequestProblem TooBusy(string purpose) => new(
        Status503ServiceUnavailable,
        "TOO_BUSY",
        $"Too many operations of the budget {purpose} wait for their turn: try again in a moment.",
        $"Quá nhiều thao tác thuộc hạn mức {purpose} đang chờ: hãy thử lại sau giây lát.")
    {
        RetryAfterSeconds = 1,
    };

    public static RequestProblem TooManyRequests(int seconds) => new(
        Status429TooManyRequests,
        "TOO_MANY_REQUESTS",
        $"Too many requests in a short time: try again in {seconds} seconds.",
        $"Quá nhiều yêu cầu trong thời gian ngắn: hãy thử lại sau {seconds} giây.")
    {
        RetryAfterSeconds = seconds,
    };

    public static RequestProblem OnlyQueriesByGet(string operation) => new(
        Status405MethodNotAllowed,
        "ONLY_QUERIES_BY_GET",
        $"GET answers queries only: send the {operation} by POST.",
        $"GET chỉ trả lời query: hãy gửi {operation} bằng POST.");

    public static RequestProblem NeedsStream { get; } = new(
        Status400BadRequest,
        "SUBSCRIPTION_NEEDS_STREAM",
        "A subscription has many answers: ask for text/event-stream, or use graphql-transport-ws.",
        "Subscription có nhiều câu trả lời: hãy yêu cầu text/event-stream hoặc dùng graphql-transport-ws.");

    public static RequestProblem IntrospectionIsOff { get; } = new(
        Status400BadRequest,
        "INTROSPECTION_NOT_ALLOWED",
        "Introspection is switched off: read the schema at /graphql?sdl.",
        "Introspection không được phép ở đây: hãy đọc lược đồ tại /graphql?sdl.");

    public static RequestProblem PageArguments(string english, string? vietnamese = null) => new(
        Status400BadRequest,
        "PAGE_ARGUMENTS",
        english,
        vietnamese ?? $"Đối số phân trang không hợp lệ. {english}")
    {
        IsWellFormed = true,
    };

    public static RequestProblem OneOf(string field, params string[] arguments) => new(
        Status400BadRequest,
        "ONE_OF",
        $"'{field}' needs exactly one of '{string.Join("', '", arguments)}'.",
        $"'{field}' cần đúng một trong các đối số '{string.Join("', '", arguments)}'.")
    {
        IsWellFormed = true,
    };

    public static RequestProblem BadCursor(string argument, string text) => new(
        Status400BadRequest,
        "BAD_CURSOR",
        $"'{argument}' is '{Cut(text)}', which is no cursor of this list.",
        $"'{argument}' là '{Cut(text)}', không phải con trỏ của danh sách này.")
    {
        IsWellFormed = true,
    };

    public static RequestProblem CursorOfOtherOrder(string argument, string text, string found, string order) => new(
        Status400BadRequest,
        "BAD_CURSOR",
        $"'{argument}' is '{Cut(text)}', a cursor of the order '{Cut(found)}'; this list is ordered by '{order}'.",
        $"'{argument}' là '{Cut(text)}', con trỏ của thứ tự '{Cut(found)}'; danh sách này xếp theo '{order}'.")
    {
        IsWellFormed = true,
    };

    /// <summary>Nobody is asked to sign in; somebody is told what is lacking.</summary>
    public static RequestProblem Denied(string what, Permission? permission, Scope scope) =>
        permission is { } one ? Denied(what, scope, one) : Denied($"{what} is not open to callers", $"{what} không mở cho người gọi", scope);

    private static RequestProblem Denied(string what, Scope scope, params Permission[] anyOf)
    {
        var names = anyOf.Select(permission => permission.ToString().ToConstantCase()).ToList();
        return Denied($"{what} needs the permission {string.Join(" or ", names)}", $"{what} cần quyền {string.Join(" hoặc ", names)}", scope);
    }

    private static RequestProblem Denied(string needed, string thieu, Scope scope) =>
        scope.Actor == Scope.Anonymous.Actor
            ? new(Status401Unauthorized, "UNAUTHENTICATED", $"{needed}: sign in.", $"{thieu}: hãy đăng nhập.")
            : new(Status403Forbidden, "FORBIDDEN", $"{needed}.", $"{thieu}.");

    public static RequestProblem InvalidToken { get; } = new(
        Status401Unauthorized,
        "UNAUTHENTICATED",
        "The access token is not valid or has expired: sign in again or renew it.",
        "Mã truy cập không hợp lệ hoặc đã hết hạn: hãy đăng nhập lại hoặc gia hạn.");

    public static RequestProblem TokenExpired { get; } = new(
        Status401Unauthorized,
        "TOKEN_EXPIRED",
        "The access token has expired, and the stream with it: renew it and go on after the last sequence.",
        "Mã truy cập đã hết hạn nên luồng kết thúc: hãy gia hạn rồi tiếp tục sau số thứ tự cuối cùng.");

    public static RequestProblem TimedOut(int seconds) => new(
        Status503ServiceUnavailable,
        "EXECUTION_TIMEOUT",
        $"The operation was stopped after {seconds} seconds.",
        $"Thao tác đã bị dừng sau {seconds} giây.");

    // What the client sent comes back shortened: an error must not be a way to make a large answer.
    internal static string Cut(string text) => text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 120), "…");
}
