using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.Access.Accounts;

/// <summary>Gives an account a role for some days. Nobody gives a role that the own roles do not let them give, nor beyond the own libraries.</summary>
[Requires(Permission.ManageAccounts)]
internal sealed class GrantRole(LibraryDb db, AccountOffice office) : IMutation<GrantRoleInput, GrantRolePayload>
{
    public async Task<GrantRolePayload> RunAsync(GrantRoleInput input, CancellationToken cancellationToken)
    {
        var (account, denied) = await office.ManagedAsync(input.AccountId.Key, "accountId", cancellationToken);
        if (account is null)
            return new GrantRolePayload { Errors = [denied!] }; // one or the other
        var (role, refused) = await office.RoleAsync(input.Role, "role.", cancellationToken);
        if (role is null)
            return new GrantRolePayload { Errors = [refused!] }; // one or the other
        if (account.Roles.Any(held => AccountPolicy.IsSameIn(held, role)))
            return new GrantRolePayload { Errors = [AccountRefused.Of(AccountRefusal.RoleHeld(role.Role))] };
        account.Roles.Add(role);
        await db.SaveChangesAsync(cancellationToken);
        office.RolesChanged();
        return new GrantRolePayload { Role = role.Id };
    }
}

/// <summary>Which role goes to whom.</summary>
internal sealed record GrantRoleInput : MutationInput
{
    /// <summary>The account.</summary>
    public required Ref<Account> AccountId { get; init; }

    /// <summary>The role.</summary>
    public required RoleInput Role { get; init; }
}

/// <summary>The role as it was given.</summary>
[FailsWith(typeof(AccountRefused))]
internal sealed record GrantRolePayload : Payload
{
    /// <summary>The role.</summary>
    public Ref<RoleAssignment>? Role { get; init; }
}
