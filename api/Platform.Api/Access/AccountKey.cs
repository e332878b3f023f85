using System.Globalization;

namespace Platform.Api.Access;

/// <summary>An account's key as text: the subject of tokens.</summary>
internal static class AccountKey
{
    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
