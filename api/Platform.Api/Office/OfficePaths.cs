namespace Platform.Api.Office;

/// <summary>Addresses of the office pages.</summary>
internal static class OfficePaths
{
    public const string Home = "/office";
    public const string Verify = "/office/verify";
    public const string Style = "/office/style.css";

    public static string Report(long run) => FormattableString.Invariant($"{Home}/reports/{run}");

    public static string Step(long run) => Report(run) + "/steps";

    public static string File(long run, string format) => $"{Report(run)}/files/{format}";

    public static string Scans(long run) => Report(run) + "/scans";

    public static string Scan(long run, long scan) => FormattableString.Invariant($"{Scans(run)}/{scan}");

    public static string Figure(long run, int cell, int page = 1) =>
        FormattableString.Invariant($"{Report(run)}/figures/{cell}{(page > 1 ? $"?page={page}" : "")}");

    /// <summary>Whether a sign-in may lead back to the address: to the office pages and nowhere else.</summary>
    public static bool IsOffice(string path) => path == Home || path.StartsWith(Home + "/", StringComparison.Ordinal) || path.StartsWith(Home + "?", StringComparison.Ordinal);
}
