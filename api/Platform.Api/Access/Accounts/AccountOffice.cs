using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.Access.Accounts;

/// <summary>What every change of accounts asks first (may the caller?) and does last (end what was opened with the old state).</summary>
internal sealed class AccountOffice(LibraryDb db, LibraryDbFactory databases, BearerScopes bearers, IOpenIddictTokenManager tokens, TimeProvider clock)
{
    private (IReadOnlyList<RoleAssignment> Held, LibraryTree Tree)? _caller;

    /// <summary>The account with its roles, if the caller may change it; otherwise why not.</summary>
    public async Task<(Account? Account, MutationError? Error)> ManagedAsync(long accountId, string field, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.Include(a => a.Roles).SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (account is null)
            return (null, NotFound.At(field));
        var (held, tree) = await CallerAsync(cancellationToken);
        return AccountPolicy.MayManage(held, account, tree, clock.Today()) is { } refusal ? (null, AccountRefused.Of(refusal)) : (account, null);
    }

    /// <summary>Whether the caller may give or take the role; null when so.</summary>
    public async Task<MutationError?> MayGrantAsync(RoleAssignment wanted, CancellationToken cancellationToken)
    {
        if (AccountPolicy.FaultOf(wanted) is { } fault)
            return AccountRefused.Of(fault);
        var (held, tree) = await CallerAsync(cancellationToken);
        return AccountPolicy.MayGrant(held, wanted, tree, clock.Today()) is { } refusal ? AccountRefused.Of(refusal) : null;
    }

    /// <summary>The role that the input asks for, if its place exists and the caller may give it; otherwise why not.</summary>
    public async Task<(RoleAssignment? Role, MutationError? Error)> RoleAsync(RoleInput input, string field, CancellationToken cancellationToken)
    {
        var organisation = input.OrganisationCode is not { } code ? null : await db.Organisations.SingleOrDefaultAsync(o => o.Code == code, cancellationToken);
        if (input.OrganisationCode is not null && organisation is null)
            return (null, NotFound.At(field + "organisationCode"));
        var wanted = new RoleAssignment
        {
            Role = input.Role,
            LibraryId = input.LibraryId?.Key,
            OrganisationId = organisation?.Id,
            GroupId = input.GroupId?.Key,
            PatronId = input.PatronId?.Key,
            FromOn = input.FromOn ?? clock.Today(),
            UntilOn = input.UntilOn,
        };
        var error = await MissingAsync(wanted, field, cancellationToken) ?? await MayGrantAsync(wanted, cancellationToken);
        return error is null ? (wanted, null) : (null, error);
    }

    /// <summary>Ends sessions and tokens that were opened before, on this node at once and on the others within seconds.</summary>
    public async Task EndSessionsAsync(Account account, CancellationToken cancellationToken)
    {
        await tokens.RevokeBySubjectAsync(AccountKey.Text(account.Id), cancellationToken);
        bearers.Forget();
    }

    /// <summary>Roles have changed: open tokens carry on with the new ones.</summary>
    public void RolesChanged() => bearers.Forget();

    // The own roles were granted by others: they are read whatever the token was given for.
    private async Task<(IReadOnlyList<RoleAssignment> Held, LibraryTree Tree)> CallerAsync(CancellationToken cancellationToken)
    {
        if (_caller is { } known)
            return known;
        var held = await db.RoleAssignments.AsNoTracking().Where(r => r.AccountId == db.Scope.AccountId).ToListAsync(cancellationToken);
        var caller = (held, await LibraryTrees.ForAsync(db, held, cancellationToken));
        _caller = caller;
        return caller;
    }

    private async Task<MutationError?> MissingAsync(RoleAssignment wanted, string field, CancellationToken cancellationToken)
    {
        if (wanted.LibraryId is { } library && !await db.Libraries.AnyAsync(l => l.Id == library, cancellationToken))
            return NotFound.At(field + "libraryId");
        if (wanted.GroupId is { } group && !await db.Groups.AnyAsync(g => g.Id == group, cancellationToken))
            return NotFound.At(field + "groupId");
        if (wanted.PatronId is not { } patron)
            return null;
        // A hub librarian gives roles to people whose cards it does not read: only whether the card is of the role's library is looked at.
        await using var cards = databases.For(AccountsScope.For(db.Scope.Actor));
        return await cards.Patrons.AnyAsync(p => p.Id == patron && p.LibraryId == wanted.LibraryId, cancellationToken) ? null : NotFound.At(field + "patronId");
    }
}
