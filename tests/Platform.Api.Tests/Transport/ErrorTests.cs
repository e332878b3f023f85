using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.Transport;
using Platform.Model.Access;

namespace Platform.Api.Tests.Transport;

/// <summary>One taxonomy of errors: stable codes, two languages, a number to ask for, nothing of the inside.</summary>
public sealed class ErrorTests
{
    [Fact]
    public void EveryCode_StandsInTheReviewedList() => Golden.Match(List(), "schema/graphql/ERRORS.md");

    [Fact]
    public void EveryErrorOfTheEngine_HasVietnameseWords()
    {
        var engine = typeof(ExecutionError).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsPublic: true } && t.IsAssignableTo(typeof(global::GraphQL.Validation.ValidationError)) && !t.Namespace!.EndsWith("Custom", StringComparison.Ordinal))
            .Where(t => t != typeof(global::GraphQL.Validation.ValidationError))
            .Select(t => t.Name[..^"Error".Length].ToConstantCase());

        engine.Except(EngineWords.Vietnamese.Keys).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "The request has neither 'query' nor 'documentId'.")]
    [InlineData("vi-VN, en;q=0.5", "Yêu cầu không có 'query' cũng không có 'documentId'.")]
    [InlineData("fr", "The request has neither 'query' nor 'documentId'.")]
    public async Task RefusedRequest_IsToldInTheCallersLanguage(string language, string message)
    {
        await using var api = await PlatformApi.StartAsync();
        api.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", language);

        var answer = JsonDocument.Parse(await (await api.PostTextAsync("{}")).Content.ReadAsStringAsync()).RootElement;

        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe(message);
    }

    [Fact]
    public async Task EnginesError_IsIntroducedInVietnamese()
    {
        await using var api = await PlatformApi.StartAsync();
        api.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "vi");

        var answer = await api.AnswerAsync("{ recrods { id } }");

        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("Kiểu này không có trường đó. Cannot query field 'recrods' on type 'Query'.");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task FaultOfOurs_ShowsNothingButItsNumber(string environment)
    {
        var log = new KeptLog();
        await using var api = await PlatformApi.StartAsync(environment: environment, logs: log);
        await using (var db = api.Database.Open())
            await db.Database.ExecuteSqlRawAsync("DROP TABLE \"IdempotentCalls\"; ALTER TABLE \"Groups\" RENAME TO \"SecretTable\";");

        using var response = await api.PostAsync("{ groups { nodes { id name } } }");
        var text = await response.Content.ReadAsStringAsync();
        var error = JsonDocument.Parse(text).RootElement.GetProperty("errors")[0];

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INTERNAL_ERROR");
        var number = error.GetProperty("extensions").GetProperty("correlationId").GetString();
        error.GetProperty("message").GetString().ShouldBe($"Something went wrong on our side; it is logged under {number}.");
        text.ShouldNotContain("no such table");
        text.ShouldNotContain("SQLite");
        log.Lines.ShouldContain(line => line.Contains(number!, StringComparison.Ordinal) && line.Contains("no such table", StringComparison.Ordinal));
    }

    private static string List()
    {
        var list = new StringBuilder("""
            # Errors

            Branch on the code; the sentence is for people, in Vietnamese or English by `Accept-Language`, and may change. Every error of
            a request carries `extensions.code` and `extensions.correlationId`, the number under which it stands in the log. This list is
            printed from the code by a test.

            ## A request is refused

            Nothing was executed. The status is that of `application/graphql-response+json`; where it is marked with *, a client of
            `application/json` gets 200. Values in the sentences are examples.

            | Code | Status | English | Vietnamese |
            |---|---|---|---|

            """);
        foreach (var problem in AllProblems().OrderBy(p => p.Code, StringComparer.Ordinal))
            list.AppendLine(CultureInfo.InvariantCulture, $"| `{problem.Code}` | {problem.Status}{(problem.IsWellFormed ? "*" : "")} | {problem.English} | {problem.Vietnamese} |");
        list.AppendLine("| `INTERNAL_ERROR` | 200 | Something went wrong on our side; it is logged under …. | Hệ thống gặp lỗi; đã ghi lại với mã …. |");
        list.Append("\n## A document does not fit the schema\n\nStatus 400*. The engine's own rules (GraphQL specification, section 5); a Vietnamese caller reads this sentence before the English one.\n\n| Code | Vietnamese |\n|---|---|\n");
        foreach (var (code, words) in EngineWords.Vietnamese.OrderBy(w => w.Key, StringComparer.Ordinal))
            list.AppendLine(CultureInfo.InvariantCulture, $"| `{code}` | {words} |");
        list.Append("\n## A mutation does nothing\n\nStatus 200: the reason is an object in the payload's `errors`, with `code`, `message` and what is listed here.\n\n| Type | Codes |\n|---|---|\n");
        foreach (var type in typeof(MutationError).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(MutationError))).OrderBy(t => t.Name, StringComparer.Ordinal))
            list.AppendLine(CultureInfo.InvariantCulture, $"| `{type.Name}` | {string.Join(", ", CodesOf(type).Select(c => $"`{c}`"))} |");
        return list.ToString();
    }

    private static IEnumerable<RequestProblem> AllProblems() =>
        typeof(Problems).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.GetValue(null)!)
            .Concat(typeof(Problems).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => !m.IsSpecialName && m.GetParameters().All(p => p.ParameterType != typeof(Scope)))
                .Select(m => m.Invoke(null, [.. m.GetParameters().Select(Example)])!))
            .Append(Problems.Denied("Query.patrons", Permission.ReadPatrons, Scope.Anonymous))
            .Append(Problems.Denied("Query.patrons", Permission.ReadPatrons, Scope.System))
            .Cast<RequestProblem>();

    private static object? Example(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(int) => 10,
        var type when type == typeof(long) => 10L,
        var type when type == typeof(string[]) => new[] { "id", "code" },
        _ => parameter.HasDefaultValue ? "…" : $"{parameter.Name}",
    };

    // A code is a constant, or one of the reasons of the error.
    private static IEnumerable<string> CodesOf(Type type)
    {
        var constructor = type.GetConstructors()[0];
        var reason = constructor.GetParameters().FirstOrDefault(p => p.ParameterType.IsEnum);
        if (reason is null)
            return [CodeOf(constructor, null)];
        return Enum.GetValues(reason.ParameterType).Cast<object>().Select(value => CodeOf(constructor, value)).Distinct();
    }

    private static string CodeOf(ConstructorInfo constructor, object? reason) =>
        ((MutationError)constructor.Invoke([.. constructor.GetParameters().Select(p => p.ParameterType.IsEnum ? reason : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)])).Code;
}

/// <summary>Keeps what is logged.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
