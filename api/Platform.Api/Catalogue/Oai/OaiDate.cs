using System.Globalization;

namespace Platform.Api.Catalogue.Oai;

/// <summary>Days and seconds in UTC, as OAI-PMH writes them.</summary>
internal static class OaiDate
{
    private const string Day = "yyyy-MM-dd";

    private const string Second = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The instant by seconds, what is less cut off.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(Second, CultureInfo.InvariantCulture);

    /// <summary>The span of time that a date names: a whole day or a second. Null when it is neither.</summary>
    public static (DateTimeOffset From, DateTimeOffset Before)? Read(string text)
    {
        var isDay = text.Length == Day.Length;
        if (!DateTimeOffset.TryParseExact(text, isDay ? Day : Second, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from))
            return null;
        return (from, from < DateTimeOffset.MaxValue.AddDays(-1) ? from + (isDay ? TimeSpan.FromDays(1) : TimeSpan.FromSeconds(1)) : DateTimeOffset.MaxValue);
    }
}
