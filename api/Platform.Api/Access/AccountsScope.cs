using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>The scope in which accounts are looked up before anyone is known to act: it sees accounts and cards, and may do nothing else.</summary>
internal static class AccountsScope
{
    /// <summary>While someone signs in.</summary>
    public static Scope SignIn { get; } = For("sign-in");

    /// <summary>For an actor who changes accounts, as the change feed shall name it.</summary>
    public static Scope For(string actor) => new()
    {
        Actor = actor,
        SeesAllLibraries = true,
        Permissions = new HashSet<Permission> { Permission.ManageAccounts, Permission.ReadPatrons },
    };
}
