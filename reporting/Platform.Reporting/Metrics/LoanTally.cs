using System.Runtime.InteropServices;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>The loans of a stretch of days while they are read, for one thread.</summary>
/// <param name="copies">What loans are about; null when nobody asks for loans.</param>
/// <param name="mark">The period for which readers are kept; null when nobody asks for them.</param>
/// <param name="withTimes">Whether somebody asks for the times that readers came.</param>
internal sealed class LoanTally(LentCopies? copies, ReaderPeriods? mark, bool withTimes)
{
    private readonly List<LoanRow> _foreign = [];
    private readonly Dictionary<Borrower, DateOnly> _readers = [];
    private readonly HashSet<(Borrower, DateOnly, LoanKind)> _times = [];
    private readonly ReaderSubjects _subjects = new();
    private FactGroup? _group;
    private int _kinds;

    /// <summary>Loans of the library's own copies.</summary>
    public FactBook Loans { get; } = new();

    /// <summary>Loans of other libraries' copies.</summary>
    public IReadOnlyList<LoanRow> Foreign => _foreign;

    /// <summary>Times that somebody came and borrowed.</summary>
    public FactBook Borrowings { get; } = new();

    /// <summary>Who borrowed, with the first day.</summary>
    public IReadOnlyDictionary<Borrower, DateOnly> Readers => _readers;

    public void Take(LoanRow row)
    {
        if (copies is not null)
            Count(row, copies);
        if (withTimes && row.PatronId is { } card && _times.Add((new Borrower(card, row.Group), row.LentOn, row.Use)))
            _subjects.Add(Borrowings, card, row.LentOn, row.Reader, row.Grade, row.Use);
        if (mark is not { } period || (row.PatronId ?? ((row.StandsFor & period) == period ? -row.Id : null)) is not { } patron)
            return;
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_readers, new Borrower(patron, row.Group), out var known);
        first = known && first <= row.LentOn ? first : row.LentOn;
    }

    /// <summary>Puts the loans in order: here on all cores, later on one.</summary>
    public void Close() => Loans.Order();

    // Loans of a kind follow each other: the group of the last is mostly that of the next.
    private void Count(LoanRow row, LentCopies known)
    {
        if (known.Find(row.ItemId) is not { } subject)
        {
            _foreign.Add(row);
            return;
        }
        if (_group is null || _kinds != row.Kinds)
            (_group, _kinds) = (Loans.Group(row.Values()), row.Kinds);
        _group.Add(row.ToFact(subject));
    }
}

/// <summary>Somebody who borrowed, by kind and grade at lending.</summary>
/// <param name="Patron">Key of the reader; a negative number where a loan stands for one.</param>
/// <param name="Group">Kind and grade, as <see cref="LoanRow.Group"/> has them.</param>
internal readonly record struct Borrower(long Patron, int Group)
{
    public PatronCategory Category => (PatronCategory)(byte)(Group >> 24);

    public int? Grade => (byte)(Group >> 8) is > 0 and var grade ? grade : null;

    public override int GetHashCode() => HashCode.Combine(Patron, Group);
}
