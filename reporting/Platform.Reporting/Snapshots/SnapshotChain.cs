using Microsoft.EntityFrameworkCore;
using Platform.Model;

namespace Platform.Reporting.Snapshots;

/// <summary>
/// Proves the versions of a report, the first and every correction: each is whole, and each holds the hash of the one before, so that none can
/// be changed, left out or put in between without the later ones showing it.
/// </summary>
public static class SnapshotChain
{
    /// <summary>What is wrong with the versions up to a number, by version; nothing when all are whole.</summary>
    /// <param name="db">The database as the caller sees it.</param>
    /// <param name="runId">The report.</param>
    /// <param name="until">The last version to look at; null for all of them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<SnapshotFault>> FaultsOfAsync(LibraryDb db, long runId, int? until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var current = await db.ReportRuns.AsNoTracking().Where(r => r.Id == runId).Select(r => r.CurrentSnapshot).SingleAsync(cancellationToken);
        var last = until ?? current;
        var versions = await db.ReportSnapshots.AsNoTracking().Where(s => s.RunId == runId && (s.Number <= last || s.Number > current))
            .OrderBy(s => s.Number).Select(s => new { s.Id, s.Number }).ToListAsync(cancellationToken);
        var faults = new List<SnapshotFault>();
        foreach (var absent in Enumerable.Range(1, last).Except(versions.Select(v => v.Number)))
            faults.Add(new($"version {absent}", "is not there"));
        foreach (var odd in versions.Where(v => v.Number < 1 || v.Number > current))
            faults.Add(new($"version {odd.Number}", "belongs to no correction"));
        string? before = null;
        foreach (var version in versions.Where(v => v.Number >= 1 && v.Number <= last))
        {
            var row = await db.ReportSnapshots.AsNoTracking().SingleAsync(s => s.Id == version.Id, cancellationToken);
            if (SnapshotCheck.Read(row, out _) is { } document && document.Previous != before)
                faults.Add(new($"version {version.Number}", "does not follow the version before it"));
            faults.AddRange((await SnapshotCheck.FaultsOfAsync(db, version.Id, cancellationToken)).Select(f => f with { Part = $"version {version.Number}: {f.Part}" }));
            before = row.Hash;
        }
        return faults;
    }
}
