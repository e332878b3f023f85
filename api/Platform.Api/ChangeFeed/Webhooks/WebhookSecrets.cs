using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Keeps the secrets of webhooks encrypted with the server's own keys: a copy of the database alone signs nothing.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("webhook-secret");

    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>The secret; null when the server's keys were lost.</summary>
    public string? Read(string secret)
    {
        try
        {
            return _protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
