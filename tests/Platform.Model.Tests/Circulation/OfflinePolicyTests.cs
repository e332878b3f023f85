using FsCheck;
using FsCheck.Fluent;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;

namespace Platform.Model.Tests.Circulation;

/// <summary>
/// Offline desks: whatever is lost on the way, repeated or overtaken, the loans in the end are those of the facts in the order of
/// their times, each exactly once.
/// </summary>
public sealed class OfflinePolicyTests
{
    private const int Interleavings = 12_000;

    [Fact]
    public void AnyInterleaving_EndsAsTheFactsInTheOrderOfTheirTimes()
    {
        var scenarios = Gen.Choose(0, int.MaxValue).Select(Scenario.From).ToArbitrary();

        var property = Prop.ForAll(scenarios, scenario =>
        {
            var server = scenario.Deliver();
            return server.Loans().SequenceEqual(Timeline(scenario.Facts)) && server.SettledOnce(scenario.Facts);
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Interleavings).WithReplay(20261005, 1), property);
    }

    [Theory]
    [InlineData(3, 2, SequenceCheck.Next)]
    [InlineData(2, 2, SequenceCheck.Repeated)]
    [InlineData(5, 2, SequenceCheck.TooEarly)]
    [InlineData(1, 0, SequenceCheck.Next)]
    public void Message_IsSettledInTheOrderOfItsDevice(long sequence, long last, SequenceCheck check) =>
        OfflinePolicy.Check(sequence, last).ShouldBe(check);

    [Fact]
    public void UnknownItemOrPatron_AndWithdrawnItem_AreConflicts()
    {
        OfflinePolicy.CheckOut(null, 1, null, null).Refusal.ShouldBe(RefusalCode.ItemUnknown);
        OfflinePolicy.CheckOut(ItemStatus.InStock, null, null, null).Refusal.ShouldBe(RefusalCode.PatronUnknown);
        OfflinePolicy.CheckOut(ItemStatus.Withdrawn, 1, null, null).Refusal.ShouldBe(RefusalCode.ItemWithdrawn);
        OfflinePolicy.Return(null, null).Refusal.ShouldBe(RefusalCode.ItemUnknown);
        OfflinePolicy.Renew(ItemStatus.InStock, null, null).Refusal.ShouldBe(RefusalCode.ItemNotOnLoan);
        OfflinePolicy.Use(null).Refusal.ShouldBe(RefusalCode.ItemUnknown);
    }

    // The reference: sort the facts, and let each loan last until the next fact about its copy.
    private static IEnumerable<OneLoan> Timeline(IReadOnlyList<Fact> facts) => facts
        .Where(fact => fact.Patron is not null)
        .Select(fact => new OneLoan(fact.Item, fact.Patron!.Value, fact.At, facts // has a patron: filtered above
            .Where(later => later.Item == fact.Item && later.At > fact.At)
            .Select(later => (int?)later.At)
            .Min()))
        .Order();

    /// <summary>A copy was lent to a patron, or taken back (no patron), at a time, by a device.</summary>
    private sealed record Fact(int Device, long Sequence, int Item, int? Patron, int At);

    private readonly record struct OneLoan(int Item, int Patron, int LentAt, int? ReturnedAt) : IComparable<OneLoan>
    {
        public int CompareTo(OneLoan other) => (Item, LentAt).CompareTo((other.Item, other.LentAt));
    }

    /// <summary>What two or three devices did, and how their messages arrive: in pieces, again, late, never at first.</summary>
    private sealed record Scenario(IReadOnlyList<Fact> Facts, int Seed)
    {
        public static Scenario From(int seed)
        {
            var random = new Random(seed);
            var sequences = new long[2 + random.Next(2)];
            var times = Enumerable.Range(1, 20).OrderBy(_ => random.Next()).Take(4 + random.Next(9)).ToList();
            return new Scenario([.. times.Select(at => Next(random, sequences, at))], seed);
        }

        public Server Deliver()
        {
            var (random, server, devices) = (new Random(Seed ^ 0x5EED), new Server(), Facts.GroupBy(fact => fact.Device).ToList());
            for (var attempt = 0; attempt < 12; attempt++)
            {
                var sent = devices[random.Next(devices.Count)].OrderBy(_ => random.Next()).Take(1 + random.Next(4)).ToList();
                if (random.Next(4) > 0) // a quarter of the messages is lost
                    server.Receive(sent);
            }
            foreach (var device in devices.OrderBy(_ => random.Next()))
                server.Receive(device.OrderBy(fact => fact.Sequence)); // in the end every device is online for long enough
            return server;
        }

        private static Fact Next(Random random, long[] sequences, int at)
        {
            var device = random.Next(sequences.Length);
            return new Fact(device, ++sequences[device], random.Next(3), random.Next(5) < 3 ? random.Next(3) : null, at);
        }
    }

    /// <summary>The smallest server: lists in memory, and the policy that is tested.</summary>
    private sealed class Server
    {
        private readonly List<OneLoan> _loans = [];
        private readonly List<Fact> _log = [];

        public IEnumerable<OneLoan> Loans() => _loans.Order();

        public bool SettledOnce(IReadOnlyList<Fact> facts) => _log.Count == facts.Count && _log.Distinct().Count() == facts.Count;

        public void Receive(IEnumerable<Fact> message)
        {
            foreach (var fact in message)
            {
                var last = _log.Where(f => f.Device == fact.Device).Select(f => f.Sequence).DefaultIfEmpty(0).Max();
                if (OfflinePolicy.Check(fact.Sequence, last) is not SequenceCheck.Next)
                    continue;
                Settle(fact);
                _log.Add(fact);
            }
        }

        private void Settle(Fact fact)
        {
            var at = _loans.FindLastIndex(l => l.Item == fact.Item && l.LentAt <= fact.At && (l.ReturnedAt is null || l.ReturnedAt > fact.At));
            var covering = at < 0 ? null : new CoveringLoan(Time(_loans[at].LentAt), Time(_loans[at].ReturnedAt));
            var nextSeen = Later(fact);
            var decision = fact.Patron is { } patron
                ? OfflinePolicy.CheckOut(ItemStatus.InStock, patron, covering, Time(nextSeen))
                : OfflinePolicy.Return(ItemStatus.InStock, covering);
            if (decision.Settlement is DeskSettlement.NothingToDo)
                return;
            if (at >= 0)
                _loans[at] = _loans[at] with { ReturnedAt = fact.At };
            if (fact.Patron is { } borrower)
                _loans.Add(new OneLoan(fact.Item, borrower, fact.At, decision.Settlement is DeskSettlement.AppliedAsHistory ? nextSeen : null));
        }

        private int? Later(Fact fact) => _loans.Where(l => l.Item == fact.Item).SelectMany(l => new[] { l.LentAt, l.ReturnedAt })
            .Concat(_log.Where(f => f.Item == fact.Item && f.Patron is null).Select(f => (int?)f.At))
            .Where(at => at > fact.At)
            .Min();

        private static DateTimeOffset Time(int minute) => A.Noon.AddMinutes(minute);

        private static DateTimeOffset? Time(int? minute) => minute is { } m ? Time(m) : null;
    }
}
