using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.Access;

/// <summary>
/// Opens the administrator's account that the configuration names, while nobody administers the platform: every other account is opened
/// by somebody who holds a role. Once there is an administrator, the setting does nothing.
/// </summary>
internal sealed partial class FirstAdministrator(
    LibraryDbFactory databases, IPasswordHasher<Account> hasher, IOptions<AccessOptions> options, TimeProvider clock, ILogger<FirstAdministrator> log) : IHostedService
{
    // After StartingAsync of all others: the database is prepared.
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.FirstAdministrator is not { } wanted)
            return;
        await using var db = databases.For(AccountsScope.For("configuration"));
        var today = clock.Today();
        var isAdministered = await db.RoleAssignments.AnyAsync(
            r => r.Role == Role.SystemAdministrator && r.FromOn <= today && (r.UntilOn == null || r.UntilOn >= today) && r.Account.ClosedAt == null, cancellationToken);
        if (isAdministered)
            return;
        db.Accounts.Add(AccountOf(wanted, today));
        await db.SaveChangesAsync(cancellationToken);
        LogOpened(log);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Account AccountOf(FirstAdministratorOptions wanted, DateOnly today)
    {
        var account = new Account
        {
            Name = wanted.Name,
            NameKey = AccountName.KeyOf(wanted.Name),
            Kind = AccountKind.Person,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Roles = [new RoleAssignment { Role = Role.SystemAdministrator, FromOn = today }],
        };
        account.PasswordHash = hasher.HashPassword(account, wanted.Password);
        return account;
    }

    [LoggerMessage(LogLevel.Warning, "The first administrator's account was opened as the configuration says: take Access:FirstAdministrator out of it and change the password.")]
    private static partial void LogOpened(ILogger log);
}
