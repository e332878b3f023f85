using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>Loans as facts, on the day of lending. What is counted was copied to the loan then, so the counts outlive the link to the person.</summary>
internal static class LoanFacts
{
    private const int DaysAtOnce = 32;
    private static readonly Dimension[] Dimensions = [Dimension.ItemType, Dimension.Reader, Dimension.Grade, Dimension.Use];
    private static readonly FactSource Loans = new("loans", nameof(Loan), Dimensions);
    private static readonly FactSource Overdue = new("loans-overdue", nameof(Loan), Dimensions);

    // Readers who borrowed or read something in the period, each once for kind and grade at lending. Where the link to the person was cut,
    // one loan stands for the reader; its key is a negative number, which is no card's.
    private static readonly FactSource Borrowers = new("borrowers", nameof(Patron), [Dimension.Reader, Dimension.Grade]);

    // Times that somebody came and borrowed: one reader, day and kind of use is one, however many copies. Anonymised loans count nowhere.
    private static readonly FactSource Borrowings = new("borrowings", nameof(Patron), [Dimension.Reader, Dimension.Grade, Dimension.Use]);

    /// <summary>Loans that began in the period, to take home or to read in the library, and who borrowed.</summary>
    public static FactScan Scan { get; } = new([Loans, Borrowers, Borrowings], ReadLoansAsync);

    /// <summary>Loans that are overdue when the period ends, whenever they began; on the day of lending.</summary>
    public static FactScan OverdueScan { get; } = new([Overdue], ReadOverdueAsync);

    private static async Task ReadLoansAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        books.Ask(Loans, out var loans);
        books.Ask(Borrowers, out var borrowers);
        books.Ask(Borrowings, out var borrowings);
        if (loans is not null)
            await query.Copies.LoadAsync(query, cancellationToken);
        var mark = ReaderPeriod.Of(query.Period.Kind);
        var tallies = new LoanTally[(query.Period.LastOn.DayNumber - query.Period.FirstOn.DayNumber) / DaysAtOnce + 1];
        await query.AtOnceAsync(tallies.Length, async (db, stretch) =>
        {
            var first = query.Period.FirstOn.AddDays(stretch * DaysAtOnce);
            var last = first.AddDays(DaysAtOnce - 1) is var end && end < query.Period.LastOn ? end : query.Period.LastOn;
            var began = db.Loans.AsNoTracking().Where(l => l.LibraryId == query.LibraryId && l.LentOn >= first && l.LentOn <= last);
            var tally = tallies[stretch] = new LoanTally(loans is null ? null : query.Copies, borrowers is null ? null : mark, borrowings is not null);
            await LoanRow.ReadAsync(db, began, tally.Take, cancellationToken);
            tally.Close();
        });
        var readers = new Dictionary<Borrower, DateOnly>();
        foreach (var tally in tallies)
            await AddAsync(query, tally, loans, borrowings, readers, cancellationToken);
        var reader = new ReaderSubjects();
        foreach (var (borrower, on) in readers)
            reader.Add(borrowers!, borrower.Patron, on, borrower.Category, borrower.Grade); // readers were kept for them
    }

    private static async Task AddAsync(FactQuery query, LoanTally tally, FactBook? loans, FactBook? borrowings, Dictionary<Borrower, DateOnly> readers, CancellationToken cancellationToken)
    {
        if (loans is not null)
        {
            loans.Add(tally.Loans);
            await query.Copies.AddForeignAsync(query, loans, tally.Foreign, cancellationToken);
        }
        borrowings?.Add(tally.Borrowings);
        // Stretches come in order of days: the first that names a reader has the first day.
        foreach (var (borrower, on) in tally.Readers)
            readers.TryAdd(borrower, on);
    }

    private static async Task ReadOverdueAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (!books.Ask(Overdue, out var book))
            return;
        var over = SchoolTime.StartOf(query.Period.LastOn.AddDays(1));
        var due = query.Db.Loans.AsNoTracking().Where(l => l.LibraryId == query.LibraryId && l.LentOn <= query.Period.LastOn && l.DueOn < query.Period.LastOn);
        await query.Copies.LoadAsync(query, cancellationToken);
        var tally = new LoanTally(query.Copies, null, withTimes: false);
        // Two questions, each with an index of its own: still out, and back only after the period.
        await LoanRow.ReadAsync(query.Db, due.Where(l => l.ReturnedAt == null), tally.Take, cancellationToken);
        await LoanRow.ReadAsync(query.Db, due.Where(l => l.ReturnedAt >= over), tally.Take, cancellationToken);
        tally.Close();
        book.Add(tally.Loans);
        await query.Copies.AddForeignAsync(query, book, tally.Foreign, cancellationToken);
    }
}
