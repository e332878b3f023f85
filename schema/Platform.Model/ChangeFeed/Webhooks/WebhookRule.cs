using Platform.Model.Reporting.Delivery;

namespace Platform.Model.ChangeFeed.Webhooks;

/// <summary>What becomes of a webhook after an attempt.</summary>
/// <param name="FailedAttempts">Attempts that failed since the last success.</param>
/// <param name="NextAttemptAt">Nothing is sent before.</param>
/// <param name="Pause">Why it is paused now; null while it goes on.</param>
public sealed record WebhookStanding(int FailedAttempts, DateTimeOffset NextAttemptAt, WebhookPause? Pause);

/// <summary>When a webhook is tried again, and when it is left alone.</summary>
public static class WebhookRule
{
    /// <summary>Eight attempts, from two minutes to two hours apart: about four hours, as the large platforms do.</summary>
    public static RetryPlan Plan { get; } = new(8, TimeSpan.FromMinutes(2), TimeSpan.FromHours(2));

    /// <summary>What follows from an attempt.</summary>
    /// <param name="webhookId">Its key: webhooks that failed together are spread.</param>
    /// <param name="failedBefore">Attempts that failed in a row before this one.</param>
    /// <param name="outcome">How this one ended.</param>
    /// <param name="plan">How often and how far apart.</param>
    /// <param name="now">When it ended.</param>
    public static WebhookStanding After(long webhookId, int failedBefore, WebhookOutcome outcome, RetryPlan plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (outcome is WebhookOutcome.Received)
            return new WebhookStanding(0, now, null);
        var failed = failedBefore + 1;
        if (outcome is WebhookOutcome.SecretLost)
            return new WebhookStanding(failed, now, WebhookPause.SecretLost);
        return failed >= plan.MaxAttempts
            ? new WebhookStanding(failed, now, WebhookPause.Failing)
            : new WebhookStanding(failed, now + plan.WaitAfter(failed, webhookId, null), null);
    }
}
