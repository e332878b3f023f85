using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.Access.Accounts;

/// <summary>Ends a role: at once, or with a day. The row stays, as history.</summary>
[Requires(Permission.ManageAccounts)]
internal sealed class RevokeRole(LibraryDb db, AccountOffice office, TimeProvider clock) : IMutation<RevokeRoleInput, RevokeRolePayload>
{
    public async Task<RevokeRolePayload> RunAsync(RevokeRoleInput input, CancellationToken cancellationToken)
    {
        var role = await db.RoleAssignments.SingleOrDefaultAsync(r => r.Id == input.RoleAssignmentId.Key, cancellationToken);
        if (role is null)
            return No(NotFound.At("roleAssignmentId"));
        if (input.Version is { } version && version != role.Version)
            return No(StaleVersion.Now);
        if (await office.MayGrantAsync(role, cancellationToken) is { } refusal)
            return No(refusal);
        if (input.UntilOn < role.FromOn)
            return No(AccountRefused.Of(AccountRefusal.PeriodInvalid(role.FromOn, input.UntilOn.Value)));
        var lastDay = input.UntilOn ?? clock.Today().AddDays(-1);
        if (role.Role is Role.SystemAdministrator && !await IsAdministeredWithoutAsync(role, cancellationToken))
            return No(AccountRefused.Of(AccountRefusal.LastAdministrator));
        role.UntilOn = lastDay;
        await db.SaveChangesAsync(cancellationToken);
        office.RolesChanged();
        return new RevokeRolePayload { Role = role.Id };
    }

    private static RevokeRolePayload No(MutationError error) => new() { Errors = [error] };

    private Task<bool> IsAdministeredWithoutAsync(RoleAssignment role, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return db.RoleAssignments.AnyAsync(
            other => other.Role == Role.SystemAdministrator && other.AccountId != role.AccountId && other.Account.ClosedAt == null
                && other.FromOn <= today && other.UntilOn == null,
            cancellationToken);
    }
}

/// <summary>Which role ends, and when.</summary>
internal sealed record RevokeRoleInput : MutationInput
{
    /// <summary>The role.</summary>
    public required Ref<RoleAssignment> RoleAssignmentId { get; init; }

    /// <summary>Its last day; null ends it at once.</summary>
    public DateOnly? UntilOn { get; init; }

    /// <summary>The version that the caller has read; when somebody saved the role since, nothing is done.</summary>
    public int? Version { get; init; }
}

/// <summary>The role as it ended.</summary>
[FailsWith(typeof(AccountRefused))]
internal sealed record RevokeRolePayload : Payload
{
    /// <summary>The role.</summary>
    public Ref<RoleAssignment>? Role { get; init; }
}
