using System.Data;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Reporting.Submissions;

/// <summary>Takes the steps of what a managing body sends up: it sends after everybody below it was accepted, and the body above decides.</summary>
public sealed class ConsolidationDesk(DefinitionCatalogue catalogue, TimeProvider clock)
{
    private static readonly SubmissionAction[] OfTheBody = [SubmissionAction.Submit, SubmissionAction.RequestUnlock];

    /// <summary>Sends the body's return: the list of the accepted reports below it, frozen with its hash. Nothing is saved when one is missing.</summary>
    /// <param name="db">The database as the caller sees it.</param>
    /// <param name="organisationCode">The body.</param>
    /// <param name="form">Code of the form.</param>
    /// <param name="period">The period; it must be over.</param>
    /// <param name="message">A word to the body above.</param>
    /// <param name="cancellationToken">Stops before the saving.</param>
    public async Task<ConsolidationOutcome> SubmitAsync(LibraryDb db, string organisationCode, string form, ReportPeriod period, string? message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(period);
        if (catalogue.Find(form, period.LastOn) is not { } definition || !definition.Periods.Contains(period.Kind) || clock.Today() <= period.LastOn
            || await db.Organisations.FirstOrDefaultAsync(o => o.Code == organisationCode, cancellationToken) is not { } body)
            return ConsolidationOutcome.Refused(SubmissionRefusal.NotFound, $"There is no body '{organisationCode}' that reports '{form}' on '{period.Code}', or the period is not over.");
        if (!ActsFor(db.Scope, body.Id))
            return ConsolidationOutcome.Refused(SubmissionRefusal.NotAllowed, $"The caller does not act for '{body.Code}'.");
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var children = await ChildReports.OfBodyAsync(db, body.Id, definition.Code, period, cancellationToken);
        var report = await db.ConsolidatedReports.SingleOrDefaultAsync(r => r.OrganisationId == body.Id && r.DefinitionCode == definition.Code && r.Period == period.Code, cancellationToken)
            ?? New(db, body, definition, period);
        if (children.Count is 0)
            return ConsolidationOutcome.Refused(SubmissionRefusal.NotFound, $"No school is below '{body.Code}'.");
        var decision = SubmissionPolicy.Decide(report.State, SubmissionAction.Submit, message, [.. children.Where(c => c.Hash is null).Select(c => c.Code)]);
        if (decision.Refusal is not null)
            return ConsolidationOutcome.Refused(decision);
        var lines = string.Join('\n', children.Select(c => $"{c.Code} {c.Hash}"));
        report.Hash = HashOf(lines, report.Hash);
        Take(db, report, SubmissionAction.Submit, decision, message, lines);
        return await SaveAsync(db, report, transaction, cancellationToken);
    }

    /// <summary>Takes another step: approve, reject, lock, unlock and refuse by the body above, ask for unlock by the body itself.</summary>
    public async Task<ConsolidationOutcome> StepAsync(LibraryDb db, long reportId, SubmissionAction action, string? message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.ConsolidatedReports.FirstOrDefaultAsync(r => r.Id == reportId, cancellationToken) is not { } report)
            return ConsolidationOutcome.Refused(SubmissionRefusal.NotFound, $"There is no consolidated report {reportId}.");
        if (action is SubmissionAction.Submit or SubmissionAction.Correct)
            return ConsolidationOutcome.Refused(SubmissionRefusal.WrongState, $"{action} is no step of a report that was sent: send it anew.");
        var parents = await ChildReports.ParentsOf(db, report).ToListAsync(cancellationToken);
        if (OfTheBody.Contains(action) ? !ActsFor(db.Scope, report.OrganisationId) : !ActsForOneOf(db.Scope, parents))
            return ConsolidationOutcome.Refused(SubmissionRefusal.NotAllowed, $"{action} is for {(OfTheBody.Contains(action) ? "the body itself" : "the body above")}.");
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var closedAbove = action is SubmissionAction.Unlock ? await ChildReports.ClosedAboveBodyAsync(db, report, cancellationToken) : null;
        var decision = SubmissionPolicy.Decide(report.State, action, message, null, closedAbove);
        if (decision.Refusal is not null)
            return ConsolidationOutcome.Refused(decision);
        Take(db, report, action, decision, message, null);
        return await SaveAsync(db, report, transaction, cancellationToken);
    }

    /// <summary>The hash of a list that was sent: of its lines and of the hash of the list before it, so that none can be left out later.</summary>
    public static string HashOf(string lines, string? before) => Seal.Of(Encoding.UTF8.GetBytes($"{before}\n{lines}"));

    private static bool ActsFor(Scope scope, long organisationId) => ActsForOneOf(scope, [organisationId]);

    private static bool ActsForOneOf(Scope scope, IEnumerable<long> organisationIds) =>
        scope.ReachOf(Permission.ApproveReports).Everywhere || (scope.May(Permission.ApproveReports) && organisationIds.Any(scope.OrganisationIds.Contains));

    private static ConsolidatedReport New(LibraryDb db, Organisation body, ReportDefinition definition, ReportPeriod period)
    {
        var report = new ConsolidatedReport { OrganisationId = body.Id, DefinitionCode = definition.Code, Period = period.Code, LastOn = period.LastOn };
        db.ConsolidatedReports.Add(report);
        return report;
    }

    private void Take(LibraryDb db, ConsolidatedReport report, SubmissionAction action, SubmissionDecision decision, string? message, string? lines)
    {
        report.State = decision.State!.Value; // not refused
        report.Steps.Add(new ConsolidationStep
        {
            Action = action,
            State = report.State,
            Message = message,
            Lines = lines,
            Hash = lines is null ? null : report.Hash,
            Actor = db.Scope.Actor,
            At = clock.GetUtcNow(),
        });
    }

    private static async Task<ConsolidationOutcome> SaveAsync(
        LibraryDb db, ConsolidatedReport report, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || UniqueViolation.IsOn(fault, db, ConsolidationTables.OnePerPeriod))
        {
            return ConsolidationOutcome.Refused(SubmissionRefusal.Stale, "Somebody else changed the report in the meantime.");
        }
        return new ConsolidationOutcome { Report = report };
    }
}

/// <summary>What came of a step of a body's return.</summary>
public sealed record ConsolidationOutcome
{
    /// <summary>The return; null when the step was refused.</summary>
    public ConsolidatedReport? Report { get; init; }

    /// <summary>Why the step was refused; null when it was not.</summary>
    public SubmissionRefusal? Refusal { get; private init; }

    /// <summary>The refusal in a sentence; empty when it was not refused.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Codes of the schools and bodies below that have no accepted report yet, when that is the refusal.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    internal static ConsolidationOutcome Refused(SubmissionRefusal refusal, string message) => new() { Refusal = refusal, Message = message };

    internal static ConsolidationOutcome Refused(SubmissionDecision decision) => new() { Refusal = decision.Refusal, Message = decision.Message, Missing = decision.Missing };
}
