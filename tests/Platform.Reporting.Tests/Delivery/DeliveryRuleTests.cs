using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>Which way a delivery goes, by table.</summary>
public sealed class DeliveryRuleTests
{
    private static readonly RetryPlan Plan = new(3, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData("accepted", false, false, DeliveryState.Accepted)]
    [InlineData("accepted", true, true, DeliveryState.Accepted)]
    [InlineData("handed over", false, false, DeliveryState.Accepted)]
    [InlineData("handed over", true, false, DeliveryState.Sent)]
    [InlineData("refused", false, false, DeliveryState.Rejected)]
    [InlineData("undeliverable", false, false, DeliveryState.Dead)]
    [InlineData("try again", false, false, DeliveryState.Waiting)]
    [InlineData("try again", false, true, DeliveryState.Superseded)]
    public void Outcome_DecidesTheState(string outcome, bool needsConfirmation, bool superseded, DeliveryState expected)
    {
        var delivery = Sample(attempts: 1, needsConfirmation);

        var settlement = DeliveryRule.Settle(delivery, Outcome(outcome), superseded, Plan, A.Noon);

        settlement.State.ShouldBe(expected);
        settlement.IsAlarm.ShouldBe(expected is DeliveryState.Dead);
    }

    [Theory]
    [InlineData(1, DeliveryState.Waiting)]
    [InlineData(2, DeliveryState.Waiting)]
    [InlineData(3, DeliveryState.Dead)]
    public void Failing_IsTriedAgainUntilTheAttemptsAreUsedUp(int attempts, DeliveryState expected) =>
        DeliveryRule.Settle(Sample(attempts), new DeliveryOutcome.TryAgain("đường truyền đứt"), false, Plan, A.Noon).State.ShouldBe(expected);

    [Fact]
    public void Dead_SaysWhyAndAfterHowManyAttempts() =>
        DeliveryRule.Settle(Sample(attempts: 3), new DeliveryOutcome.TryAgain("no route"), false, Plan, A.Noon).Message.ShouldBe("no route (attempt 3 of 3)");

    [Theory]
    [InlineData(1, 0, 60)]
    [InlineData(2, 0, 120)]
    [InlineData(4, 0, 480)]
    [InlineData(5, 0, 600)]
    [InlineData(60, 0, 600)]
    [InlineData(1, 5, 63)]
    [InlineData(1, 9, 65.4)]
    public void Wait_DoublesUpToTheLongest_AndIsSpreadByDelivery(int attempt, long delivery, double seconds) =>
        Plan.WaitAfter(attempt, delivery, asked: null).TotalSeconds.ShouldBe(seconds);

    [Theory]
    [InlineData(30, 60)]
    [InlineData(3600, 3600)]
    public void WaitThatTheReceiverAsksFor_IsNeverShortened(int asked, int seconds) =>
        Plan.WaitAfter(1, 0, TimeSpan.FromSeconds(asked)).TotalSeconds.ShouldBe(seconds);

    [Theory]
    [InlineData(DeliveryState.Waiting, false, false)]
    [InlineData(DeliveryState.Sending, false, false)]
    [InlineData(DeliveryState.Sent, true, false)]
    [InlineData(DeliveryState.Accepted, false, false)]
    [InlineData(DeliveryState.Rejected, false, true)]
    [InlineData(DeliveryState.Dead, true, true)]
    [InlineData(DeliveryState.Superseded, false, false)]
    public void Person_MayAnswerWhatAwaitsIt_AndRetryWhatStopped(DeliveryState state, bool mayAnswer, bool mayRetry)
    {
        var delivery = Sample(attempts: 1);
        delivery.State = state;

        (DeliveryRule.AgainstAnswer(delivery) is null).ShouldBe(mayAnswer);
        (DeliveryRule.AgainstRetry(delivery, superseded: false) is null).ShouldBe(mayRetry);
        DeliveryRule.AgainstRetry(delivery, superseded: true).ShouldNotBeNull();
    }

    private static DeliveryOutcome Outcome(string name) => name switch
    {
        "accepted" => new DeliveryOutcome.Accepted("BN1"),
        "handed over" => new DeliveryOutcome.HandedOver("250 Ok"),
        "refused" => new DeliveryOutcome.Refused("Thiếu biểu 2"),
        "undeliverable" => new DeliveryOutcome.Undeliverable("no such mailbox"),
        _ => new DeliveryOutcome.TryAgain("timeout"),
    };

    private static ReportDelivery Sample(int attempts, bool needsConfirmation = false) => new()
    {
        LibraryId = 1,
        Key = "R-01:v1:TV1:2026-05:SO:Http:1",
        Subject = "R-01:v1:TV1:2026-05:SO:Http",
        Edition = 1,
        DefinitionCode = "R-01",
        DefinitionVersion = 1,
        Period = "2026-05",
        OrganisationId = 1,
        Channel = ChannelKind.Http,
        Address = "deliveries",
        NeedsConfirmation = needsConfirmation,
        Title = "Báo cáo tháng 5",
        ContentHash = new string('0', 64),
        CreatedAt = A.Noon,
        NextAttemptAt = A.Noon,
        State = DeliveryState.Sending,
        Attempts = attempts,
    };
}
