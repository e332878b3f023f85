using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.Access.Accounts;

/// <summary>Gives somebody who forgot it a new password. Sessions and tokens of the account end, and a lock by wrong attempts is lifted.</summary>
[Requires(Permission.ManageAccounts)]
internal sealed class ResetPassword(LibraryDb db, AccountOffice office, IPasswordHasher<Account> hasher) : IMutation<ResetPasswordInput, ResetPasswordPayload>
{
    public async Task<ResetPasswordPayload> RunAsync(ResetPasswordInput input, CancellationToken cancellationToken)
    {
        var (account, denied) = await office.ManagedAsync(input.AccountId.Key, "accountId", cancellationToken);
        if (account is null)
            return new ResetPasswordPayload { Errors = [denied!] }; // one or the other
        if (account.Kind is not AccountKind.Person)
            return new ResetPasswordPayload { Errors = [AccountRefused.Of(AccountRefusal.NoPassword(account.Name))] };
        if (NewPassword.RefusalOf(account.Name, input.NewPassword) is { } refusal)
            return new ResetPasswordPayload { Errors = [refusal] };
        NewPassword.Set(account, input.NewPassword, hasher);
        await db.SaveChangesAsync(cancellationToken);
        await office.EndSessionsAsync(account, cancellationToken);
        return new ResetPasswordPayload { Account = account.Id };
    }
}

/// <summary>Whose password becomes what.</summary>
internal sealed record ResetPasswordInput : MutationInput
{
    /// <summary>The account.</summary>
    public required Ref<Account> AccountId { get; init; }

    /// <summary>The new password, 10 to 128 characters, not one that is tried first.</summary>
    [JsonIgnore]
    public string NewPassword { get; init; } = "";

    internal override string? Secret => NewPassword;
}

/// <summary>The account with the new password.</summary>
[FailsWith(typeof(AccountRefused))]
internal sealed record ResetPasswordPayload : Payload
{
    /// <summary>The account.</summary>
    public Ref<Account>? Account { get; init; }
}
