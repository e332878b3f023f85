using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.Access.Accounts;

/// <summary>Shuts an account until it is unlocked: nobody signs in with it, and its sessions and tokens end.</summary>
[Requires(Permission.ManageAccounts)]
internal sealed class LockAccount(LibraryDb db, AccountOffice office, TimeProvider clock) : IMutation<LockAccountInput, LockAccountPayload>
{
    public async Task<LockAccountPayload> RunAsync(LockAccountInput input, CancellationToken cancellationToken)
    {
        var (account, denied) = await office.ManagedAsync(input.AccountId.Key, "accountId", cancellationToken);
        if (account is null)
            return new LockAccountPayload { Errors = [denied!] }; // one or the other
        if (account.Id == db.Scope.AccountId)
            return new LockAccountPayload { Errors = [AccountRefused.Of(AccountRefusal.OwnAccount)] };
        account.ClosedAt ??= clock.GetUtcNow();
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await db.SaveChangesAsync(cancellationToken);
        await office.EndSessionsAsync(account, cancellationToken);
        return new LockAccountPayload { Account = account.Id };
    }
}

/// <summary>Which account is shut.</summary>
internal sealed record LockAccountInput : MutationInput
{
    /// <summary>The account.</summary>
    public required Ref<Account> AccountId { get; init; }
}

/// <summary>The locked account.</summary>
[FailsWith(typeof(AccountRefused))]
internal sealed record LockAccountPayload : Payload
{
    /// <summary>The account.</summary>
    public Ref<Account>? Account { get; init; }
}
