using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Sharing;

namespace Platform.Storage.Sharing;

/// <summary>Reminds libraries, once a day, of what they owe their group and other libraries. Run twice on a day it does nothing the second time.</summary>
public sealed class Reminding(LibraryDbFactory databases, TimeProvider clock) : IUpkeep
{
    /// <inheritdoc/>
    public string Name => "reminders";

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System with { Actor = "reminders" });
        var today = clock.Today();
        List<Due> due =
        [
            .. await DutiesAsync(db, today, cancellationToken),
            .. await DueMovements.ReadAsync(db, today, cancellationToken),
        ];
        var reminders = due
            .Select(d => (Due: d, Step: ReminderPolicy.StepOn(d.On, today)))
            .Where(d => d.Step is not null)
            .Select(d => d.Due.ToReminder(string.Create(CultureInfo.InvariantCulture, $"{d.Due.Subject}/{d.Step}"), clock.GetUtcNow()))
            .ToList();
        var keys = reminders.Select(r => r.Key).Distinct().ToList();
        var known = await db.Reminders.Where(r => keys.Contains(r.Key)).Select(r => new { r.LibraryId, r.Key }).ToListAsync(cancellationToken);
        var fresh = reminders.Where(r => !known.Contains(new { r.LibraryId, r.Key })).ToList();
        db.Reminders.AddRange(fresh);
        await db.SaveChangesAsync(cancellationToken);
        return fresh.Count;
    }

    private async Task<List<Due>> DutiesAsync(LibraryDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var (first, last) = (today.AddDays(-ReminderPolicy.DaysBehind), today.AddDays(ReminderPolicy.DaysAhead));
        var duties = await db.SemesterDuties.AsNoTracking().Where(d => d.ListsDueOn >= first && d.ListsDueOn <= last).ToListAsync(cancellationToken);
        var due = new List<Due>();
        foreach (var duty in duties)
            foreach (var member in await new SemesterObligations(db, clock).ReadAsync(duty.GroupId, duty.Semester, cancellationToken))
                due.AddRange(member.Duties.Where(d => !d.IsMet).Select(d => Of(duty, member.LibraryId, d)));
        return due;
    }

    private static Due Of(SemesterDuty duty, long libraryId, DutyProgress progress) => new(
        libraryId,
        KindOf(progress.Kind),
        string.Create(CultureInfo.InvariantCulture, $"duty/{duty.GroupId}/{duty.Semester}/{(byte)progress.Kind}"),
        duty.ListsDueOn,
        $"{WordingOf(duty, progress)} Hạn: {duty.ListsDueOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}.");

    private static ReminderKind KindOf(DutyKind kind) => kind switch
    {
        DutyKind.EResources => ReminderKind.EResources,
        DutyKind.Rotation => ReminderKind.Rotation,
        DutyKind.EResourceList => ReminderKind.EResourceList,
        DutyKind.InterLibraryList => ReminderKind.InterLibraryList,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string WordingOf(SemesterDuty duty, DutyProgress progress) => progress.Kind switch
    {
        DutyKind.EResources => string.Create(CultureInfo.InvariantCulture, $"Học kỳ {duty.Semester}: đã đóng góp {progress.Done}/{progress.Required} học liệu điện tử."),
        DutyKind.Rotation => $"Học kỳ {duty.Semester}: thư viện chưa tham gia luân chuyển tài liệu in.",
        DutyKind.EResourceList => $"Học kỳ {duty.Semester}: đầu mối chưa nhận danh sách học liệu điện tử đóng góp (R-06).",
        DutyKind.InterLibraryList => $"Học kỳ {duty.Semester}: đầu mối chưa nhận danh sách mượn liên thư viện (R-05).",
        _ => throw new ArgumentOutOfRangeException(nameof(progress), progress.Kind, null),
    };
}

/// <summary>Something that is due to a library.</summary>
/// <param name="LibraryId">The library that owes it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">What exactly, as the beginning of a reminder's key.</param>
/// <param name="On">The day.</param>
/// <param name="Text">In a sentence.</param>
internal sealed record Due(long LibraryId, ReminderKind Kind, string Subject, DateOnly On, string Text)
{
    public Reminder ToReminder(string key, DateTimeOffset at) => new() { LibraryId = LibraryId, Kind = Kind, Key = key, DueOn = On, Text = Text, RaisedAt = at };
}
