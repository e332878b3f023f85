using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using Platform.Api.Office;

namespace Platform.Api.Access;

/// <summary>The client on whose behalf someone signs in, as far as the address to return to names a registered one.</summary>
/// <param name="Title">Its name for people.</param>
/// <param name="Origin">Where it takes its users back to.</param>
internal sealed record AskingClient(string Title, string Origin)
{
    private const string AuthorizePrefix = AccessPaths.Authorize + "?";

    /// <summary>
    /// The path to return to after signing in; null for any other address than our own authorisation endpoint and the office pages,
    /// so that the page can lead nowhere else.
    /// </summary>
    public static string? ReturnPath(string? wanted) =>
        wanted is not null && (wanted.StartsWith(AuthorizePrefix, StringComparison.Ordinal) || OfficePaths.IsOffice(wanted))
        && !wanted.Any(c => char.IsControl(c) || c == '\\') ? wanted : null;

    public static async Task<AskingClient?> OfAsync(string? returnPath, IOpenIddictApplicationManager applications, CancellationToken cancellationToken)
    {
        if (returnPath is null || !returnPath.StartsWith(AuthorizePrefix, StringComparison.Ordinal))
            return null;
        var query = QueryHelpers.ParseQuery(returnPath[AuthorizePrefix.Length..]);
        var (clientId, redirect) = (query[OpenIddictConstants.Parameters.ClientId].ToString(), query[OpenIddictConstants.Parameters.RedirectUri].ToString());
        if (clientId.Length == 0 || !Uri.TryCreate(redirect, UriKind.Absolute, out var target))
            return null;
        var client = await applications.FindByClientIdAsync(clientId, cancellationToken);
        if (client is null || !await applications.ValidateRedirectUriAsync(client, redirect, cancellationToken))
            return null;
        var title = await applications.GetDisplayNameAsync(client, cancellationToken) ?? clientId;
        return new AskingClient(title, target.Scheme is "http" or "https" ? target.GetLeftPart(UriPartial.Authority) : target.Scheme + ":");
    }
}
