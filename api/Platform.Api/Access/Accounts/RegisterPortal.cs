using OpenIddict.Abstractions;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;

namespace Platform.Api.Access.Accounts;

/// <summary>
/// Registers a portal in which people sign in by authorization code with PKCE: a page in the browser, or a telephone's program. It has no
/// secret, and each person is asked once what it may do for them.
/// </summary>
[Requires(Permission.Administer)]
internal sealed class RegisterPortal(LibraryDb db, IOpenIddictApplicationManager clients) : IMutation<RegisterPortalInput, RegisterPortalPayload>
{
    private const int MostAddresses = 10;
    private const int LongestAddress = 500;
    private const int LongestTitle = 100;

    public async Task<RegisterPortalPayload> RunAsync(RegisterPortalInput input, CancellationToken cancellationToken)
    {
        if (FaultOf(input) is { } fault)
            return new RegisterPortalPayload { Errors = [fault] };
        if (await clients.FindByClientIdAsync(input.ClientId, cancellationToken) is not null)
            return new RegisterPortalPayload { Errors = [AccountRefused.Of(AccountRefusal.NameTaken(input.ClientId))] };
        var portal = Clients.Portal(input.ClientId, input.Title, input.RedirectUris);
        portal.ConsentType = OpenIddictConstants.ConsentTypes.Explicit;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await clients.CreateAsync(portal, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return new RegisterPortalPayload { ClientId = input.ClientId };
    }

    private static MutationError? FaultOf(RegisterPortalInput input)
    {
        if (!AccountName.IsValid(input.ClientId) || AccountName.IsDemo(input.ClientId))
            return AccountRefused.Of(AccountRefusal.NameInvalid(input.ClientId));
        if (input.Title.Length is 0 or > LongestTitle)
            return new InvalidInput("title", "Tên cổng có từ 1 đến 100 ký tự.", "A portal's title has 1 to 100 characters.");
        if (input.RedirectUris.Count is 0 or > MostAddresses)
            return new InvalidInput("redirectUris", "Cần từ 1 đến 10 địa chỉ quay về.", "Give 1 to 10 addresses to return to.");
        return input.RedirectUris.FirstOrDefault(address => !IsSafe(address)) is { } unsafeOne
            ? new InvalidInput("redirectUris", $"Địa chỉ '{unsafeOne}' không dùng được: cần https://, hoặc http:// của chính máy này.", $"The address '{unsafeOne}' cannot be used: it takes https://, or http:// of this machine itself.")
            : null;
    }

    // RFC 8252: a code must not travel unencrypted, except within the machine.
    private static bool IsSafe(string address) =>
        address.Length <= LongestAddress
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}

/// <summary>The portal to register.</summary>
internal sealed record RegisterPortalInput : MutationInput
{
    /// <summary>Its client identifier: 3 to 50 letters without marks, digits, or . - _ @.</summary>
    public required string ClientId { get; init; }

    /// <summary>What people read when it asks for their leave, at most 100 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Where people come back to after signing in, exactly as the portal names them; 1 to 10. The operator lists their origins in Graph:AllowedOrigins, so that its pages may call the API.</summary>
    public required IReadOnlyList<string> RedirectUris { get; init; }
}

/// <summary>The registered portal.</summary>
[FailsWith(typeof(AccountRefused))]
internal sealed record RegisterPortalPayload : Payload
{
    /// <summary>Its client identifier; null when it was not registered.</summary>
    public string? ClientId { get; init; }
}
