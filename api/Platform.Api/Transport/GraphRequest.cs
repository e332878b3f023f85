using GraphQL;

namespace Platform.Api.Transport;

/// <summary>One GraphQL request as the wire gave it, before anything is parsed.</summary>
internal sealed record GraphRequest
{
    public string? Query { get; init; }

    public string? OperationName { get; init; }

    public Inputs? Variables { get; init; }

    public Inputs? Extensions { get; init; }

    /// <summary>The name of a trusted document: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Whether the transport can send more than one answer: only then can a subscription be started.</summary>
    public bool CanStream { get; init; }

    /// <summary>Whether the platform itself asks, to warm up: no policy about callers holds.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Whether it came by GET: then only queries are allowed.</summary>
    public bool IsGet { get; init; }
}
