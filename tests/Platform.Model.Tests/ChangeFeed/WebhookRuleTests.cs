using Platform.Model.ChangeFeed.Webhooks;

namespace Platform.Model.Tests.ChangeFeed;

/// <summary>When a webhook is tried again, and when it is left alone.</summary>
public sealed class WebhookRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 5, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, WebhookOutcome.Received, 0, 0, null)]
    [InlineData(7, WebhookOutcome.Received, 0, 0, null)]
    [InlineData(0, WebhookOutcome.Refused, 1, 120, null)]
    [InlineData(1, WebhookOutcome.NoAnswer, 2, 240, null)]
    [InlineData(5, WebhookOutcome.AddressForbidden, 6, 3840, null)]
    [InlineData(6, WebhookOutcome.Refused, 7, 7200, null)]
    [InlineData(7, WebhookOutcome.Refused, 8, 0, WebhookPause.Failing)]
    [InlineData(0, WebhookOutcome.SecretLost, 1, 0, WebhookPause.SecretLost)]
    public void Attempt_LeadsTo(int failedBefore, WebhookOutcome outcome, int failed, int waitSeconds, WebhookPause? pause) =>
        WebhookRule.After(10, failedBefore, outcome, WebhookRule.Plan, Now).ShouldBe(new WebhookStanding(failed, Now.AddSeconds(waitSeconds), pause));

    [Fact]
    public void PlanOfEightAttempts_LastsAboutFourHours()
    {
        var waits = Enumerable.Range(0, 7).Sum(failed => (WebhookRule.After(10, failed, WebhookOutcome.NoAnswer, WebhookRule.Plan, Now).NextAttemptAt - Now).TotalMinutes);

        waits.ShouldBe(2 + 4 + 8 + 16 + 32 + 64 + 120);
    }
}
