using Microsoft.Extensions.Options;
using Platform.Api.Access;
using Platform.Api.Transport;

namespace Platform.Api.GraphQL.Trusted;

/// <summary>Finds the text that a request means: its own, where the caller may send one, or that of a registered document.</summary>
internal sealed class DocumentChoice(TrustedDocuments documents, IOptions<GraphOptions> options)
{
    /// <summary>The text, or why there is none.</summary>
    public async ValueTask<(string? Text, RequestProblem? Problem)> OfAsync(GraphRequest request, RequestScope caller, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(request.Query))
            return await IsHeldAsync(caller, cancellationToken) ? (null, Problems.TrustedDocumentsOnly) : (request.Query, null);
        if (string.IsNullOrEmpty(request.DocumentId))
            return (null, Problems.QueryMissing);
        var text = await documents.FindAsync(request.DocumentId, caller.ClientId, cancellationToken);
        return text is null ? (null, Problems.UnknownDocument(request.DocumentId)) : (text, null);
    }

    private async ValueTask<bool> IsHeldAsync(RequestScope caller, CancellationToken cancellationToken) =>
        caller.ClientId is { } client ? await documents.AreDemandedOfAsync(client, cancellationToken) : options.Value.TrustedDocumentsOnlyForAnonymous;
}
