using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Storage;

namespace Platform.Reporting.Metrics;

/// <summary>Loans as facts, on the day of lending. What is counted was copied to the loan then, so the counts outlive the link to the person.</summary>
internal static class LoanFacts
{
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
        var times = new HashSet<(Borrower, DateOnly, LoanKind)>();
        var readers = new Dictionary<Borrower, DateOnly>();
        var reader = new ReaderSubjects();
        var mark = ReaderPeriod.Of(query.Period.Kind);
        var subjects = loans is null ? null : await LoanSubjects.OfAsync(query, cancellationToken);
        var began = query.Db.Loans.AsNoTracking().Where(l => l.LibraryId == query.LibraryId && l.LentOn >= query.Period.FirstOn && l.LentOn <= query.Period.LastOn);
        void Take(ReadOnlySpan<LoanRow> rows)
        {
            foreach (ref readonly var row in rows)
            {
                subjects?.Add(loans!, row); // subjects were read for them
                if (borrowings is not null && row.PatronId is { } card && times.Add((new Borrower(card, row.Reader, row.Grade), row.LentOn, row.Kind)))
                    reader.Add(borrowings, card, row.LentOn, row.Reader, row.Grade, row.Kind);
                if (borrowers is null || (row.PatronId ?? ((row.StandsFor & mark) == mark ? -row.Id : null)) is not { } patron)
                    continue;
                ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(readers, new Borrower(patron, row.Reader, row.Grade), out var known);
                first = known && first <= row.LentOn ? first : row.LentOn;
            }
        }
        await ReadAsync(query.Db, began, Take, cancellationToken);
        await (subjects?.AddForeignAsync(loans!, cancellationToken) ?? Task.CompletedTask);
        foreach (var (borrower, on) in readers)
            reader.Add(borrowers!, borrower.Patron, on, borrower.Category, borrower.Grade); // readers were kept for them
    }

    private static async Task ReadOverdueAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (!books.Ask(Overdue, out var book))
            return;
        var over = SchoolTime.StartOf(query.Period.LastOn.AddDays(1));
        var due = query.Db.Loans.AsNoTracking().Where(l => l.LibraryId == query.LibraryId && l.LentOn <= query.Period.LastOn && l.DueOn < query.Period.LastOn);
        var subjects = await LoanSubjects.OfAsync(query, cancellationToken);
        // Two questions, each with an index of its own: still out, and back only after the period.
        void Take(ReadOnlySpan<LoanRow> rows)
        {
            foreach (ref readonly var row in rows)
                subjects.Add(book, row);
        }
        await ReadAsync(query.Db, due.Where(l => l.ReturnedAt == null), Take, cancellationToken);
        await ReadAsync(query.Db, due.Where(l => l.ReturnedAt >= over), Take, cancellationToken);
        await subjects.AddForeignAsync(book, cancellationToken);
    }

    private static Task ReadAsync(LibraryDb db, IQueryable<Loan> loans, Action<ReadOnlySpan<LoanRow>> take, CancellationToken cancellationToken)
    {
        var lentOn = new DayColumn(2);
        return db.ReadBatchesAsync(
            loans.Select(l => new { l.Id, l.ItemId, l.LentOn, l.Kind, l.PatronCategory, l.Grade, l.ItemType, l.PatronId, l.StandsFor }),
            row => LoanRow.Of(row, lentOn),
            take,
            cancellationToken);
    }

    private readonly record struct Borrower(long Patron, PatronCategory Category, int? Grade)
    {
        public override int GetHashCode() => HashCode.Combine(Patron, (byte)Category, Grade.GetValueOrDefault());
    }
}

/// <summary>A loan as counts need it.</summary>
internal readonly record struct LoanRow(long Id, long ItemId, DateOnly LentOn, LoanKind Kind, PatronCategory Reader, int? Grade, ItemType ItemType, long? PatronId, ReaderPeriods StandsFor)
{
    public static LoanRow Of(DbDataReader row, DayColumn lentOn) => new(
        row.GetInt64(0), row.GetInt64(1), lentOn.Of(row), (LoanKind)row.GetByte(3), (PatronCategory)row.GetByte(4),
        row.IsDBNull(5) ? null : row.GetInt32(5), (ItemType)row.GetByte(6), row.IsDBNull(7) ? null : row.GetInt64(7), (ReaderPeriods)row.GetByte(8));

    public Fact ToFact(FactSubject subject) => new(Id, LentOn, 1, 0, subject);

    public DimensionValues Values() => default(DimensionValues)
        .With(Dimension.ItemType, (byte)ItemType)
        .With(Dimension.Reader, (byte)Reader)
        .With(Dimension.Grade, (byte)(Grade ?? 0))
        .With(Dimension.Use, (byte)Kind);
}
