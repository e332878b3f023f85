using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Trusted;

/// <summary>
/// Registers documents for a client, each after it was checked against limits and schema: all of them, or none. Whether a caller may
/// ask for their fields is decided when they are run. A document that is registered already stays as it is.
/// </summary>
[Requires(Permission.Administer)]
internal sealed class RegisterTrustedDocuments(
    LibraryDb db, IOpenIddictApplicationManager clients, DocumentCheck check, TrustedDocuments documents, IServiceProvider services, TimeProvider clock)
    : IMutation<RegisterTrustedDocumentsInput, RegisterTrustedDocumentsPayload>
{
    public async Task<RegisterTrustedDocumentsPayload> RunAsync(RegisterTrustedDocumentsInput input, CancellationToken cancellationToken)
    {
        if (await clients.FindByClientIdAsync(input.ClientId, cancellationToken) is null)
            return new RegisterTrustedDocumentsPayload { Errors = [NotFound.At("clientId")] };
        var errors = new List<MutationError>();
        for (var i = 0; i < input.Documents.Count; i++)
            if ((await check.OfAsync(input.Documents[i], services, cancellationToken)).Fault is { } fault)
                errors.Add(new InvalidInput($"documents.{i}", $"Tài liệu không dùng được: {fault}", $"The document cannot be used: {fault}"));
        if (errors.Count > 0)
            return new RegisterTrustedDocumentsPayload { Errors = errors };

        var wanted = input.Documents.DistinctBy(TrustedDocuments.HashOf).ToDictionary(TrustedDocuments.HashOf);
        var known = await db.TrustedDocuments.Where(d => d.ClientId == input.ClientId && wanted.Keys.Contains(d.Hash)).Select(d => d.Hash).ToListAsync(cancellationToken);
        db.TrustedDocuments.AddRange(wanted.Where(d => !known.Contains(d.Key))
            .Select(d => new TrustedDocument { ClientId = input.ClientId, Hash = d.Key, Text = d.Value, RegisteredAt = clock.GetUtcNow() }));
        await db.SaveChangesAsync(cancellationToken);
        documents.Forget();
        return new RegisterTrustedDocumentsPayload { DocumentIds = [.. input.Documents.Select(d => TrustedDocuments.IdOf(TrustedDocuments.HashOf(d)))] };
    }
}

/// <summary>Documents of a client.</summary>
internal sealed record RegisterTrustedDocumentsInput : MutationInput
{
    /// <summary>The client's identifier.</summary>
    public required string ClientId { get; init; }

    /// <summary>The documents, as they were compiled into the client.</summary>
    public required IReadOnlyList<string> Documents { get; init; }
}

/// <summary>The documents' names.</summary>
internal sealed record RegisterTrustedDocumentsPayload : Payload
{
    /// <summary>What the client sends as documentId, in the order of the documents; empty when nothing was registered.</summary>
    public IReadOnlyList<string> DocumentIds { get; init; } = [];
}
