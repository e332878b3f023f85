using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Platform.Model.Access;

namespace Platform.Api.Access;

/// <summary>The page on which a person types name and password.</summary>
internal static class SignInEndpoint
{
    private const string ReturnTo = "returnUrl";
    private const string NameField = "name";
    private const string PasswordField = "password";
    private const string NameTraits = """type="text" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="50" required autofocus""";
    private const string PasswordTraits = """type="password" autocomplete="current-password" maxlength="128" required""";

    /// <summary>The page's address, with the path to return to.</summary>
    public static string Address(string returnPath) => $"{AccessPaths.SignIn}?{ReturnTo}={Uri.EscapeDataString(returnPath)}";

    public static async Task ShowAsync(HttpContext http, SignInForm form, UserManager<Account> accounts)
    {
        var returnPath = AskingClient.ReturnPath(http.Request.Query[ReturnTo]);
        if (returnPath is null && await Session.AccountAsync(http, accounts) is not null)
        {
            var text = PageText.For(http.Request);
            await new AccessPage(text, text.SignedIn).Link(AccessPaths.EndSession, text.SignOut).WriteAsync(http, StatusCodes.Status200OK);
            return;
        }
        await form.WriteAsync(http, returnPath, StatusCodes.Status200OK, problem: null);
    }

    public static async Task TryAsync(HttpContext http, SignInForm form, PasswordAttempts attempts, IAntiforgery antiforgery, TimeProvider clock)
    {
        var text = PageText.For(http.Request);
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            await form.WriteAsync(http, AskingClient.ReturnPath(http.Request.Query[ReturnTo]), StatusCodes.Status400BadRequest, text.Expired);
            return;
        }
        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        var returnPath = AskingClient.ReturnPath(fields[ReturnTo]);
        var attempt = await attempts.TryAsync(
            Bounded(fields[NameField]), Bounded(fields[PasswordField]), http.Connection.RemoteIpAddress, SignInMethod.Password, http.RequestAborted);
        switch (attempt)
        {
            case { Account: { } account }:
                await Session.BeginAsync(http, account, clock.GetUtcNow());
                http.Response.Redirect(returnPath ?? AccessPaths.SignIn);
                break;
            case { Outcome: SignInOutcome.NetworkBlocked }:
                await form.WriteAsync(http, returnPath, StatusCodes.Status429TooManyRequests, text.Wait);
                break;
            default:
                // One text for every refusal: another would tell which names exist.
                await form.WriteAsync(http, returnPath, StatusCodes.Status401Unauthorized, text.Refused);
                break;
        }
    }

    private static string Bounded(string? field) => field is { Length: <= PasswordRule.Longest } ? field : "";

    /// <summary>Writes the form, for the client that asks, with the issuers that can be used instead.</summary>
    internal sealed class SignInForm(IAntiforgery antiforgery, IOpenIddictApplicationManager applications, IOptions<AccessOptions> options)
    {
        public async Task WriteAsync(HttpContext http, string? returnPath, int status, string? problem)
        {
            var text = PageText.For(http.Request);
            var client = await AskingClient.OfAsync(returnPath, applications, http.RequestAborted);
            var token = antiforgery.GetAndStoreTokens(http);
            var page = new AccessPage(text, text.SignIn);
            if (client is not null)
                page.Paragraph(string.Format(CultureInfo.InvariantCulture, text.ToUse, client.Title));
            page.Alert(problem).Form(
                AccessPaths.SignIn,
                [new(token.FormFieldName, token.RequestToken ?? ""), new(ReturnTo, returnPath ?? "")],
                form => form
                    .Input(NameField, text.Name, NameTraits + DescribedBy(problem))
                    .Input(PasswordField, text.Password, PasswordTraits + DescribedBy(problem))
                    .Button(text.Continue));
            if (options.Value.Issuers.Count > 0)
                page.Paragraph(text.Or);
            foreach (var issuer in options.Value.Issuers)
                page.Link(OutsideEndpoint.Address(issuer.Name, returnPath), issuer.Title);
            await page.Small(text.SharedComputer).WriteAsync(http, status, client?.Origin);
        }

        private static string DescribedBy(string? problem) => problem is null ? "" : " aria-describedby=\"problem\"";
    }
}
