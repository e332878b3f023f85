using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.Access.Accounts;

/// <summary>Opens an account again, whether somebody locked it or too many wrong passwords did.</summary>
[Requires(Permission.ManageAccounts)]
internal sealed class UnlockAccount(LibraryDb db, AccountOffice office) : IMutation<UnlockAccountInput, UnlockAccountPayload>
{
    public async Task<UnlockAccountPayload> RunAsync(UnlockAccountInput input, CancellationToken cancellationToken)
    {
        var (account, denied) = await office.ManagedAsync(input.AccountId.Key, "accountId", cancellationToken);
        if (account is null)
            return new UnlockAccountPayload { Errors = [denied!] }; // one or the other
        (account.ClosedAt, account.LockedUntil, account.FailedAttempts) = (null, null, 0);
        await db.SaveChangesAsync(cancellationToken);
        return new UnlockAccountPayload { Account = account.Id };
    }
}

/// <summary>Which account is opened.</summary>
internal sealed record UnlockAccountInput : MutationInput
{
    /// <summary>The account.</summary>
    public required Ref<Account> AccountId { get; init; }
}

/// <summary>The open account.</summary>
[FailsWith(typeof(AccountRefused))]
internal sealed record UnlockAccountPayload : Payload
{
    /// <summary>The account.</summary>
    public Ref<Account>? Account { get; init; }
}
