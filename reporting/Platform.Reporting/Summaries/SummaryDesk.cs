using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Submissions;

namespace Platform.Reporting.Summaries;

/// <summary>Makes the summaries of bodies and groups from the accepted reports of their schools.</summary>
public sealed class SummaryDesk(DefinitionCatalogue catalogue, SummaryBuilder builder)
{
    /// <summary>
    /// The form of a managing body; null where there is no such body or form at its level in the period, or the caller may not read the
    /// reports of every school below: a sum over some of them would be a wrong figure.
    /// </summary>
    public async Task<SummaryReport?> OfBodyAsync(LibraryDb db, string organisation, string form, ReportPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(period);
        var on = period.LastOn;
        if (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Code == organisation, cancellationToken) is not { } body || DefinitionOf(form, period, LevelOf(body)) is not { } definition)
            return null;
        var parents = await db.LibraryParents.AsNoTracking().Where(p => p.FromOn <= on && (p.UntilOn == null || p.UntilOn >= on)).ToListAsync(cancellationToken);
        var tree = new LibraryTree([], parents, await db.OrganisationParents.AsNoTracking().Where(p => p.FromOn <= on && (p.UntilOn == null || p.UntilOn >= on)).ToListAsync(cancellationToken));
        var reports = await SchoolsAsync(db, [.. tree.ManagedBy(tree.Subtree(body.Id, on), on).Distinct()], definition, period, cancellationToken);
        var bodies = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, cancellationToken);
        return reports is null ? null : Build(body, tree, bodies, reports, definition, period);
    }

    /// <summary>The form of a group of libraries, in the same way.</summary>
    public async Task<SummaryReport?> OfGroupAsync(LibraryDb db, string group, string form, ReportPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(period);
        if (DefinitionOf(form, period, ReportLevel.Group) is not { } definition || await db.Groups.AsNoTracking().FirstOrDefaultAsync(g => g.Code == group, cancellationToken) is not { } row)
            return null;
        var members = await db.Memberships.AsNoTracking()
            .Where(m => m.GroupId == row.Id && m.JoinedOn <= period.LastOn && (m.LeftOn == null || m.LeftOn >= period.LastOn))
            .Select(m => m.LibraryId).ToListAsync(cancellationToken);
        var reports = await SchoolsAsync(db, members, definition, period, cancellationToken);
        return reports is null ? null : builder.Build(definition, new ReportingBody(row.Code, row.Name, null, ReportLevel.Group), period, [.. reports.Values.OrderBy(r => r.Code, StringComparer.Ordinal)]);
    }

    // R-07 is the group's already: it counts the members itself, and there is nothing of theirs to sum.
    private ReportDefinition? DefinitionOf(string form, ReportPeriod period, ReportLevel level) =>
        catalogue.Find(form, period.LastOn) is { } found && found.Periods.Contains(period.Kind) && found.Levels.Contains(level) && found.Levels.Contains(ReportLevel.School) ? found : null;

    private static ReportLevel LevelOf(Organisation body) => body.Kind is OrganisationKind.Commune or OrganisationKind.District ? ReportLevel.Commune : ReportLevel.Department;

    private SummaryReport Build(
        Organisation body, LibraryTree tree, Dictionary<long, Organisation> bodies, Dictionary<long, ReportBelow> schools, ReportDefinition definition, ReportPeriod period)
    {
        var own = tree.ManagedBy(new HashSet<long> { body.Id }, period.LastOn).Distinct().Select(id => schools[id]);
        var below = tree.OrganisationParents.Where(p => p.ParentId == body.Id).Select(p => bodies[p.OrganisationId])
            .Where(b => tree.ManagedBy(tree.Subtree(b.Id, period.LastOn), period.LastOn).Any())
            .Select(b => new ReportBelow(-b.Id, b.Code, b.Name) { Summary = Build(b, tree, bodies, schools, definition, period) });
        var above = tree.OrganisationParents.Where(p => p.OrganisationId == body.Id).Select(p => bodies[p.ParentId].Name).FirstOrDefault();
        return builder.Build(definition, new ReportingBody(body.Code, body.Name, above, LevelOf(body)), period, [.. own.Concat(below).OrderBy(r => r.Code, StringComparer.Ordinal)]);
    }

    // Null: some of them are not the caller's to read.
    private static async Task<Dictionary<long, ReportBelow>?> SchoolsAsync(LibraryDb db, IReadOnlyList<long> ids, ReportDefinition definition, ReportPeriod period, CancellationToken cancellationToken)
    {
        if (ids.Count is 0 || ids.Any(id => !db.Scope.May(Permission.ReadReports, id)))
            return null;
        var found = await db.ReportRuns.AsNoTracking()
            .Where(r => ids.Contains(r.LibraryId) && r.DefinitionCode == definition.Code && r.DefinitionVersion == definition.Version && r.Period == period.Code)
            .Where(AcceptedReports.OfSchools)
            .Select(r => new { r.LibraryId, r.Id, Snapshot = r.Snapshots.First(s => s.Number == r.CurrentSnapshot) })
            .ToListAsync(cancellationToken);
        var runs = found.ToDictionary(r => r.LibraryId);
        var libraries = await db.Libraries.AsNoTracking().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Code, l.Name }).ToListAsync(cancellationToken);
        return libraries.ToDictionary(l => l.Id, l => runs.TryGetValue(l.Id, out var run)
            ? new ReportBelow(l.Id, l.Code, l.Name) { RunId = run.Id, Accepted = SnapshotStore.Open(run.Snapshot).Report }
            : new ReportBelow(l.Id, l.Code, l.Name));
    }
}
