using System.Data;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Runs;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Reporting.Submissions;

/// <summary>Takes the steps of a report's way for a caller: loads, lets the policy decide, saves once with the step in the history.</summary>
public sealed class SubmissionDesk(ReportRunner runner, DefinitionCatalogue catalogue, TimeProvider clock)
{
    /// <summary>Takes a step that keeps the figures: submit, approve, reject, lock, ask for unlock, unlock, refuse.</summary>
    /// <param name="db">The database as the caller sees it.</param>
    /// <param name="runId">The report.</param>
    /// <param name="action">What is to be done; a correction has a method of its own.</param>
    /// <param name="message">The message that goes with it.</param>
    /// <param name="cancellationToken">Stops before the saving.</param>
    public async Task<SubmissionOutcome> StepAsync(LibraryDb db, long runId, SubmissionAction action, string? message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentOutOfRangeException.ThrowIfEqual(action, SubmissionAction.Correct);
        // What was seen of the reports above and below must still hold when the step is saved.
        await using var transaction = db.Database.CurrentTransaction is null && action is SubmissionAction.Submit or SubmissionAction.Unlock
            ? await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken)
            : null;
        var (run, refused) = await LoadAsync(db, runId, action, message, cancellationToken);
        if (refused is not null)
            return refused;
        var outcome = await SaveAsync(db, run!, action, message, cancellationToken); // not refused, so there is a run
        if (transaction is not null && outcome.Refusal is null)
            await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Counts the report again from the live data and freezes what differs as a new version; the old one stays readable.</summary>
    /// <param name="db">The database as the caller sees it.</param>
    /// <param name="runId">The report.</param>
    /// <param name="reason">Why it is corrected.</param>
    /// <param name="cancellationToken">Stops before the saving.</param>
    public async Task<SubmissionOutcome> CorrectAsync(LibraryDb db, long runId, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (run, refused) = await LoadAsync(db, runId, SubmissionAction.Correct, reason, cancellationToken);
        if (refused is not null)
            return refused;
        var definition = DefinitionOf(run!); // not refused, so there is a run
        var period = new ReportPeriod(run!.PeriodKind, run.Period, run.FirstOn, run.LastOn);
        var library = await db.Libraries.AsNoTracking().SingleAsync(l => l.Id == run.LibraryId, cancellationToken);
        var content = await runner.PreviewAsync(definition, library, period, cancellationToken);
        var current = await SnapshotStore.OpenAsync(db, run.Id, cancellationToken) ?? throw new InvalidOperationException($"Report {run.Id} has no version {run.CurrentSnapshot}.");
        if (content.Bytes.AsSpan().SequenceEqual(CanonicalJson.Write(current.Report.Document with { Previous = null })))
            return SubmissionOutcome.Refused(SubmissionRefusal.NothingChanged, "The data give the same figures: there is nothing to correct.");
        run.CurrentSnapshot++;
        var snapshot = SnapshotStore.ToRow(content.After(current.Report.Hash), run.LibraryId, run.CurrentSnapshot, clock.GetUtcNow());
        run.Snapshots.Add(snapshot);
        return await SaveAsync(db, run, SubmissionAction.Correct, reason, cancellationToken);
    }

    private async Task<(ReportRun? Run, SubmissionOutcome? Refused)> LoadAsync(
        LibraryDb db, long runId, SubmissionAction action, string? message, CancellationToken cancellationToken)
    {
        if (await db.ReportRuns.FirstOrDefaultAsync(r => r.Id == runId, cancellationToken) is not { } run)
            return (null, SubmissionOutcome.Refused(SubmissionRefusal.NotFound, $"There is no report {runId}."));
        if (!db.Scope.May(SubmissionPolicy.PermissionFor(action), run.LibraryId))
            return (null, SubmissionOutcome.Refused(SubmissionRefusal.NotAllowed, $"{action} needs the permission {SubmissionPolicy.PermissionFor(action)} for the library."));
        var missing = action is SubmissionAction.Submit ? await MissingBelowAsync(db, run, cancellationToken) : null;
        var closedAbove = action is SubmissionAction.Unlock ? await ChildReports.ClosedAboveSchoolAsync(db, run, cancellationToken) : null;
        var decision = SubmissionPolicy.Decide(run.State, action, message, missing, closedAbove);
        return decision.Refusal is null ? (run, null) : (null, SubmissionOutcome.Refused(decision));
    }

    private async Task<IReadOnlyList<string>> MissingBelowAsync(LibraryDb db, ReportRun run, CancellationToken cancellationToken) =>
        await ChildReports.MissingOfHubAsync(
            db, run.LibraryId, DefinitionOf(run), new ReportPeriod(run.PeriodKind, run.Period, run.FirstOn, run.LastOn), cancellationToken);

    private ReportDefinition DefinitionOf(ReportRun run) =>
        catalogue.Definitions.Single(d => d.Code == run.DefinitionCode && d.Version == run.DefinitionVersion);

    private async Task<SubmissionOutcome> SaveAsync(LibraryDb db, ReportRun run, SubmissionAction action, string? message, CancellationToken cancellationToken)
    {
        run.State = SubmissionPolicy.Decide(run.State, action, message).State!.Value; // decided when it was loaded
        db.SubmissionSteps.Add(new SubmissionStep
        {
            RunId = run.Id,
            LibraryId = run.LibraryId,
            Action = action,
            State = run.State,
            Snapshot = run.CurrentSnapshot,
            Message = message,
            Actor = db.Scope.Actor,
            At = clock.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || UniqueViolation.IsOn(fault, db, ReportingTables.OneSnapshotPerNumber))
        {
            return SubmissionOutcome.Refused(SubmissionRefusal.Stale, "Somebody else changed the report in the meantime.");
        }
        return SubmissionOutcome.Of(run);
    }
}

/// <summary>What came of a step: the report as it stands, or why nothing changed.</summary>
public sealed record SubmissionOutcome
{
    /// <summary>The report; null when the step was refused.</summary>
    public ReportRun? Run { get; private init; }

    /// <summary>Why the step was refused; null when it was not.</summary>
    public SubmissionRefusal? Refusal { get; private init; }

    /// <summary>The refusal in a sentence; empty when it was not refused.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Who below has no accepted report yet, when that is the refusal.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    internal static SubmissionOutcome Refused(SubmissionDecision decision) => new() { Refusal = decision.Refusal, Message = decision.Message, Missing = decision.Missing };

    internal static SubmissionOutcome Of(ReportRun run) => new() { Run = run };

    internal static SubmissionOutcome Refused(SubmissionRefusal refusal, string message) => new() { Refusal = refusal, Message = message };
}
