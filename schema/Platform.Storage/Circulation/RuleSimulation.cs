using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Storage.Circulation;

/// <summary>Reads the loans of a time and replays them under a changed rule.</summary>
public static class RuleSimulation
{
    /// <summary>The days that are replayed: those given, else the last semester that has ended.</summary>
    public static async Task<(DateOnly From, DateOnly Until)> TermAsync(
        LibraryDb db, long libraryId, DateOnly? from, DateOnly? until, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var years = new SchoolYears(await db.SchoolYears.AsNoTracking().Where(y => y.LibraryId == null || y.LibraryId == libraryId).ToListAsync(cancellationToken));
        var (first, last) = LastTerm(years, today);
        return (from ?? first, until ?? last);
    }

    /// <summary>Replays; reads three statements and writes nothing.</summary>
    public static async Task<ReplayResult> RunAsync(
        LibraryDb db, long libraryId, LoanRule changed, DateOnly from, DateOnly until, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(changed);
        var setting = await db.SettingAsync(libraryId, from, cancellationToken);
        var begins = SchoolTime.StartOf(from);
        var rows = await db.Loans.AsNoTracking()
            .Where(l => l.LibraryId == libraryId && l.Kind == LoanKind.Home && l.LentOn <= until && (l.LentOn >= from || l.ReturnedAt == null || l.ReturnedAt >= begins))
            .Select(l => new { l.PatronId, l.PatronCategory, l.ItemType, l.LentOn, l.ReturnedAt })
            .ToListAsync(cancellationToken);
        var loans = rows.ConvertAll(l => new PastLoan(l.PatronId, l.PatronCategory, l.ItemType, l.LentOn, l.ReturnedAt is { } ended ? SchoolTime.DayOf(ended) : null));
        var after = setting with { Rules = new LoanRules([.. setting.Rules.Rows.Where(rule => rule.Key != changed.Key), changed]) };
        return RuleReplay.Run(loans, from, setting, after, today);
    }

    private static (DateOnly From, DateOnly Until) LastTerm(SchoolYears years, DateOnly today)
    {
        var year = years.Of(SchoolYear.StartYearOf(today));
        if (year.EndsOn < today)
            return (year.FirstSemesterEndsOn.AddDays(1), year.EndsOn);
        if (year.FirstSemesterEndsOn < today)
            return (year.StartsOn, year.FirstSemesterEndsOn);
        var before = years.Of(year.StartYear - 1);
        return (before.FirstSemesterEndsOn.AddDays(1), before.EndsOn);
    }
}
