using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.Access;

/// <summary>ASP.NET Core Identity over the platform's accounts: names, passwords, security stamps, sign-ins elsewhere.</summary>
internal sealed class AccountStore(LibraryDbFactory databases, RequestScope caller) :
    IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLoginStore<Account>
{
    private readonly LibraryDb _db = databases.For(AccountsScope.For(caller.Current.Actor));

    public void Dispose() => _db.Dispose();

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(AccountKey.Text(user.Id));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken)
    {
        user.Name = userName ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NameKey);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NameKey = normalizedName ?? "";
        return Task.CompletedTask;
    }

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        _db.Add(user);
        await _db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        try
        {
            _db.Update(user);
            await _db.SaveChangesAsync(cancellationToken);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }
    }

    /// <summary>Accounts are closed, not deleted: the change feed and the audit name them.</summary>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Close the account instead.");

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        AccountKey.TryParse(userId, out var id) ? await _db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        _db.Accounts.SingleOrDefaultAsync(a => a.NameKey == normalizedUserName, cancellationToken);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task AddLoginAsync(Account user, UserLoginInfo login, CancellationToken cancellationToken)
    {
        _db.Add(new ExternalSignIn { AccountId = user.Id, Issuer = login.LoginProvider, Subject = login.ProviderKey });
        return Task.CompletedTask;
    }

    public async Task RemoveLoginAsync(Account user, string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        var login = await _db.ExternalSignIns.SingleOrDefaultAsync(
            e => e.AccountId == user.Id && e.Issuer == loginProvider && e.Subject == providerKey, cancellationToken);
        if (login is not null)
            _db.Remove(login);
    }

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(Account user, CancellationToken cancellationToken) =>
        await _db.ExternalSignIns.Where(e => e.AccountId == user.Id).Select(e => new UserLoginInfo(e.Issuer, e.Subject, e.Issuer)).ToListAsync(cancellationToken);

    public Task<Account?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        _db.Accounts.SingleOrDefaultAsync(a => a.ExternalSignIns.Any(e => e.Issuer == loginProvider && e.Subject == providerKey), cancellationToken);
}
