using Platform.Model.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>
/// The desk as one careful person with a card box would keep it: lists in memory, the default rule for pupils written out by hand
/// (5 loans, 14 days, 1 renewal, 3 holds, 3 days on the hold shelf, 7 days after a recall). It shares no code with the real one.
/// </summary>
internal sealed class PaperDesk(int items, int copiesOfEach)
{
    private readonly List<Card> _loans = [];
    private readonly List<Slip> _holds = [];
    private readonly bool[] _lost = new bool[items];
    private int _slips;

    public DateOnly Today { get; set; } = A.Today;

    public IEnumerable<Card> Loans => _loans.OrderBy(loan => loan.Item);

    public IEnumerable<Slip> Holds => _holds.OrderBy(hold => hold.Number);

    public IEnumerable<bool> Lost => _lost;

    public IReadOnlyList<RefusalCode> Lend(int item, int patron)
    {
        List<RefusalCode> no = [];
        if (_lost[item])
            no.Add(RefusalCode.ItemLost);
        if (LoanOf(item) is not null)
            no.Add(RefusalCode.ItemOnLoan);
        if (KeptFor(item) is { } kept && kept.Patron != patron)
            no.Add(RefusalCode.ItemKeptForAnother);
        if (_loans.Count(loan => loan.Patron == patron) >= 5)
            no.Add(RefusalCode.LoanLimitReached);
        if (no.Count > 0)
            return no;
        _loans.Add(new Card { Item = item, Patron = patron, DueOn = Today.AddDays(14) });
        if (_holds.Find(hold => hold.Patron == patron && hold.Record == RecordOf(item)) is { } own)
        {
            _holds.Remove(own);
            if (own.Item is { } other && other != item)
                Offer(other);
        }
        return no;
    }

    public IReadOnlyList<RefusalCode> Return(int item)
    {
        if (LoanOf(item) is not { } loan)
            return [RefusalCode.ItemNotOnLoan];
        _loans.Remove(loan);
        Offer(item);
        return [];
    }

    public IReadOnlyList<RefusalCode> Renew(int item)
    {
        if (LoanOf(item) is not { } loan)
            return [RefusalCode.ItemNotOnLoan];
        List<RefusalCode> no = [];
        if (Today.AddDays(14) <= loan.DueOn)
            no.Add(RefusalCode.NothingGained);
        if (loan.Renewals >= 1)
            no.Add(RefusalCode.RenewalLimitReached);
        if (loan.Recalled)
            no.Add(RefusalCode.LoanRecalled);
        if (_holds.Exists(hold => hold.Record == RecordOf(item) && hold.Item is null && hold.Patron != loan.Patron))
            no.Add(RefusalCode.AnotherWaits);
        if (no.Count == 0)
            (loan.DueOn, loan.Renewals) = (Today.AddDays(14), loan.Renewals + 1);
        return no;
    }

    public IReadOnlyList<RefusalCode> Recall(int item)
    {
        if (LoanOf(item) is not { } loan)
            return [RefusalCode.ItemNotOnLoan];
        if (!loan.Recalled && Today.AddDays(7) < loan.DueOn)
            loan.DueOn = Today.AddDays(7);
        loan.Recalled = true;
        return [];
    }

    public IReadOnlyList<RefusalCode> Hold(int record, int patron)
    {
        List<RefusalCode> no = [];
        var copies = Enumerable.Range(record * copiesOfEach, copiesOfEach).Where(item => !_lost[item]).ToList();
        if (_holds.Exists(hold => hold.Patron == patron && hold.Record == record))
            no.Add(RefusalCode.AlreadyOnHold);
        if (_loans.Exists(loan => loan.Patron == patron && RecordOf(loan.Item) == record))
            no.Add(RefusalCode.AlreadyBorrowed);
        if (copies.Count == 0)
            no.Add(RefusalCode.NoCopy);
        if (copies.Exists(item => LoanOf(item) is null && KeptFor(item) is null))
            no.Add(RefusalCode.CopyOnShelf);
        if (copies.Count > 0 && _holds.Count(hold => hold.Patron == patron) >= 3)
            no.Add(RefusalCode.HoldLimitReached);
        if (no.Count == 0)
            _holds.Add(new Slip { Number = ++_slips, Record = record, Patron = patron });
        return no;
    }

    public IReadOnlyList<RefusalCode> Cancel(int number)
    {
        if (_holds.Find(hold => hold.Number == number) is not { } slip)
            return [RefusalCode.HoldClosed];
        End(slip);
        return [];
    }

    public void Expire()
    {
        foreach (var slip in _holds.Where(hold => hold.KeptUntil < Today).OrderBy(hold => hold.Number).ToList())
            End(slip);
    }

    public IReadOnlyList<RefusalCode> Lose(int item)
    {
        if (_lost[item])
            return [RefusalCode.ItemLost];
        _lost[item] = true;
        _loans.RemoveAll(loan => loan.Item == item);
        if (KeptFor(item) is { } slip)
            (slip.Item, slip.KeptUntil) = (null, null);
        return [];
    }

    public IReadOnlyList<RefusalCode> Find(int item)
    {
        if (!_lost[item])
            return [RefusalCode.ItemNotMissing];
        _lost[item] = false;
        Offer(item);
        return [];
    }

    private int RecordOf(int item) => item / copiesOfEach;

    private Card? LoanOf(int item) => _loans.Find(loan => loan.Item == item);

    private Slip? KeptFor(int item) => _holds.Find(hold => hold.Item == item);

    private void End(Slip slip)
    {
        _holds.Remove(slip);
        if (slip.Item is { } item)
            Offer(item);
    }

    private void Offer(int item)
    {
        if (_holds.Where(hold => hold.Record == RecordOf(item) && hold.Item is null).MinBy(hold => hold.Number) is { } next)
            (next.Item, next.KeptUntil) = (item, Today.AddDays(3));
    }

    /// <summary>An open loan.</summary>
    internal sealed class Card
    {
        public required int Item { get; init; }

        public required int Patron { get; init; }

        public required DateOnly DueOn { get; set; }

        public int Renewals { get; set; }

        public bool Recalled { get; set; }

        public override string ToString() => $"item {Item}, patron {Patron}, due {DueOn:yyyy-MM-dd}, {Renewals} renewals, recalled {Recalled}";
    }

    /// <summary>An active hold.</summary>
    internal sealed class Slip
    {
        public required int Number { get; init; }

        public required int Record { get; init; }

        public required int Patron { get; init; }

        public int? Item { get; set; }

        public DateOnly? KeptUntil { get; set; }

        public override string ToString() => $"hold {Number}, record {Record}, patron {Patron}, item {Item}, until {KeptUntil:yyyy-MM-dd}";
    }
}
