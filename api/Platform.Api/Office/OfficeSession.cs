using Microsoft.AspNetCore.Identity;
using Platform.Api.Access;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Api.Office;

/// <summary>
/// Gives the requests of the office pages the scope of the person who signed in, before anything opens the database, and sends
/// everybody else to the sign-in page. Only these pages take the session's cookie; the API takes bearer tokens.
/// </summary>
internal sealed class OfficeSession(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, RequestScope scope, UserManager<Account> accounts, LibraryDbFactory databases, TimeProvider clock)
    {
        var path = http.Request.Path;
        if (!path.StartsWithSegments(OfficePaths.Home) || path == OfficePaths.Style)
        {
            await next(http);
            return;
        }
        scope.Current = await ScopeAsync(http, accounts, databases, clock) ?? Scope.Anonymous;
        if (scope.Current.AccountId is not null || path == OfficePaths.Verify)
            await next(http);
        else if (HttpMethods.IsGet(http.Request.Method))
            http.Response.Redirect(SignInEndpoint.Address(path + http.Request.QueryString));
        else
            http.Response.Redirect(SignInEndpoint.Address(OfficePaths.Home));
    }

    private static async Task<Scope?> ScopeAsync(HttpContext http, UserManager<Account> accounts, LibraryDbFactory databases, TimeProvider clock)
    {
        if (await Session.AccountAsync(http, accounts) is not { } account)
            return null;
        await using var db = databases.For(AccountsScope.SignIn);
        return await BearerScopes.AccountScopeAsync(db, account.Id, clock.Today(), http.RequestAborted);
    }
}
