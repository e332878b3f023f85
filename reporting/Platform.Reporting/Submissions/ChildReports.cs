using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Reporting.Definitions;

namespace Platform.Reporting.Submissions;

/// <summary>
/// The reports on which a parent's own rests: those of the schools and bodies directly below a managing body on the period's last day, and
/// the lists that members send to the hub of their group. Reads them whoever asks: a refusal names who is missing, and no figure.
/// </summary>
internal static class ChildReports
{
    /// <summary>The reports below a body, by code: schools first, then bodies that have schools.</summary>
    public static async Task<IReadOnlyList<ChildReport>> OfBodyAsync(LibraryDb db, long organisationId, string form, ReportPeriod period, CancellationToken cancellationToken)
    {
        var on = period.LastOn;
        var parents = await db.LibraryParents.AsNoTracking().Where(p => p.FromOn <= on && (p.UntilOn == null || p.UntilOn >= on)).ToListAsync(cancellationToken);
        var bodies = await db.OrganisationParents.AsNoTracking().Where(p => p.FromOn <= on && (p.UntilOn == null || p.UntilOn >= on)).ToListAsync(cancellationToken);
        var tree = new LibraryTree([], parents, bodies);
        var schoolIds = parents.Where(p => p.OrganisationId == organisationId).Select(p => p.LibraryId).Distinct().ToList();
        var bodyIds = bodies.Where(p => p.ParentId == organisationId).Select(p => p.OrganisationId).Distinct()
            .Where(id => tree.ManagedBy(tree.Subtree(id, on), on).Any()).ToList();
        var accepted = await db.ReportRuns.IgnoreQueryFilters([LibraryDb.ScopeFilter]).AsNoTracking()
            .Where(r => schoolIds.Contains(r.LibraryId) && r.DefinitionCode == form && r.Period == period.Code)
            .Where(AcceptedReports.OfSchools)
            .Select(r => new { r.LibraryId, r.DefinitionVersion, Hash = r.Snapshots.Where(s => s.Number == r.CurrentSnapshot).Select(s => s.Hash).First() })
            .ToListAsync(cancellationToken);
        var returns = await db.ConsolidatedReports.IgnoreQueryFilters([LibraryDb.ScopeFilter]).AsNoTracking()
            .Where(r => bodyIds.Contains(r.OrganisationId) && r.DefinitionCode == form && r.Period == period.Code)
            .Where(AcceptedReports.OfBodies)
            .Select(r => new { r.OrganisationId, r.Hash })
            .ToListAsync(cancellationToken);
        var schools = await db.Libraries.AsNoTracking().Where(l => schoolIds.Contains(l.Id)).OrderBy(l => l.Code).Select(l => new { l.Id, l.Code, l.Name }).ToListAsync(cancellationToken);
        var organisations = await db.Organisations.AsNoTracking().Where(o => bodyIds.Contains(o.Id)).OrderBy(o => o.Code).Select(o => new { o.Id, o.Code, o.Name }).ToListAsync(cancellationToken);
        return
        [
            .. schools.Select(s => new ChildReport(s.Code, s.Name, accepted.Where(r => r.LibraryId == s.Id).MaxBy(r => r.DefinitionVersion)?.Hash)),
            .. organisations.Select(o => new ChildReport(o.Code, o.Name, returns.FirstOrDefault(r => r.OrganisationId == o.Id)?.Hash)),
        ];
    }

    /// <summary>Members whose lists the hub has not acknowledged, as far as the form rests on them.</summary>
    public static async Task<IReadOnlyList<string>> MissingOfHubAsync(LibraryDb db, long hubId, ReportDefinition form, ReportPeriod period, CancellationToken cancellationToken)
    {
        if (form.RestsOnLists.Count is 0)
            return [];
        var on = period.LastOn;
        var led = db.Memberships.Where(m => m.LibraryId == hubId && m.IsHub && m.JoinedOn <= on && (m.LeftOn == null || m.LeftOn >= on)).Select(m => m.GroupId);
        var members = await db.Memberships.AsNoTracking()
            .Where(m => led.Contains(m.GroupId) && m.LibraryId != hubId && m.JoinedOn <= on && (m.LeftOn == null || m.LeftOn >= on))
            .OrderBy(m => m.Library.Code)
            .Select(m => new { m.GroupId, m.LibraryId, m.Library.Code })
            .ToListAsync(cancellationToken);
        var received = await db.SemesterLists.IgnoreQueryFilters([LibraryDb.ScopeFilter]).AsNoTracking()
            .Where(l => led.Contains(l.GroupId) && l.Semester == period.Code && l.ReceivedAt != null)
            .Select(l => new { l.GroupId, l.LibraryId, l.Kind })
            .ToListAsync(cancellationToken);
        return
        [
            .. members.SelectMany(m => form.RestsOnLists
                .Where(kind => !received.Contains(new { m.GroupId, m.LibraryId, Kind = kind }))
                .Select(kind => $"{m.Code} {NameOf(kind)}")),
        ];
    }

    /// <summary>The body above a school whose own return rests on the school's report; null while it is open or there is none.</summary>
    public static Task<string?> ClosedAboveSchoolAsync(LibraryDb db, ReportRun run, CancellationToken cancellationToken) =>
        ClosedAsync(db, run.DefinitionCode, run.Period, db.LibraryParents
            .Where(p => p.LibraryId == run.LibraryId && p.FromOn <= run.LastOn && (p.UntilOn == null || p.UntilOn >= run.LastOn))
            .Select(p => p.OrganisationId), cancellationToken);

    /// <summary>The body above another whose own return rests on the other's; null while it is open or there is none.</summary>
    public static Task<string?> ClosedAboveBodyAsync(LibraryDb db, ConsolidatedReport report, CancellationToken cancellationToken) =>
        ClosedAsync(db, report.DefinitionCode, report.Period, ParentsOf(db, report), cancellationToken);

    /// <summary>The bodies above a body on the last day of its report's period.</summary>
    public static IQueryable<long> ParentsOf(LibraryDb db, ConsolidatedReport report) => db.OrganisationParents
        .Where(p => p.OrganisationId == report.OrganisationId && p.FromOn <= report.LastOn && (p.UntilOn == null || p.UntilOn >= report.LastOn))
        .Select(p => p.ParentId);

    private static Task<string?> ClosedAsync(LibraryDb db, string form, string period, IQueryable<long> parents, CancellationToken cancellationToken) =>
        db.ConsolidatedReports.IgnoreQueryFilters([LibraryDb.ScopeFilter])
            .Where(r => parents.Contains(r.OrganisationId) && r.DefinitionCode == form && r.Period == period)
            .Where(r => r.State != SubmissionState.Draft && r.State != SubmissionState.Rejected)
            .OrderBy(r => r.Id)
            .Select(r => r.Organisation.Name)
            .FirstOrDefaultAsync(cancellationToken);

    private static string NameOf(SemesterListKind kind) => kind is SemesterListKind.InterLibraryLoans ? "R-05" : "R-06";
}

/// <summary>A report of a school or a body below.</summary>
/// <param name="Code">The school's or body's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hash">The hash of what was accepted; null while nothing is.</param>
internal sealed record ChildReport(string Code, string Name, string? Hash);
