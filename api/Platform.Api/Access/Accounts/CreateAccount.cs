using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Storage;

namespace Platform.Api.Access.Accounts;

/// <summary>Opens an account with its first roles: for a person, or for a program that signs in with a client secret.</summary>
[Requires(Permission.ManageAccounts)]
internal sealed class CreateAccount(LibraryDb db, AccountOffice office, IPasswordHasher<Account> hasher, IOpenIddictApplicationManager clients)
    : IMutation<CreateAccountInput, CreateAccountPayload>
{
    private const int SecretBytes = 32;
    private const int MostRoles = 20;

    public async Task<CreateAccountPayload> RunAsync(CreateAccountInput input, CancellationToken cancellationToken)
    {
        if (FaultOf(input) is { } fault)
            return No(fault);
        var roles = new List<RoleAssignment>();
        foreach (var (asked, index) in input.Roles.Select((role, index) => (role, index)))
        {
            var (role, error) = await office.RoleAsync(asked, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"roles.{index}."), cancellationToken);
            if (role is null)
                return No(error!); // one or the other
            roles.Add(role);
        }
        var account = AccountOf(input, roles);
        return await TakenAsync(account, cancellationToken) ? No(AccountRefused.Of(AccountRefusal.NameTaken(input.Name))) : await SaveAsync(account, cancellationToken);
    }

    private static CreateAccountPayload No(MutationError error) => new() { Errors = [error] };

    private MutationError? FaultOf(CreateAccountInput input)
    {
        if (!AccountName.IsValid(input.Name) || AccountName.IsDemo(input.Name))
            return AccountRefused.Of(AccountRefusal.NameInvalid(input.Name));
        var reach = db.Scope.ReachOf(Permission.ManageAccounts);
        if (input.LibraryId is { } library ? !reach.Covers(library.Key) : !reach.Everywhere)
            return AccountRefused.Of(AccountRefusal.LibraryNeeded);
        if (input.Roles.Count is 0 or > MostRoles)
            return new InvalidInput("roles", "Cần từ 1 đến 20 vai trò.", "Give 1 to 20 roles.");
        if (input.Kind is AccountKind.Service && input.Password is not null)
            return AccountRefused.Of(AccountRefusal.NoPassword(input.Name));
        return input.Password is null ? null : NewPassword.RefusalOf(input.Name, input.Password);
    }

    private Account AccountOf(CreateAccountInput input, List<RoleAssignment> roles)
    {
        var account = new Account
        {
            Name = input.Name,
            NameKey = AccountName.KeyOf(input.Name),
            Kind = input.Kind ?? AccountKind.Person,
            LibraryId = input.LibraryId?.Key,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Roles = roles,
        };
        if (input.Password is not null)
            NewPassword.Set(account, input.Password, hasher);
        return account;
    }

    // The unique index decides; these only give the sentence in place of a fault.
    private async Task<bool> TakenAsync(Account account, CancellationToken cancellationToken) =>
        await db.Accounts.IgnoreQueryFilters().AnyAsync(a => a.NameKey == account.NameKey, cancellationToken)
        || await clients.FindByClientIdAsync(account.Name, cancellationToken) is not null;

    private async Task<CreateAccountPayload> SaveAsync(Account account, CancellationToken cancellationToken)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        db.Accounts.Add(account);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, AccountName.UniqueIndex))
        {
            return No(AccountRefused.Of(AccountRefusal.NameTaken(account.Name)));
        }
        var secret = account.Kind is AccountKind.Service ? WebEncoders.Base64UrlEncode(System.Security.Cryptography.RandomNumberGenerator.GetBytes(SecretBytes)) : null;
        if (secret is not null)
            await clients.CreateAsync(Clients.Service(account.Name, account.Name, secret), cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return new CreateAccountPayload { Account = account.Id, ClientSecret = secret };
    }
}

/// <summary>The account to open.</summary>
internal sealed record CreateAccountInput : MutationInput
{
    /// <summary>What is typed at sign-in, or the client identifier of a program: 3 to 50 letters without marks, digits, or . - _ @.</summary>
    public required string Name { get; init; }

    /// <summary>A person when nothing is said.</summary>
    public AccountKind? Kind { get; init; }

    /// <summary>The library whose librarians manage the account; only administrators leave it out.</summary>
    public Ref<Library>? LibraryId { get; init; }

    /// <summary>A person's first password, 10 to 128 characters; null for programs and for people who sign in with an account elsewhere.</summary>
    [JsonIgnore]
    public string? Password { get; init; }

    /// <summary>Its first roles, 1 to 20.</summary>
    public required IReadOnlyList<RoleInput> Roles { get; init; }

    internal override string? Secret => Password;
}

/// <summary>The new account.</summary>
[FailsWith(typeof(AccountRefused))]
internal sealed record CreateAccountPayload : Payload
{
    /// <summary>The account.</summary>
    public Ref<Account>? Account { get; init; }

    /// <summary>The secret of a program, shown this once and kept nowhere: a repeated call with the same idempotency key does not show it again.</summary>
    [JsonIgnore]
    public string? ClientSecret { get; init; }
}
