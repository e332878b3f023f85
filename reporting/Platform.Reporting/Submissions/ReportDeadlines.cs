using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Reporting.Definitions;
using Platform.Storage;

namespace Platform.Reporting.Submissions;

/// <summary>
/// Keeps the days on which reports are due: reminds schools that have not sent theirs, and locks what a school still held when the day passed,
/// so that it has to ask for unlocking. Only a deadline whose source was read locks; every one is reminded of. Run twice it does nothing more.
/// </summary>
public sealed class ReportDeadlines(LibraryDbFactory databases, DefinitionCatalogue catalogue, TimeProvider clock) : IUpkeep
{
    /// <summary>How long after a deadline a report that was overlooked is still locked.</summary>
    private const int DaysToLock = 60;

    /// <inheritdoc/>
    public string Name => "deadlines";

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var (form, period, dueOn) in Due())
        {
            done += await RemindAsync(form, period, dueOn, cancellationToken);
            if (form.Deadline!.Confirmed && dueOn < clock.Today() && clock.Today() <= dueOn.AddDays(DaysToLock)) // due, so it has one
                done += await LockAsync(form, period, dueOn, cancellationToken);
        }
        return done;
    }

    private IEnumerable<(ReportDefinition Form, ReportPeriod Period, DateOnly DueOn)> Due()
    {
        foreach (var form in catalogue.Definitions.Where(d => d.Deadline is not null))
            foreach (var kind in form.Periods)
            {
                var period = ReportPeriod.LastBefore(kind, clock.Today());
                if (form.HoldsOn(period.LastOn))
                    yield return (form, period, period.LastOn.AddDays(form.Deadline!.Days)); // filtered
            }
    }

    // The way of each report says it: the deadline locks what it found in the school's hands, once.
    private async Task<int> LockAsync(ReportDefinition form, ReportPeriod period, DateOnly dueOn, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System with { Actor = "deadlines" });
        var over = SchoolTime.StartOf(dueOn.AddDays(1));
        var held = await db.ReportRuns
            .Where(r => r.DefinitionCode == form.Code && r.DefinitionVersion == form.Version && r.Period == period.Code && r.ClosedAt < over)
            .Where(r => r.State == SubmissionState.Draft || r.State == SubmissionState.Rejected || r.State == SubmissionState.Approved)
            .Where(r => !r.Steps.Any(s => s.Action == SubmissionAction.Lock && s.At >= over))
            .OrderBy(r => r.Id)
            .ToListAsync(cancellationToken);
        foreach (var run in held)
        {
            run.State = SubmissionPolicy.Decide(run.State, SubmissionAction.Lock, null).State!.Value; // each of these states can be locked
            db.SubmissionSteps.Add(new SubmissionStep
            {
                RunId = run.Id,
                LibraryId = run.LibraryId,
                Action = SubmissionAction.Lock,
                State = run.State,
                Snapshot = run.CurrentSnapshot,
                Message = $"Hết hạn nộp ngày {Day(dueOn)}.",
                Actor = db.Scope.Actor,
                At = clock.GetUtcNow(),
            });
        }
        await db.SaveChangesAsync(cancellationToken);
        return held.Count;
    }

    // A form may cover several kinds of period; reminded is of the one that its schedule uses.
    private async Task<int> RemindAsync(ReportDefinition form, ReportPeriod period, DateOnly dueOn, CancellationToken cancellationToken)
    {
        if (period.Kind != form.Periods[0] || ReminderPolicy.StepOn(dueOn, clock.Today()) is not { } step)
            return 0;
        await using var db = databases.For(Scope.System with { Actor = "deadlines" });
        var key = string.Create(CultureInfo.InvariantCulture, $"report/{form.Code}/{period.Code}/{step}");
        var owing = await db.Libraries.AsNoTracking()
            .Where(l => !db.ReportRuns.Any(r => r.LibraryId == l.Id && r.DefinitionCode == form.Code && r.Period == period.Code && r.State != SubmissionState.Draft && r.State != SubmissionState.Rejected))
            .Where(l => !db.Reminders.Any(r => r.LibraryId == l.Id && r.Key == key))
            .Select(l => l.Id)
            .ToListAsync(cancellationToken);
        db.Reminders.AddRange(owing.Select(library => new Reminder
        {
            LibraryId = library,
            Kind = ReminderKind.Report,
            Key = key,
            Text = $"Chưa gửi báo cáo {form.Code} kỳ {period.Code} ({form.Name}). Hạn: {Day(dueOn)}{(form.Deadline is { Confirmed: true } ? "" : " (chưa xác nhận)")}.",
            DueOn = dueOn,
            RaisedAt = clock.GetUtcNow(),
        }));
        await db.SaveChangesAsync(cancellationToken);
        return owing.Count;
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
