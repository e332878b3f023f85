using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Office;

/// <summary>The first page: reports that wait for a decision, and for one period who has reported what.</summary>
public sealed record Overview
{
    private const int MostWaiting = 50;
    private const int MostPeriods = 24;

    /// <summary>Whether the account may read reports at all.</summary>
    public bool MayRead { get; private init; }

    /// <summary>Reports that wait for the caller's decision, the oldest first.</summary>
    public IReadOnlyList<OverviewReport> Waiting { get; private init; } = [];

    /// <summary>Periods with reports, the latest first.</summary>
    public IReadOnlyList<string> Periods { get; private init; } = [];

    /// <summary>The period that is shown; null when there is none.</summary>
    public string? Period { get; private init; }

    /// <summary>The forms that somebody closed for the period.</summary>
    public IReadOnlyList<string> Forms { get; private init; } = [];

    /// <summary>The caller's schools by name, each with its reports of the period.</summary>
    public IReadOnlyList<OverviewSchool> Schools { get; private init; } = [];

    public static async Task<RazorComponentResult> ShowAsync(LibraryDb db, string? period, CancellationToken cancellationToken)
    {
        var overview = db.Scope.May(Permission.ReadReports) ? await ReadAsync(db, period, cancellationToken) : new Overview();
        return new RazorComponentResult<OverviewPage>(new Dictionary<string, object?> { [nameof(OverviewPage.Overview)] = overview })
        {
            StatusCode = overview.MayRead ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden,
        };
    }

    private static async Task<Overview> ReadAsync(LibraryDb db, string? wanted, CancellationToken cancellationToken)
    {
        var periods = await db.ReportRuns.AsNoTracking()
            .GroupBy(r => r.Period)
            .Select(g => new { Period = g.Key, LastOn = g.Max(r => r.LastOn) })
            .OrderByDescending(p => p.LastOn).ThenBy(p => p.Period)
            .Take(MostPeriods)
            .Select(p => p.Period)
            .ToListAsync(cancellationToken);
        var period = wanted is not null && periods.Contains(wanted) ? wanted : periods.FirstOrDefault();
        var runs = await db.ReportRuns.AsNoTracking().Where(r => r.Period == period).Select(Shown).ToListAsync(cancellationToken);
        return new Overview
        {
            MayRead = true,
            Waiting = await WaitingAsync(db, cancellationToken),
            Periods = periods,
            Period = period,
            Forms = [.. runs.Select(r => r.Form).Distinct().Order(StringComparer.Ordinal)],
            Schools = await SchoolsAsync(db, runs, cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<OverviewReport>> WaitingAsync(LibraryDb db, CancellationToken cancellationToken)
    {
        var reach = db.Scope.ReachOf(Permission.ApproveReports);
        return await db.ReportRuns.AsNoTracking()
            .Where(r => r.State == SubmissionState.Submitted || r.State == SubmissionState.UnlockRequested)
            .Where(r => reach.Everywhere || reach.LibraryIds.Contains(r.LibraryId))
            .OrderBy(r => r.LastOn).ThenBy(r => r.Id)
            .Take(MostWaiting)
            .Select(Shown)
            .ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<OverviewSchool>> SchoolsAsync(LibraryDb db, List<OverviewReport> runs, CancellationToken cancellationToken)
    {
        var reach = db.Scope.ReachOf(Permission.ReadReports);
        var byLibrary = runs.ToLookup(r => r.LibraryId);
        var libraries = await db.Libraries.AsNoTracking()
            .Where(l => reach.Everywhere || reach.LibraryIds.Contains(l.Id))
            .OrderBy(l => l.Name).ThenBy(l => l.Id)
            .Select(l => new { l.Id, l.Name })
            .ToListAsync(cancellationToken);
        return [.. libraries.Select(l => new OverviewSchool(l.Name, byLibrary[l.Id].ToLookup(r => r.Form)))];
    }

    private static readonly System.Linq.Expressions.Expression<Func<ReportRun, OverviewReport>> Shown =
        r => new OverviewReport(r.Id, r.LibraryId, r.Library.Name, r.DefinitionCode, r.Period, r.State);
}

/// <summary>A report in a list.</summary>
public sealed record OverviewReport(long Id, long LibraryId, string School, string Form, string Period, SubmissionState State);

/// <summary>A school with its reports of the period, by form.</summary>
public sealed record OverviewSchool(string Name, ILookup<string, OverviewReport> Reports);
