using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;

namespace Platform.Reporting.Submissions;

/// <summary>Where each school stands with a report: closed, sent, approved, late. The managing body's view of its schools.</summary>
public sealed class StandingList(DefinitionCatalogue catalogue, TimeProvider clock)
{
    /// <summary>The schools whose reports the caller may read, by code; null where the form does not hold in the period.</summary>
    /// <param name="db">The database as the caller sees it.</param>
    /// <param name="report">Code of the form.</param>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ReportStandings?> OfAsync(LibraryDb db, string report, ReportPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(period);
        if (catalogue.Find(report, period.LastOn) is not { } definition || !definition.Periods.Contains(period.Kind))
            return null;
        var (everywhere, ids) = db.Scope.ReachOf(Permission.ReadReports);
        var libraries = await db.Libraries.AsNoTracking().Where(l => everywhere || ids.Contains(l.Id)).OrderBy(l => l.Code)
            .Select(l => new { l.Id, l.Code, l.Name }).ToListAsync(cancellationToken);
        var runs = await db.ReportRuns.AsNoTracking()
            .Where(r => r.DefinitionCode == definition.Code && r.DefinitionVersion == definition.Version && r.Period == period.Code)
            .ToDictionaryAsync(r => r.LibraryId, cancellationToken);
        var runIds = runs.Values.Select(r => r.Id).ToList();
        var accepted = (await db.ReportRuns.AsNoTracking().Where(r => runIds.Contains(r.Id)).Where(AcceptedReports.OfSchools).Select(r => r.Id).ToListAsync(cancellationToken)).ToHashSet();
        DateOnly? dueOn = definition.Deadline is { } deadline ? period.LastOn.AddDays(deadline.Days) : null;
        var isPast = clock.Today() > dueOn;
        return new ReportStandings(
            definition.Code, period.Code, dueOn, definition.Deadline is null or { Confirmed: true },
            [.. libraries.Select(l => runs.GetValueOrDefault(l.Id) is var run && run is null
                ? new ReportStanding(l.Id, l.Code, l.Name, null, null, null, isPast, false)
                : new ReportStanding(l.Id, l.Code, l.Name, run.Id, run.State, run.CurrentSnapshot, isPast && run.State is not SubmissionState.Submitted && !accepted.Contains(run.Id), accepted.Contains(run.Id)))]);
    }
}

/// <summary>The schools with a report of a period.</summary>
/// <param name="Report">Code of the form.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="DueOn">The last day to send it; null where no deadline is known.</param>
/// <param name="IsDueConfirmed">Whether the source of the deadline was read.</param>
/// <param name="Schools">The schools by code.</param>
public sealed record ReportStandings(string Report, string Period, DateOnly? DueOn, bool IsDueConfirmed, IReadOnlyList<ReportStanding> Schools)
{
    /// <summary>How many schools the report is expected of.</summary>
    public int Total => Schools.Count;

    /// <summary>How many closed it.</summary>
    public int Closed => Schools.Count(s => s.State is not null);

    /// <summary>How many were accepted: approved, also where the report was locked since.</summary>
    public int Approved => Schools.Count(s => s.IsAccepted);

    /// <summary>How many did not send it in time.</summary>
    public int Late => Schools.Count(s => s.IsLate);
}

/// <summary>A school and its report.</summary>
/// <param name="LibraryId">Key of the library.</param>
/// <param name="Code">The school's code.</param>
/// <param name="Name">The school's name.</param>
/// <param name="RunId">Key of the report; null while the period is not closed.</param>
/// <param name="State">Where the report stands; null while there is none.</param>
/// <param name="Snapshot">Number of the version that holds; null while there is none.</param>
/// <param name="IsLate">Whether the last day passed and the report was not sent: still a draft, sent back, or locked by the deadline.</param>
/// <param name="IsAccepted">Whether it was approved, also where it was locked since.</param>
public sealed record ReportStanding(long LibraryId, string Code, string Name, long? RunId, SubmissionState? State, int? Snapshot, bool IsLate, bool IsAccepted);
