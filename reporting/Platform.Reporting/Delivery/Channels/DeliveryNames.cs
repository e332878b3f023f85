using System.Security.Cryptography;
using System.Text;

namespace Platform.Reporting.Delivery.Channels;

/// <summary>Names made from a delivery's key for places that do not take every character.</summary>
internal static class DeliveryNames
{
    /// <summary>A folder name, readable and, by the eight digits of the key's hash, its own.</summary>
    public static string FolderOf(string key)
    {
        var readable = string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_'));
        return $"{readable}-{HashOf(key)[..8]}";
    }

    /// <summary>SHA-256 of the key, hexadecimal, lower case.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Whether a recipient's address stays below the root it is joined to.</summary>
    public static bool StaysBelowRoot(string address) =>
        !address.StartsWith('/') && !address.Contains('\\') && !address.Contains(':') && address.Split('/').All(part => part is not "..");
}
