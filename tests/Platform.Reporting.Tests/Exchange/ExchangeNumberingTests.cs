using Platform.Model.Reporting.Exchange;

namespace Platform.Reporting.Tests.Exchange;

/// <summary>Which records go into a batch and under which numbers.</summary>
public sealed class ExchangeNumberingTests
{
    [Fact]
    public void FirstBatch_SaysEverythingAsNew() =>
        Plan([], [Now("A", "1"), Now("B", "1")]).ShouldBe([Step("A", ExchangeEvent.New, 1, "1"), Step("B", ExchangeEvent.New, 1, "1")]);

    [Fact]
    public void Unchanged_IsLeftOut() =>
        Plan([Sent("A", 3, ExchangeEvent.Update, "1")], [Now("A", "1")]).ShouldBeEmpty();

    [Fact]
    public void Changed_IsAnUpdateUnderTheNextNumber() =>
        Plan([Sent("A", 3, ExchangeEvent.Update, "1")], [Now("A", "2")]).ShouldBe([Step("A", ExchangeEvent.Update, 4, "2")]);

    [Fact]
    public void Gone_IsATombstoneOnce()
    {
        Plan([Sent("A", 3, ExchangeEvent.Update, "1")], []).ShouldBe([Step("A", ExchangeEvent.Cancel, 4, "1")]);
        Plan([Sent("A", 4, ExchangeEvent.Cancel, "1")], []).ShouldBeEmpty();
    }

    [Fact]
    public void BackAfterATombstone_GoesOnAboveItsNumber() =>
        Plan([Sent("A", 4, ExchangeEvent.Cancel, "1")], [Now("A", "1")]).ShouldBe([Step("A", ExchangeEvent.Update, 5, "1")]);

    [Theory]
    [InlineData(ExchangeEvent.New)]
    [InlineData(ExchangeEvent.Update)]
    public void WhatDidNotArrive_IsSaidAgainUnderAGreaterNumber(ExchangeEvent last) =>
        Plan([Sent("A", 1, last, "1")], [Now("A", "1")], arrived: false).ShouldBe([Step("A", ExchangeEvent.Update, 2, "1")]);

    [Fact]
    public void TombstoneThatDidNotArrive_IsSaidAgain() =>
        Plan([Sent("A", 4, ExchangeEvent.Cancel, "1")], [], arrived: false).ShouldBe([Step("A", ExchangeEvent.Cancel, 5, "1")]);

    [Fact]
    public void RandomHistories_OnlyGrow_AndAReceiverThatIgnoresOldNumbersEndsUpWithWhatThereIs()
    {
        var random = new Random(7);
        for (var history = 0; history < 200; history++)
        {
            var (sent, held) = (new Dictionary<string, ExchangeRecord>(), new Dictionary<string, (int Number, string? Hash)>());
            var now = new Dictionary<string, string>();
            for (var batch = 0; batch < 12; batch++)
            {
                var id = ((char)('A' + random.Next(4))).ToString();
                if (random.Next(3) == 0)
                    now.Remove(id);
                else
                    now[id] = random.Next(5).ToString(System.Globalization.CultureInfo.InvariantCulture);
                var arrives = batch == 11 || random.Next(3) > 0;
                foreach (var step in ExchangeNumbering.Plan([.. sent.Values], [.. now.Select(one => Now(one.Key, one.Value))], record => record.Edition > 0))
                {
                    if (sent.TryGetValue(step.RecordId, out var before))
                        step.Number.ShouldBe(before.Number + 1);
                    sent[step.RecordId] = Sent(step.RecordId, step.Number, step.Event, step.ContentHash, edition: arrives ? 1 : 0);
                    if (arrives && step.Number > held.GetValueOrDefault(step.RecordId).Number)
                        held[step.RecordId] = (step.Number, step.Event is ExchangeEvent.Cancel ? null : step.ContentHash);
                }
            }
            held.Where(one => one.Value.Hash is not null).ToDictionary(one => one.Key, one => one.Value.Hash!).ShouldBe(now, ignoreOrder: true);
        }
    }

    private static IReadOnlyList<ExchangeStep> Plan(ExchangeRecord[] sent, ExchangeSubject[] now, bool arrived = true) =>
        ExchangeNumbering.Plan(sent, now, _ => arrived);

    private static ExchangeSubject Now(string id, string hash) => new("o", id, hash);

    private static ExchangeStep Step(string id, ExchangeEvent said, int number, string hash) => new("o", id, said, number, hash);

    private static ExchangeRecord Sent(string id, int number, ExchangeEvent said, string hash, int edition = 1) => new()
    {
        LibraryId = 1,
        Object = "o",
        RecordId = id,
        Number = number,
        Event = said,
        ContentHash = hash,
        ChangedAt = A.Noon,
        Edition = edition,
    };
}
