using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Storage.Circulation;

/// <summary>
/// Reads what a library has laid down. It is read again only after it changed: one statement tells by the <see cref="SettingStamp"/>,
/// in the transaction of the decision.
/// </summary>
internal static class SettingReading
{
    // One entry a library of a database: what was read last, and beside which stamp.
    private static readonly ConcurrentDictionary<(string? Database, long LibraryId), Known> Last = new();

    /// <summary>The lending matrix, the calendar and the school years that hold for the library today.</summary>
    public static async Task<DeskSetting> SettingAsync(this LibraryDb db, long libraryId, DateOnly today, CancellationToken cancellationToken)
    {
        var stamp = await db.SettingStamps.Where(s => s.Id == SettingStamp.Only).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken);
        var key = (db.Database.GetConnectionString(), libraryId);
        if (stamp is not null && Last.TryGetValue(key, out var known) && known.Stamp == stamp && known.Setting.Today == today)
            return known.Setting;
        var setting = await ReadAsync(db, libraryId, today, cancellationToken);
        if (stamp is not null)
            Last[key] = new Known(stamp, setting);
        return setting;
    }

    private static async Task<DeskSetting> ReadAsync(LibraryDb db, long libraryId, DateOnly today, CancellationToken cancellationToken)
    {
        var rules = await db.LoanRules.AsNoTracking()
            .Where(r => r.RemovedAt == null)
            .Where(r => r.LibraryId == libraryId || (r.LibraryId == null && (r.GroupId == null || db.Memberships.Any(m =>
                m.GroupId == r.GroupId && m.LibraryId == libraryId && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)))))
            .ToListAsync(cancellationToken);
        var weeks = await db.OpeningWeeks.AsNoTracking().Where(w => w.LibraryId == libraryId).ToListAsync(cancellationToken);
        var closed = await db.ClosedPeriods.AsNoTracking()
            .Where(p => (p.LibraryId == null || p.LibraryId == libraryId) && p.UntilOn >= today)
            .ToListAsync(cancellationToken);
        var from = SchoolYear.StartYearOf(today);
        var years = await db.SchoolYears.AsNoTracking()
            .Where(y => (y.LibraryId == null || y.LibraryId == libraryId) && y.StartYear >= from)
            .ToListAsync(cancellationToken);
        return new DeskSetting(new LoanRules(rules), new OpeningDays(weeks, closed), new SchoolYears(years), today);
    }

    private sealed record Known(string Stamp, DeskSetting Setting);
}
