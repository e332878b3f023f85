using GraphQL;

namespace Platform.Api.Transport;

/// <summary>A request that is refused as a whole: what is wrong with it, and the HTTP status that says so.</summary>
internal sealed record RequestProblem(int Status, string Code, string Message)
{
    /// <summary>Line of the document at which it is wrong, from 1; 0 where no place can be named.</summary>
    public int Line { get; init; }

    public int Column { get; init; }

    /// <summary>Whether the request itself was well-formed: then a client of <c>application/json</c> is answered with 200.</summary>
    public bool IsWellFormed { get; init; }

    /// <summary>The problem as the one entry of a response's <c>errors</c>.</summary>
    public ExecutionResult ToResult() => new() { Errors = [ToError()] };

    public ExecutionError ToError() => new RequestError(this);
}

/// <summary>A problem on its way through the engine: it keeps its code and its HTTP status.</summary>
internal sealed class RequestError : global::GraphQL.Validation.ValidationError, IHasHttpStatus
{
    public RequestError(RequestProblem problem, params GraphQLParser.AST.ASTNode[] nodes)
        : base(default, null!, problem.Message, nodes)
    {
        Code = problem.Code;
        HttpStatus = problem.IsWellFormed ? null : problem.Status;
        if (problem.Line > 0)
            AddLocation(new GraphQLParser.Location(problem.Line, problem.Column));
    }

    public int? HttpStatus { get; }
}

/// <summary>An error that decides the HTTP status of an operation that was not executed.</summary>
internal interface IHasHttpStatus
{
    /// <summary>The status; null to leave it to the form of the answer.</summary>
    int? HttpStatus { get; }
}

/// <summary>Either a request or the reason why there is none.</summary>
internal readonly record struct Reading(GraphRequest? Request, RequestProblem? Problem)
{
    public static implicit operator Reading(GraphRequest request) => new(request, null);

    public static implicit operator Reading(RequestProblem problem) => new(null, problem);
}
