using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.GraphQL.Trusted;

/// <summary>Says whether a client may send documents of its own, or registered ones only.</summary>
[Requires(Permission.Administer)]
internal sealed class SetClientRule(LibraryDb db, IOpenIddictApplicationManager clients, TrustedDocuments documents) : IMutation<SetClientRuleInput, SetClientRulePayload>
{
    public async Task<SetClientRulePayload> RunAsync(SetClientRuleInput input, CancellationToken cancellationToken)
    {
        if (await clients.FindByClientIdAsync(input.ClientId, cancellationToken) is null)
            return new SetClientRulePayload { Errors = [NotFound.At("clientId")] };
        var rule = await db.ClientRules.SingleOrDefaultAsync(r => r.ClientId == input.ClientId, cancellationToken);
        if (rule is null)
            db.ClientRules.Add(rule = new ClientRule { ClientId = input.ClientId });
        rule.TrustedDocumentsOnly = input.TrustedDocumentsOnly;
        await db.SaveChangesAsync(cancellationToken);
        documents.Forget();
        return new SetClientRulePayload { TrustedDocumentsOnly = rule.TrustedDocumentsOnly };
    }
}

/// <summary>What a client is held to.</summary>
internal sealed record SetClientRuleInput : MutationInput
{
    /// <summary>The client's identifier.</summary>
    public required string ClientId { get; init; }

    /// <summary>Whether it may run registered documents only.</summary>
    public required bool TrustedDocumentsOnly { get; init; }
}

/// <summary>What the client is held to now.</summary>
internal sealed record SetClientRulePayload : Payload
{
    /// <summary>Whether it may run registered documents only; null when nothing was done.</summary>
    public bool? TrustedDocumentsOnly { get; init; }
}
