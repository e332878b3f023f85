using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Trusted;

/// <summary>Takes a document's registration for a client back.</summary>
[Requires(Permission.Administer)]
internal sealed class WithdrawTrustedDocument(LibraryDb db, TrustedDocuments documents) : IMutation<WithdrawTrustedDocumentInput, WithdrawTrustedDocumentPayload>
{
    public async Task<WithdrawTrustedDocumentPayload> RunAsync(WithdrawTrustedDocumentInput input, CancellationToken cancellationToken)
    {
        var hash = TrustedDocuments.HashIn(input.DocumentId);
        if (await db.TrustedDocuments.SingleOrDefaultAsync(d => d.ClientId == input.ClientId && d.Hash == hash, cancellationToken) is not { } document)
            return new WithdrawTrustedDocumentPayload { Errors = [NotFound.At("documentId")] };
        db.TrustedDocuments.Remove(document);
        await db.SaveChangesAsync(cancellationToken);
        documents.Forget();
        return new WithdrawTrustedDocumentPayload { DocumentId = input.DocumentId };
    }
}

/// <summary>A registered document.</summary>
internal sealed record WithdrawTrustedDocumentInput : MutationInput
{
    /// <summary>The client's identifier.</summary>
    public required string ClientId { get; init; }

    /// <summary>The document's name: sha256: and 64 hexadecimal digits.</summary>
    public required string DocumentId { get; init; }
}

/// <summary>The document that is registered no more.</summary>
internal sealed record WithdrawTrustedDocumentPayload : Payload
{
    /// <summary>Its name; null when nothing was done.</summary>
    public string? DocumentId { get; init; }
}
