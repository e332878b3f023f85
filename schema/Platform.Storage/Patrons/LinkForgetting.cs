using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Model.Sharing.InterLibrary;
using Platform.Storage.Circulation;

namespace Platform.Storage.Patrons;

/// <summary>What was forgotten.</summary>
/// <param name="UntilOn">The last day whose finished loans, holds and charges name nobody any more.</param>
/// <param name="Loans">Loans that were cut from their readers.</param>
/// <param name="Holds">Holds that were cut.</param>
/// <param name="Charges">Charges that were cut.</param>
public sealed record Forgotten(DateOnly UntilOn, int Loans, int Holds, int Charges);

/// <summary>Cuts what is long finished from the people it belonged to. Counts, those of readers too, stay what they were.</summary>
public static class LinkForgetting
{
    private const int ReadersAtOnce = 200;

    private static readonly InterLibraryState[] Ended = [InterLibraryState.Closed, InterLibraryState.Unfilled, InterLibraryState.Cancelled, InterLibraryState.Lost];

    /// <summary>Forgets for one library, some readers at a time; running it again forgets nothing more. Whoever agreed to keep the own history is left alone.</summary>
    public static async Task<Forgotten> RunAsync(LibraryDb db, long libraryId, int monthsLinked, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var years = await db.SchoolYears.AsNoTracking().Where(y => y.LibraryId == null || y.LibraryId == libraryId).ToListAsync(cancellationToken);
        var lastDay = LinkRetention.LastForgottenDay(new SchoolYears(years), today, monthsLinked);
        var kept = await KeepersAsync(db, libraryId, today, cancellationToken);
        var done = new Forgotten(lastDay, 0, 0, 0);
        foreach (var readers in (await ReadersAsync(db, libraryId, SchoolTime.StartOf(lastDay.AddDays(1)), cancellationToken)).Where(id => !kept.Contains(id)).Chunk(ReadersAtOnce))
        {
            await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, libraryId, cancellationToken);
            var cut = await CutAsync(db, libraryId, readers, SchoolTime.StartOf(lastDay.AddDays(1)), cancellationToken);
            await work.SaveAsync(cancellationToken);
            db.ChangeTracker.Clear();
            done = done with { Loans = done.Loans + cut.Loans, Holds = done.Holds + cut.Holds, Charges = done.Charges + cut.Charges };
        }
        return done;
    }

    /// <summary>Cuts what ended before an instant from these readers; the caller saves. Loans that are open or not paid for stay.</summary>
    internal static async Task<(int Loans, int Holds, int Charges)> CutAsync(
        LibraryDb db, long libraryId, IReadOnlyList<long> readers, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var loans = await db.Loans.Where(l => l.LibraryId == libraryId && l.PatronId != null && readers.Contains(l.PatronId.Value)).ToListAsync(cancellationToken);
        var owing = (await LoansOf(db.Charges.Where(c => c.PatronId != null && readers.Contains(c.PatronId.Value) && c.SettledAt == null)).ToListAsync(cancellationToken)).ToHashSet();
        var cut = 0;
        foreach (var own in loans.GroupBy(l => l.PatronId))
            cut += Cut([.. own], loan => loan.ReturnedAt < before && !owing.Contains(loan.Id));
        var holds = await db.Holds.Where(h => h.PatronId != null && readers.Contains(h.PatronId.Value) && h.ClosedAt < before).ToListAsync(cancellationToken);
        holds.ForEach(hold => hold.PatronId = null);
        var charges = await db.Charges.Where(c => c.PatronId != null && readers.Contains(c.PatronId.Value) && c.SettledAt < before).ToListAsync(cancellationToken);
        charges.ForEach(charge => charge.PatronId = null);
        var lastDay = SchoolTime.DayOf(before).AddDays(-1);
        var borrowed = await db.InterLibraryReaders
            .Where(r => r.LibraryId == libraryId && r.PatronId != null && readers.Contains(r.PatronId.Value))
            .Where(r => Ended.Contains(r.Loan.State) && (r.Loan.ReturnedOn ?? r.Loan.RequestedOn) <= lastDay)
            .ToListAsync(cancellationToken);
        borrowed.ForEach(reader => reader.PatronId = null);
        foreach (var notice in await db.Notices.Where(n => n.PatronId != null && readers.Contains(n.PatronId.Value) && n.CreatedAt < before).ToListAsync(cancellationToken))
            notice.PatronId = null;
        return (cut, holds.Count, charges.Count);
    }

    private static IQueryable<long?> LoansOf(IQueryable<Charge> open) => open.Where(c => c.LoanId != null).Select(c => c.LoanId);

    private static int Cut(IReadOnlyList<Loan> loans, Func<Loan, bool> goes)
    {
        var marks = LinkRetention.Cut([.. loans.Select(loan => new LinkedLoan(loan.Id, loan.PatronCategory, loan.Grade, loan.LentOn, goes(loan)))]);
        foreach (var loan in loans.Where(loan => marks.ContainsKey(loan.Id)))
            (loan.PatronId, loan.StandsFor) = (null, marks[loan.Id]);
        return marks.Count;
    }

    private static async Task<List<long>> ReadersAsync(LibraryDb db, long libraryId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var loans = await db.Loans.Where(l => l.LibraryId == libraryId && l.PatronId != null && l.ReturnedAt < before).Select(l => l.PatronId!.Value).Distinct().ToListAsync(cancellationToken);
        var holds = await db.Holds.Where(h => h.LibraryId == libraryId && h.PatronId != null && h.ClosedAt < before).Select(h => h.PatronId!.Value).Distinct().ToListAsync(cancellationToken);
        var charges = await db.Charges.Where(c => c.LibraryId == libraryId && c.PatronId != null && c.SettledAt < before).Select(c => c.PatronId!.Value).Distinct().ToListAsync(cancellationToken);
        var lastDay = SchoolTime.DayOf(before).AddDays(-1);
        var borrowed = await db.InterLibraryReaders
            .Where(r => r.LibraryId == libraryId && r.PatronId != null && Ended.Contains(r.Loan.State) && (r.Loan.ReturnedOn ?? r.Loan.RequestedOn) <= lastDay)
            .Select(r => r.PatronId!.Value).Distinct().ToListAsync(cancellationToken);
        return [.. loans.Union(holds).Union(charges).Union(borrowed).Order()];
    }

    private static async Task<HashSet<long>> KeepersAsync(LibraryDb db, long libraryId, DateOnly today, CancellationToken cancellationToken)
    {
        var consents = await db.Consents.AsNoTracking()
            .Where(c => c.LibraryId == libraryId && c.Purpose == ConsentPurpose.KeepHistory && c.WithdrawnOn == null)
            .Select(c => new { c.PatronId, c.GivenBy, c.Patron.Category, c.Patron.Grade, c.Patron.BornOn })
            .ToListAsync(cancellationToken);
        return
        [
            .. consents.GroupBy(c => c.PatronId)
                .Where(own => ConsentPolicy.Holds(own.Select(c => c.GivenBy), ConsentPolicy.NeededFrom(own.First().Category, own.First().Grade, own.First().BornOn, today)))
                .Select(own => own.Key),
        ];
    }
}
