using System.Data.Common;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Storage;

namespace Platform.Reporting.Metrics;

/// <summary>A loan as counts need it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="ItemId">Key of the copy.</param>
/// <param name="Who">Key of the reader; where the link was cut, 0 or less: the periods in which the loan stands for one, as a negative number.</param>
/// <param name="Kinds">What counts tell it apart by, a byte each: reader, use, grade (0 for none), type of the copy.</param>
/// <param name="LentOn">The day.</param>
internal readonly record struct LoanRow(long Id, long ItemId, long Who, int Kinds, DateOnly LentOn)
{
    public PatronCategory Reader => (PatronCategory)(byte)(Kinds >> 24);

    public LoanKind Use => (LoanKind)(byte)(Kinds >> 16);

    public int? Grade => (byte)(Kinds >> 8) is > 0 and var grade ? grade : null;

    /// <summary>Reader and grade.</summary>
    public int Group => Kinds & unchecked((int)0xFF00FF00);

    public long? PatronId => Who > 0 ? Who : null;

    public ReaderPeriods StandsFor => Who > 0 ? ReaderPeriods.None : (ReaderPeriods)(-Who);

    /// <summary>Hands over every loan of a query.</summary>
    public static Task ReadAsync(LibraryDb db, IQueryable<Loan> loans, Action<LoanRow> take, CancellationToken cancellationToken)
    {
        var lentOn = new DayColumn(6);
        return db.ReadRowsAsync(
            loans.Select(l => new { l.Id, l.ItemId, l.PatronCategory, l.Kind, Grade = l.Grade ?? 0, l.ItemType, l.LentOn, Patron = l.PatronId ?? 0, l.StandsFor }),
            row => take(Of(row, lentOn)),
            cancellationToken);
    }

    // Few loans stand for a reader: the column is read for them alone.
    private static LoanRow Of(DbDataReader row, DayColumn lentOn) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(7) is > 0 and var patron ? patron : -row.GetByte(8),
        row.GetByte(2) << 24 | row.GetByte(3) << 16 | row.GetInt32(4) << 8 | row.GetByte(5), lentOn.Of(row));

    public Fact ToFact(FactSubject subject) => new(Id, LentOn, 1, 0, subject);

    public DimensionValues Values() => default(DimensionValues)
        .With(Dimension.ItemType, (byte)Kinds)
        .With(Dimension.Reader, (byte)Reader)
        .With(Dimension.Grade, (byte)(Grade ?? 0))
        .With(Dimension.Use, (byte)Use);
}
