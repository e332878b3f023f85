using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.Access;

/// <summary>What came of one typed password.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Account">The account, only when it succeeded.</param>
internal sealed record PasswordAttempt(SignInOutcome Outcome, Account? Account);

/// <summary>
/// Looks at passwords, one attempt at a time, whichever page, field or alias they come from. An attempt is charged to the account
/// before the password is looked at, in one statement, so that attempts in parallel cannot outrun the count.
/// </summary>
internal sealed class PasswordAttempts(
    LibraryDbFactory databases, IPasswordHasher<Account> hasher, IOptions<AccessOptions> options, TimeProvider clock)
{
    // An unknown name costs as much time as a known one, or the difference would tell which names exist.
    private readonly Account _nobody = new() { Name = "", Kind = AccountKind.Person };
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(null!, Guid.NewGuid().ToString())); // the hasher ignores the account

    /// <summary>Tries the password of the account with the name.</summary>
    public async Task<PasswordAttempt> TryAsync(string name, string password, IPAddress? from, SignInMethod method, CancellationToken cancellationToken)
    {
        await using var db = databases.For(AccountsScope.SignIn);
        var network = Network.Of(from);
        if (await IsBlockedAsync(db, network, cancellationToken))
            return new PasswordAttempt(SignInOutcome.NetworkBlocked, null);
        var key = AccountName.KeyOf(name);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NameKey == key && a.Kind == AccountKind.Person, cancellationToken);
        var charged = account is not null && await ChargeAsync(db, account.Id, cancellationToken);
        var verified = Verify(account, password);
        var outcome = OutcomeOf(account, charged, verified);
        if (outcome is SignInOutcome.Succeeded)
            await SettleAsync(db, account!, verified, password, cancellationToken); // an outcome of success has an account
        db.SignIns.Add(new SignIn { At = clock.GetUtcNow(), AccountId = account?.Id, Method = method, Outcome = outcome, Network = network });
        await db.SaveChangesAsync(cancellationToken);
        return new PasswordAttempt(outcome, outcome is SignInOutcome.Succeeded ? account : null);
    }

    private static SignInOutcome OutcomeOf(Account? account, bool charged, PasswordVerificationResult verified) => account switch
    {
        null or { PasswordHash: null } => SignInOutcome.UnknownName,
        _ when !charged => SignInOutcome.Locked,
        _ when verified is PasswordVerificationResult.Failed => SignInOutcome.WrongPassword,
        { ClosedAt: not null } => SignInOutcome.Closed,
        _ => SignInOutcome.Succeeded,
    };

    private PasswordVerificationResult Verify(Account? account, string password) =>
        hasher.VerifyHashedPassword(account ?? _nobody, account?.PasswordHash ?? _nobodysHash.Value, password);

    private async Task<bool> IsBlockedAsync(LibraryDb db, string network, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddMinutes(-options.Value.LockMinutes);
        var failed = await db.SignIns.CountAsync(s => s.Network == network && s.At > since && s.Outcome != SignInOutcome.Succeeded, cancellationToken);
        return failed >= options.Value.AttemptsPerNetwork;
    }

    /// <summary>Takes one attempt from the account; false when it has none left.</summary>
    private async Task<bool> ChargeAsync(LibraryDb db, long accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now.AddMinutes(options.Value.LockMinutes);
        var most = options.Value.AttemptsBeforeLock;
        var charged = await db.Accounts
            .Where(a => a.Id == accountId && (a.LockedUntil == null || a.LockedUntil <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.FailedAttempts, a => a.LockedUntil == null ? a.FailedAttempts + 1 : 1)
                    .SetProperty(a => a.LockedUntil, a => a.LockedUntil == null && a.FailedAttempts + 1 >= most ? until : null),
                cancellationToken);
        return charged == 1;
    }

    private async Task SettleAsync(LibraryDb db, Account account, PasswordVerificationResult verified, string password, CancellationToken cancellationToken)
    {
        var hash = verified is PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account, password) : account.PasswordHash;
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.FailedAttempts, 0)
                .SetProperty(a => a.LockedUntil, (DateTimeOffset?)null)
                .SetProperty(a => a.PasswordHash, hash),
            cancellationToken);
    }
}
