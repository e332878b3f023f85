using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Platform.Api.Access;

/// <summary>Signing in with an account at an outside issuer: there and back.</summary>
internal static class OutsideEndpoint
{
    private const string ReturnTo = "returnUrl";

    public static string Address(string issuer, string? returnPath) => Path(issuer, "", returnPath);

    public static IResult Go(string issuer, HttpContext http, IOptions<AccessOptions> options) =>
        options.Value.Issuers.Any(i => i.Name == issuer)
            ? Results.Challenge(
                new AuthenticationProperties { RedirectUri = Path(issuer, "/back", AskingClient.ReturnPath(http.Request.Query[ReturnTo])) },
                [SchemeOf(issuer)])
            : Results.NotFound();

    public static async Task BackAsync(
        string issuer, HttpContext http, OutsideAccounts outside, SignInEndpoint.SignInForm form, IOptions<AccessOptions> options, TimeProvider clock)
    {
        var from = options.Value.Issuers.FirstOrDefault(i => i.Name == issuer);
        var result = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        var returnPath = AskingClient.ReturnPath(http.Request.Query[ReturnTo]);
        // The ticket must come from the issuer that the address names: another one's subject may be the same text.
        var account = from is null || result.Principal is null || result.Properties?.Items[".AuthScheme"] != SchemeOf(issuer)
            ? null
            : await outside.AccountForAsync(from, result.Principal, http.Connection.RemoteIpAddress, http.RequestAborted);
        if (account is null)
        {
            await form.WriteAsync(http, returnPath, StatusCodes.Status401Unauthorized, PageText.For(http.Request).NotLinked);
            return;
        }
        await Session.BeginAsync(http, account, clock.GetUtcNow());
        http.Response.Redirect(returnPath ?? AccessPaths.SignIn);
    }

    /// <summary>Name of the issuer's authentication scheme.</summary>
    public static string SchemeOf(string issuer) => "outside-" + issuer;

    private static string Path(string issuer, string step, string? returnPath) =>
        $"{AccessPaths.Outside}/{issuer}{step}" + (returnPath is null ? "" : $"?{ReturnTo}={Uri.EscapeDataString(returnPath)}");
}
