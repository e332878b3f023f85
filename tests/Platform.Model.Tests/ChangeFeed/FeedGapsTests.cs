using Platform.Model.ChangeFeed;

namespace Platform.Model.Tests.ChangeFeed;

/// <summary>Concurrent writers by SQL Server's rules: a number first, the row version a moment later, visible when committed. Nothing may be passed by.</summary>
public sealed class FeedGapsTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 5, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void ReaderThatWaitsAtGaps_ReadsEveryCommittedChangeOnceAndInOrder(int seed)
    {
        var server = new Server(seed);

        var read = server.Run(waits: true);

        read.ShouldBe(server.Committed);
        server.Committed.Count.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void ReaderThatLooksAtRowVersionsOnly_PassesSomeBy() =>
        Enumerable.Range(1, 5).Sum(seed =>
        {
            var server = new Server(seed);
            return server.Run(waits: false).Count - server.Committed.Count;
        }).ShouldBeLessThan(0, "otherwise the test above proves nothing");

    [Theory]
    [InlineData(0, "1 2 3", 3)]
    [InlineData(5, "6 8", 1)]
    [InlineData(5, "7 8", 0)]
    public void YoungGap_IsWaitedFor(long after, string sequences, int settled)
    {
        var entries = sequences.Split(' ').Select(s => Entry(long.Parse(s, System.Globalization.CultureInfo.InvariantCulture), Start)).ToList();

        FeedGaps.Settled(after, entries, Start.AddSeconds(9)).ShouldBe(settled);
        FeedGaps.Settled(after, entries, Start.AddSeconds(10)).ShouldBe(entries.Count, "an old gap was given up");
    }

    private static ChangeFeedEntry Entry(long sequence, DateTimeOffset at) =>
        new() { Sequence = sequence, Entity = "Item", EntityId = sequence, Kind = ChangeKind.Updated, Actor = "test", At = at };

    /// <summary>Twelve writers that take turns at random, one in ten giving up, and a reader in between.</summary>
    private sealed class Server(int seed)
    {
        private readonly Random _turns = new(seed);
        private readonly List<Row> _rows = [];
        private readonly List<Row> _open = [];
        private DateTimeOffset _now = Start;
        private long _number;
        private long _rowVersion;

        public List<long> Committed => [.. _rows.Where(r => r.IsCommitted).Select(r => r.Number)];

        public List<long> Run(bool waits)
        {
            var read = new List<long>();
            for (var turn = 0; turn < 2_000; turn++)
            {
                _now += TimeSpan.FromMilliseconds(_turns.Next(1, 40));
                if (_turns.Next(3) == 0)
                    Read(read, waits);
                else if (_open.Count < 12 && _turns.Next(3) == 0)
                    Take();
                else if (_open.Count > 0)
                    Step(_open[_turns.Next(_open.Count)]);
            }
            while (_open.Count > 0)
                Step(_open[0]);
            _now += FeedGaps.Patience;
            Read(read, waits);
            return read;
        }

        private void Take()
        {
            var row = new Row(++_number, _now);
            _rows.Add(row);
            _open.Add(row);
        }

        private void Step(Row row)
        {
            if (row.RowVersion is null)
            {
                row.RowVersion = ++_rowVersion;
                return;
            }
            row.IsCommitted = _turns.Next(10) > 0;
            _open.Remove(row);
        }

        private void Read(List<long> read, bool waits)
        {
            var active = _open.Where(r => r.RowVersion is not null).Select(r => r.RowVersion!.Value).DefaultIfEmpty(_rowVersion + 1).Min();
            var after = read.Count == 0 ? 0 : read[^1];
            var visible = _rows.Where(r => r.IsCommitted && r.RowVersion < active && r.Number > after).OrderBy(r => r.Number).Select(r => Entry(r.Number, r.At)).ToList();
            read.AddRange(visible.Take(waits ? FeedGaps.Settled(after, visible, _now) : visible.Count).Select(e => e.Sequence));
        }

        private sealed class Row(long number, DateTimeOffset at)
        {
            public long Number { get; } = number;

            public DateTimeOffset At { get; } = at;

            public long? RowVersion { get; set; }

            public bool IsCommitted { get; set; }
        }
    }
}
