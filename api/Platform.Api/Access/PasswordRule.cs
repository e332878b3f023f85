using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>
/// What a password must be: long rather than intricate (NIST SP 800-63B 5.1.1.2), not the account's own name, and none of those
/// that attackers try first.
/// </summary>
internal sealed class PasswordRule : IPasswordValidator<Account>
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 10;

    /// <summary>Most characters: a longer text only costs time to hash.</summary>
    public const int Longest = 128;

    private static readonly FrozenSet<string> TriedFirst = new[]
    {
        "1234567890", "0123456789", "12345678910", "123456789a", "0987654321", "1111111111", "qwertyuiop", "1q2w3e4r5t", "password12",
        "password123", "matkhau123", "matkhau1234", "thuvien123", "thuvien2026", "hocsinh123", "giaovien123", "truonghoc123",
        "vietnam123", "vietnam2026", "anhyeuem123", "iloveyou123", "administrator", "admin12345", "123456aA@", "Abc@123456",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(FaultOf(user.Name, password ?? "") is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = fault.ToString() })
            : IdentityResult.Success);

    /// <summary>What is wrong with the password for the account; null when it can be used.</summary>
    public static PasswordFault? FaultOf(string accountName, string password) => password switch
    {
        { Length: < Shortest } => PasswordFault.TooShort,
        { Length: > Longest } => PasswordFault.TooLong,
        _ when password.Contains(accountName, StringComparison.OrdinalIgnoreCase) => PasswordFault.ContainsName,
        _ when TriedFirst.Contains(password) || password.Distinct().Count() < 4 => PasswordFault.TooCommon,
        _ => null,
    };
}

/// <summary>What is wrong with a new password.</summary>
internal enum PasswordFault
{
    /// <summary>Fewer than 10 characters.</summary>
    TooShort = 1,

    /// <summary>More than 128 characters.</summary>
    TooLong = 2,

    /// <summary>The account's name is in it.</summary>
    ContainsName = 3,

    /// <summary>Among the first that attackers try.</summary>
    TooCommon = 4,
}
