using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Platform.Api.Catalogue.Oai;

/// <summary>Where a list goes on, and which list it is. All of it stands in the token: no server keeps anything, none expires.</summary>
/// <param name="Prefix">The metadata format.</param>
/// <param name="Set">The set; null for all records.</param>
/// <param name="From">The argument <c>from</c>, or null.</param>
/// <param name="Until">The argument <c>until</c>, or null.</param>
/// <param name="After">The sequence of the change feed that was told last.</param>
/// <param name="Told">How many records were told before.</param>
internal sealed record ResumptionToken(string Prefix, string? Set, string? From, string? Until, long After, long Told)
{
    private const char Separator = '\n';
    private const int Parts = 6;
    private const int LongestText = 500;

    /// <summary>The token of a text; null when it is none.</summary>
    public static ResumptionToken? Parse(string text)
    {
        if (text.Length > LongestText || !Base64Url.IsValid(text))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        var isSound = parts.Length == Parts
            && long.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && long.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isSound
            ? new ResumptionToken(parts[0], Given(parts[1]), Given(parts[2]), Given(parts[3]), long.Parse(parts[4], CultureInfo.InvariantCulture), long.Parse(parts[5], CultureInfo.InvariantCulture))
            : null;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Separator}{Set}{Separator}{From}{Separator}{Until}{Separator}{After}{Separator}{Told}")));

    private static string? Given(string part) => part.Length == 0 ? null : part;
}
