using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>Signs messages as the Standard Webhooks specification has it (standardwebhooks.com, version 1), for which libraries exist in most languages.</summary>
internal static class WebhookSignature
{
    /// <summary>How a secret begins when it is shown.</summary>
    public const string SecretPrefix = "whsec_";

    private const int SecretBytes = 32;

    /// <summary>A new secret, as it is shown to whoever registers the webhook.</summary>
    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The header <c>Webhook-Signature</c>: HMAC-SHA256 over id, timestamp and body with dots between.</summary>
    /// <param name="secret">The secret as it was shown.</param>
    /// <param name="id">The header <c>Webhook-Id</c>.</param>
    /// <param name="at">The header <c>Webhook-Timestamp</c>, in whole seconds.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static string Of(string secret, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret[SecretPrefix.Length..]));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{Timestamp(at)}."));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }

    /// <summary>The header <c>Webhook-Timestamp</c>.</summary>
    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
