using Platform.Model;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Reporting.Snapshots;

namespace Platform.Api.Sharing;

/// <summary>Which reports are lists for the hub, and how long they are.</summary>
internal static class SentLists
{
    private const string Summary = "summary";

    private static readonly Dictionary<string, SemesterListKind> Kinds = new()
    {
        ["R-05"] = SemesterListKind.InterLibraryLoans,
        ["R-06"] = SemesterListKind.ContributedEResources,
    };

    /// <summary>The report codes of the lists.</summary>
    public static IReadOnlyCollection<string> Reports => Kinds.Keys;

    /// <summary>Which list a report is; null when it is none.</summary>
    public static SemesterListKind? KindOf(string report) => Kinds.TryGetValue(report, out var kind) ? kind : null;

    /// <summary>How many lines a closed list has.</summary>
    public static async Task<int> LinesAsync(LibraryDb db, ReportRun run, CancellationToken cancellationToken)
    {
        var snapshot = await SnapshotStore.OpenAsync(db, run.Id, cancellationToken);
        // The summary of R-06 repeats what its list says.
        return snapshot?.Report.Document.Tables.Where(t => t.Code != Summary).Sum(t => t.Rows.Count(r => !r.IsTotal)) ?? 0;
    }
}
