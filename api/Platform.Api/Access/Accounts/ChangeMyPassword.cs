using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.Access.Accounts;

/// <summary>Gives the signed-in person a new password. All sessions and tokens of the account end, this one too: sign in again.</summary>
[Requires(Permission.ReadCatalogue)]
[SavesByItself]
internal sealed class ChangeMyPassword(
    LibraryDb db, AccountOffice office, PasswordAttempts attempts, IPasswordHasher<Account> hasher, IHttpContextAccessor http) : IMutation<ChangeMyPasswordInput, ChangeMyPasswordPayload>
{
    public async Task<ChangeMyPasswordPayload> RunAsync(ChangeMyPasswordInput input, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == db.Scope.AccountId, cancellationToken);
        if (account is null)
            return No(NotPermitted.SignedInOnly);
        if (account.PasswordHash is null)
            return No(AccountRefused.Of(AccountRefusal.NoPassword(account.Name)));
        if (NewPassword.RefusalOf(account.Name, input.NewPassword) is { } refusal)
            return No(refusal);
        // Guessing here is guessing: it counts, locks and is audited like the sign-in page.
        var attempt = await attempts.TryAsync(account.Name, input.CurrentPassword, http.HttpContext?.Connection.RemoteIpAddress, SignInMethod.PasswordChange, cancellationToken);
        if (attempt.Account is null)
            return No(AccountRefused.Of(AccountRefusal.PasswordWrong));
        NewPassword.Set(account, input.NewPassword, hasher);
        await db.SaveChangesAsync(cancellationToken);
        await office.EndSessionsAsync(account, cancellationToken);
        return new ChangeMyPasswordPayload { Account = account.Id };
    }

    private static ChangeMyPasswordPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The old and the new password.</summary>
internal sealed record ChangeMyPasswordInput : MutationInput
{
    /// <summary>The password as it is; a wrong one counts as a failed sign-in.</summary>
    [JsonIgnore]
    public string CurrentPassword { get; init; } = "";

    /// <summary>The new password, 10 to 128 characters, not one that is tried first.</summary>
    [JsonIgnore]
    public string NewPassword { get; init; } = "";

    internal override string? Secret => $"{CurrentPassword}\n{NewPassword}";
}

/// <summary>The account with the new password.</summary>
[FailsWith(typeof(AccountRefused))]
internal sealed record ChangeMyPasswordPayload : Payload
{
    /// <summary>The account.</summary>
    public Ref<Account>? Account { get; init; }
}
