using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Storage.Synthetic;

/// <summary>Loans of the past five years: each copy's one after the other, by patrons of the school that owns it.</summary>
internal sealed class SyntheticLoans(SyntheticSpec spec, IReadOnlyDictionary<long, SyntheticLoans.Borrower[]> borrowers, DateOnly today)
{
    private const int Days = 5 * 365;
    private const int LoanDays = 14;
    private const int LastDays = 12;

    private readonly Random _random = new(spec.Seed + 2);

    /// <summary>The loans of some copies.</summary>
    /// <param name="items">The copies.</param>
    /// <param name="before">How many copies stand before them.</param>
    public IEnumerable<Loan> Of(IReadOnlyList<Copy> items, long before)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var count = (int)(LoansBefore(before + i + 1) - LoansBefore(before + i));
            for (var turn = 0; turn < count; turn++)
                yield return LoanOf(items[i], turn, count);
        }
    }

    private long LoansBefore(long copies) => (long)((Int128)spec.Loans * copies / spec.Items);

    // The five years are parted among the copy's loans, so that none begins before the one before has ended. One copy in fifty is out.
    private Loan LoanOf(Copy copy, int turn, int count)
    {
        var span = (double)Days / count;
        var isOut = turn == count - 1 && span > 2 * LastDays && _random.Next(50) == 0;
        var kept = Math.Max(0, Math.Min(_random.Next(1, LoanDays + 4), (int)(span / 2) - 1));
        var lentOn = isOut ? today.AddDays(-_random.Next(LastDays)) : today.AddDays(-Days + (int)(span * turn + _random.NextDouble() * span / 2) - LastDays);
        var lentAt = SchoolTime.StartOf(lentOn).AddMinutes(_random.Next(7 * 60, 16 * 60));
        var people = borrowers[copy.LibraryId];
        var borrower = people[_random.Next(people.Length)];
        return new Loan
        {
            LibraryId = copy.LibraryId,
            ItemId = copy.Id,
            PatronId = borrower.Id,
            Kind = LoanKind.Home,
            PatronCategory = borrower.Category,
            Grade = borrower.Grade,
            ItemType = copy.Type,
            LentAt = lentAt,
            LentOn = lentOn,
            DueOn = lentOn.AddDays(LoanDays),
            ReturnedAt = isOut ? null : lentAt.AddDays(kept).AddMinutes(_random.Next(30)),
            EndedAs = isOut ? null : LoanEnd.Returned,
        };
    }

    internal sealed record Copy(long Id, long LibraryId, ItemType Type);

    internal sealed record Borrower(long Id, PatronCategory Category, int? Grade);
}
