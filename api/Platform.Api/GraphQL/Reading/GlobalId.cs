using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Platform.Api.GraphQL.Reading;

/// <summary>A row's id for clients: the type's name and the key, in base64url. Opaque to them, stable for ever.</summary>
internal static class GlobalId
{
    public static string Of(string type, long key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{key}")));

    /// <summary>The type and key of an id; false for a text that is none.</summary>
    public static bool TryRead(string? text, out string type, out long key)
    {
        (type, key) = ("", 0);
        if (text is null or { Length: > 200 } || !Base64Url.IsValid(text))
            return false;
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !long.TryParse(plain.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out key))
            return false;
        type = plain[..colon];
        return true;
    }
}
