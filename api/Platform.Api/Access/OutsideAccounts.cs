using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Storage;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Platform.Api.Access;

/// <summary>
/// Finds the account that a person from an outside issuer opens: the one opened before, the one named like the verified address,
/// or that of the patron whose card the issuer names. Only accounts of the issuer's own library are found.
/// </summary>
internal sealed class OutsideAccounts(LibraryDbFactory databases, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>The open account; null when the person has none here.</summary>
    public async Task<Account?> AccountForAsync(OutsideIssuer issuer, ClaimsPrincipal person, IPAddress? from, CancellationToken cancellationToken)
    {
        await using var db = databases.For(AccountsScope.SignIn);
        var account = await FindAsync(db, issuer, person, cancellationToken);
        var outcome = account switch { null => SignInOutcome.NotLinked, { ClosedAt: not null } => SignInOutcome.Closed, _ => SignInOutcome.Succeeded };
        db.SignIns.Add(new SignIn
        {
            At = clock.GetUtcNow(),
            AccountId = account?.Id,
            Method = SignInMethod.External,
            Outcome = outcome,
            Network = Network.Of(from),
        });
        await db.SaveChangesAsync(cancellationToken);
        return outcome is SignInOutcome.Succeeded ? account : null;
    }

    private async Task<Account?> FindAsync(LibraryDb db, OutsideIssuer issuer, ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (person.GetClaim(Claims.Subject) is not { Length: > 0 and <= 255 } subject)
            return null;
        if (await accounts.FindByLoginAsync(issuer.Name, subject) is { } known)
            return known;
        var libraryId = await db.Libraries.Where(l => l.Code == issuer.Library).Select(l => (long?)l.Id).SingleOrDefaultAsync(cancellationToken);
        if (libraryId is null)
            return null;
        var found = await ByAddressAsync(db, issuer, person, libraryId.Value, cancellationToken)
            ?? await ByCardAsync(db, issuer, person, libraryId.Value, cancellationToken);
        if (found is null)
            return null;
        db.ExternalSignIns.Add(new ExternalSignIn { AccountId = found.Id, Issuer = issuer.Name, Subject = subject });
        await db.SaveChangesAsync(cancellationToken);
        return found;
    }

    private static async Task<Account?> ByAddressAsync(LibraryDb db, OutsideIssuer issuer, ClaimsPrincipal person, long libraryId, CancellationToken cancellationToken)
    {
        var isVerified = string.Equals(person.GetClaim(Claims.EmailVerified), "true", StringComparison.OrdinalIgnoreCase);
        if (issuer.EmailDomain is null || !isVerified || person.GetClaim(Claims.Email) is not { } address
            || !address.EndsWith("@" + issuer.EmailDomain, StringComparison.OrdinalIgnoreCase))
            return null;
        var key = AccountName.KeyOf(address);
        return await db.Accounts.SingleOrDefaultAsync(a => a.NameKey == key && a.LibraryId == libraryId && a.Kind == AccountKind.Person, cancellationToken);
    }

    private async Task<Account?> ByCardAsync(LibraryDb db, OutsideIssuer issuer, ClaimsPrincipal person, long libraryId, CancellationToken cancellationToken)
    {
        if (issuer.CardClaim is null || person.GetClaim(issuer.CardClaim) is not { Length: > 0 } card)
            return null;
        var patron = await db.Patrons.SingleOrDefaultAsync(p => p.LibraryId == libraryId && p.CardNumber == card && p.LeftOn == null, cancellationToken);
        if (patron is null || RoleOf(patron.Category) is not { } role)
            return null;
        var known = await db.Accounts.SingleOrDefaultAsync(
            a => a.LibraryId == libraryId && a.Roles.Any(r => r.PatronId == patron.Id && r.Role == role), cancellationToken);
        return known ?? await OpenAsync(db, patron, role, $"{issuer.Library}-{card}", cancellationToken);
    }

    private async Task<Account?> OpenAsync(LibraryDb db, Patron patron, Role role, string name, CancellationToken cancellationToken)
    {
        if (!AccountName.IsValid(name) || AccountName.IsDemo(name))
            return null;
        var account = new Account
        {
            Name = name,
            NameKey = AccountName.KeyOf(name),
            Kind = AccountKind.Person,
            LibraryId = patron.LibraryId,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Roles = [new RoleAssignment { Role = role, LibraryId = patron.LibraryId, PatronId = patron.Id, FromOn = clock.Today() }],
        };
        db.Accounts.Add(account);
        await db.SaveChangesAsync(cancellationToken);
        return account;
    }

    private static Role? RoleOf(PatronCategory category) => category switch
    {
        PatronCategory.Pupil => Role.Pupil,
        PatronCategory.Teacher => Role.Teacher,
        PatronCategory.Staff or PatronCategory.Other => null,
        _ => throw new InvalidOperationException($"No role for patrons of category {category}."),
    };
}
