using Microsoft.EntityFrameworkCore;
using Platform.Api.Access;
using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;

namespace Platform.Api.Patrons;

/// <summary>Ends a teacher's sight of a class: from today on the class is no longer shown.</summary>
[Requires(Permission.ManageAccounts)]
internal sealed class RevokeClass(LibraryDb db, BearerScopes scopes, TimeProvider clock) : IMutation<RevokeClassInput, RevokeClassPayload>
{
    public async Task<RevokeClassPayload> RunAsync(RevokeClassInput input, CancellationToken cancellationToken)
    {
        var grant = await db.ClassGrants.SingleOrDefaultAsync(g => g.Id == input.ClassGrantId.Key, cancellationToken);
        if (grant is null)
            return new RevokeClassPayload { Errors = [NotFound.At("classGrantId")] };
        if (db.Scope.Denied(Permission.ManageAccounts, grant.LibraryId) is { Count: > 0 } denied)
            return new RevokeClassPayload { Errors = denied };
        var yesterday = clock.Today().AddDays(-1);
        if (grant.FromOn > yesterday)
            db.ClassGrants.Remove(grant);
        else if (grant.UntilOn > yesterday)
            grant.UntilOn = yesterday;
        await db.SaveChangesAsync(cancellationToken);
        scopes.Forget();
        return new RevokeClassPayload { IsRevoked = true };
    }
}

/// <summary>Which grant ends.</summary>
internal sealed record RevokeClassInput : MutationInput
{
    /// <summary>The grant.</summary>
    public required Ref<ClassGrant> ClassGrantId { get; init; }
}

/// <summary>What became of the grant.</summary>
internal sealed record RevokeClassPayload : Payload
{
    /// <summary>Whether the class is no longer shown by this grant.</summary>
    public bool IsRevoked { get; init; }
}
