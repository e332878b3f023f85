namespace Platform.Reporting.Metrics;

/// <summary>Titles cut to what a list shows.</summary>
internal static class ShortLabel
{
    private const int Longest = 120;

    /// <summary>At most 120 characters; a cut text ends with an ellipsis.</summary>
    public static string Of(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1).TrimEnd(), "…");
}
