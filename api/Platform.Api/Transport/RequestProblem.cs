using GraphQL;

namespace Platform.Api.Transport;

/// <summary>A request that is refused as a whole: what is wrong with it in both languages, and the HTTP status that says so.</summary>
internal sealed record RequestProblem(int Status, string Code, string English, string Vietnamese)
{
    /// <summary>Line of the document at which it is wrong, from 1; 0 where no place can be named.</summary>
    public int Line { get; init; }

    public int Column { get; init; }

    /// <summary>Whether the request itself was well-formed: then a client of <c>application/json</c> is answered with 200.</summary>
    public bool IsWellFormed { get; init; }

    /// <summary>After how many seconds it is worth trying again; null where that changes nothing.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The problem as the one entry of a response's <c>errors</c>.</summary>
    public ExecutionResult ToResult() => new() { Errors = [ToError()] };

    public ExecutionError ToError() => new RequestError(this);
}

/// <summary>A problem on its way through the engine: it keeps its code, its HTTP status and its words.</summary>
internal sealed class RequestError : global::GraphQL.Validation.ValidationError
{
    public RequestError(RequestProblem problem, params GraphQLParser.AST.ASTNode[] nodes)
        : base(default, null!, problem.English, nodes)
    {
        Problem = problem;
        Code = problem.Code;
        if (problem.Line > 0)
            AddLocation(new GraphQLParser.Location(problem.Line, problem.Column));
    }

    public RequestProblem Problem { get; }
}

/// <summary>Either a request or the reason why there is none.</summary>
internal readonly record struct Reading(GraphRequest? Request, RequestProblem? Problem)
{
    public static implicit operator Reading(GraphRequest request) => new(request, null);

    public static implicit operator Reading(RequestProblem problem) => new(null, problem);
}
