using Microsoft.AspNetCore.Identity;
using Platform.Model.Access;

namespace Platform.Api.Access.Accounts;

/// <summary>Gives an account a new password, by the rule for passwords.</summary>
internal static class NewPassword
{
    /// <summary>Why the password cannot be used; null when it can.</summary>
    public static AccountRefused? RefusalOf(string accountName, string password) => PasswordRule.FaultOf(accountName, password) switch
    {
        null => null,
        PasswordFault.TooShort or PasswordFault.TooLong => AccountRefused.Of(AccountRefusal.PasswordLength(PasswordRule.Shortest, PasswordRule.Longest)),
        _ => AccountRefused.Of(AccountRefusal.PasswordTooCommon),
    };

    /// <summary>Sets it: wrong attempts are forgotten, sessions with the former one end.</summary>
    public static void Set(Account account, string password, IPasswordHasher<Account> hasher)
    {
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        (account.FailedAttempts, account.LockedUntil) = (0, null);
    }
}
