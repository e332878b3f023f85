using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Sharing;

namespace Platform.Api.Access;

/// <summary>
/// What the API shows of an account. Everyone may read the type, because everyone may read the own account; whose rows are seen is
/// decided by the scope: the own one, and those the caller manages.
/// </summary>
internal sealed class AccountFields : EntityType<Account>
{
    public AccountFields()
        : base(Permission.ReadCatalogue, a => a.Id)
    {
        Column(a => a.Name).Sortable().Filterable();
        Column(a => a.Kind).Filterable();
        Column(a => a.ClosedAt).Filterable();
        Column(a => a.LockedUntil, Permission.ManageAccounts);
        One<Library>("library", "The library whose librarians manage the account; null when only administrators do.", a => a.LibraryId).Filterable();
        Many("roles", "What the account is, where, and in which days; ended roles too.", (RoleAssignment role) => role.AccountId);
        Many("signIns", "Attempts to sign in.", (SignIn signIn) => signIn.AccountId, Permission.ManageAccounts);
    }
}

/// <summary>What the API shows of a role.</summary>
internal sealed class RoleAssignmentFields : EntityType<RoleAssignment>
{
    public RoleAssignmentFields()
        : base(Permission.ReadCatalogue, r => r.Id)
    {
        Column(r => r.Role).Filterable();
        Column(r => r.FromOn).Sortable();
        Column(r => r.UntilOn).Sortable();
        One(r => r.Library, r => r.LibraryId);
        One(r => r.Patron, r => r.PatronId, Permission.ReadPatrons);
        One<LibraryGroup>("group", "The group that a hub librarian leads or a portal serves.", r => r.GroupId);
    }
}

/// <summary>What the API shows of an attempt to sign in.</summary>
internal sealed class SignInFields : EntityType<SignIn>
{
    public SignInFields()
        : base(Permission.ManageAccounts, s => s.Id)
    {
        Column(s => s.At).Sortable().Filterable();
        Column(s => s.Method).Filterable();
        Column(s => s.Outcome).Filterable();
        Column(s => s.Network).Filterable();
        One(s => s.Account, s => s.AccountId).Filterable();
    }
}
