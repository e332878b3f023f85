using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;
using Platform.Reporting.Scheduling;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Reporting.Runs;

/// <summary>
/// Closes periods: counts a report, freezes it and enters it in the ledger. Running twice, or on two workers at once, leaves one line:
/// the unique key of the ledger decides, and the second run finds the first one's report.
/// </summary>
public sealed partial class ReportRunner(
    LibraryDbFactory databases, DefinitionCatalogue catalogue, SnapshotBuilder builder, IOptions<ReportingOptions> options, TimeProvider clock, ILogger<ReportRunner> log)
{
    /// <summary>Closes the period for the library, or finds that it is closed.</summary>
    public async Task<RunOutcome> RunAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!ReportPeriod.TryParse(request.Period, out var period))
            return RunOutcome.Refused(RunRefusal.UnknownPeriod, $"'{request.Period}' is no period: write 2026-05, 2025-2026 or 2025-2026-HK1.");
        if (catalogue.Find(request.Report, period.LastOn) is not { } definition)
            return RunOutcome.Refused(RunRefusal.UnknownReport, $"There is no report '{request.Report}' for {period.Code}.");
        if (!definition.Periods.Contains(period.Kind))
            return RunOutcome.Refused(RunRefusal.WrongPeriod, $"Report '{definition.Code}' covers {string.Join(", ", definition.Periods)}, not {period.Kind}.");
        if (clock.Today() <= period.LastOn)
            return RunOutcome.Refused(RunRefusal.PeriodNotOver, $"The period '{period.Code}' ends on {period.LastOn:yyyy-MM-dd}: it can be closed from the day after.");

        await using var db = databases.For(Scope.System);
        if (await db.Libraries.AsNoTracking().FirstOrDefaultAsync(l => l.Code == request.Library, cancellationToken) is not { } library)
            return RunOutcome.Refused(RunRefusal.UnknownLibrary, $"There is no library '{request.Library}'.");
        if (await FindAsync(db, definition, library.Id, period, cancellationToken) is { } known)
            return RunOutcome.Of(known, isNew: false);
        return await CloseAsync(definition, library, period, cancellationToken);
    }

    /// <summary>Counts a report as it would be frozen now, without entering it: what a librarian checks before closing.</summary>
    public async Task<SnapshotContent> PreviewAsync(ReportDefinition definition, Library library, ReportPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        await using var readers = await ConsistentReaders.OpenAsync(databases, Scope.System, cancellationToken);
        var db = readers.Databases[0];
        var bodies = await BodiesAsync(db, library.Id, period, cancellationToken);
        var form = options.Value.WithColumns(definition, bodies.Select(b => b.Code));
        var subject = new ReportSubject(library, bodies is [var first, ..] ? first.Name : null, await NarrativesAsync(db, definition, library.Id, period, cancellationToken)) { VerifyAt = options.Value.VerifyAt };
        return await builder.BuildAsync(form, subject, new FactQuery(db, library.Id, period) { Beside = [.. readers.Databases.Skip(1)] }, cancellationToken);
    }

    private async Task<RunOutcome> CloseAsync(ReportDefinition definition, Library library, ReportPeriod period, CancellationToken cancellationToken)
    {
        var content = await PreviewAsync(definition, library, period, cancellationToken);
        var now = clock.GetUtcNow();
        var run = new ReportRun
        {
            LibraryId = library.Id,
            DefinitionCode = definition.Code,
            DefinitionVersion = definition.Version,
            PeriodKind = period.Kind,
            Period = period.Code,
            FirstOn = period.FirstOn,
            LastOn = period.LastOn,
            ClosedAt = now,
            CurrentSnapshot = 1,
            Snapshots = [SnapshotStore.ToRow(content, library.Id, number: 1, now)],
        };
        await using var db = databases.For(Scope.System);
        db.ReportRuns.Add(run);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, ReportingTables.OneRunPerPeriod))
        {
            await using var other = databases.For(Scope.System);
            return RunOutcome.Of((await FindAsync(other, definition, library.Id, period, cancellationToken))!, isNew: false); // the index says it is there
        }
        LogClosed(definition.Code, definition.Version, library.Code, period.Code, content.Hash);
        return RunOutcome.Of(run, isNew: true);
    }

    private static Task<ReportRun?> FindAsync(LibraryDb db, ReportDefinition definition, long libraryId, ReportPeriod period, CancellationToken cancellationToken) =>
        db.ReportRuns.AsNoTracking().FirstOrDefaultAsync(
            r => r.LibraryId == libraryId && r.DefinitionCode == definition.Code && r.DefinitionVersion == definition.Version && r.Period == period.Code,
            cancellationToken);

    private static async Task<IReadOnlyDictionary<string, string>> NarrativesAsync(
        LibraryDb db, ReportDefinition definition, long libraryId, ReportPeriod period, CancellationToken cancellationToken)
    {
        var texts = await db.ReportNarratives.AsNoTracking()
            .Where(n => n.LibraryId == libraryId && n.DefinitionCode == definition.Code && n.Period == period.Code)
            .OrderBy(n => n.Number)
            .Select(n => new { n.Section, n.Text })
            .ToListAsync(cancellationToken);
        return texts.GroupBy(n => n.Section).Where(g => g.Last().Text.Length > 0).ToDictionary(g => g.Key, g => g.Last().Text, StringComparer.Ordinal);
    }

    // The bodies above a school at the period's end, the nearest first. The tree is three or four levels deep.
    private static async Task<IReadOnlyList<Organisation>> BodiesAsync(LibraryDb db, long libraryId, ReportPeriod period, CancellationToken cancellationToken)
    {
        var on = period.LastOn;
        var bodies = new List<Organisation>();
        var next = await db.LibraryParents.AsNoTracking()
            .Where(p => p.LibraryId == libraryId && p.FromOn <= on && (p.UntilOn == null || p.UntilOn >= on))
            .OrderByDescending(p => p.FromOn).Select(p => (long?)p.OrganisationId).FirstOrDefaultAsync(cancellationToken);
        while (next is { } id && bodies.TrueForAll(b => b.Id != id))
        {
            bodies.Add(await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == id, cancellationToken));
            next = await db.OrganisationParents.AsNoTracking()
                .Where(p => p.OrganisationId == id && p.FromOn <= on && (p.UntilOn == null || p.UntilOn >= on))
                .OrderByDescending(p => p.FromOn).Select(p => (long?)p.ParentId).FirstOrDefaultAsync(cancellationToken);
        }
        return bodies;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Closed {Report} v{Version} of library {Library} for {Period}: {Hash}.")]
    private partial void LogClosed(string report, int version, string library, string period, string hash);
}

/// <summary>A report to close.</summary>
/// <param name="Report">Code of the definition.</param>
/// <param name="Library">Code of the library.</param>
/// <param name="Period">Code of the period.</param>
public sealed record ReportRequest(string Report, string Library, string Period);
