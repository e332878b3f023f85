using System.Net;
using Microsoft.Extensions.Options;
using Platform.Model.ChangeFeed.Webhooks;
using Platform.Model.Reporting.Delivery;

namespace Platform.Api.ChangeFeed.Webhooks;

/// <summary>How webhooks are sent (configuration section <c>Webhooks</c>).</summary>
internal sealed class WebhookOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Webhooks";

    /// <summary>Whether this server sends; a node that only answers queries leaves it to the others. Default: true.</summary>
    public bool Sends { get; set; } = true;

    /// <summary>Seconds within which a receiver must answer, 1 to 30. Default: 5.</summary>
    public int AnswerSeconds { get; set; } = 5;

    /// <summary>Failed attempts in a row after which a webhook is paused, 2 to 50. Default: 8, about four hours.</summary>
    public int MaxAttempts { get; set; } = WebhookRule.Plan.MaxAttempts;

    /// <summary>Seconds until the second attempt, 1 to 3600; every further wait doubles, up to two hours. Default: 120.</summary>
    public int FirstRetrySeconds { get; set; } = (int)WebhookRule.Plan.First.TotalSeconds;

    /// <summary>
    /// Networks within which receivers may stand although they are not public, such as <c>10.20.0.0/16</c>: the operator's own. There
    /// unencrypted addresses (<c>http://</c>) are allowed, too. Default: none.
    /// </summary>
    public IList<string> AllowedNetworks { get; init; } = [];

    /// <summary>How often and how far apart a message is tried.</summary>
    public RetryPlan Plan => new(MaxAttempts, TimeSpan.FromSeconds(FirstRetrySeconds), WebhookRule.Plan.Longest);

    /// <summary>Longer than any attempt can last: after it a webhook is taken up by another server.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(2 * AnswerSeconds + 1);
}

internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var faults = new List<string>();
        Within(nameof(options.AnswerSeconds), options.AnswerSeconds, 1, 30);
        Within(nameof(options.MaxAttempts), options.MaxAttempts, 2, 50);
        Within(nameof(options.FirstRetrySeconds), options.FirstRetrySeconds, 1, 3600);
        faults.AddRange(options.AllowedNetworks.Where(n => !IPNetwork.TryParse(n, out _)).Select(n => $"Webhooks:AllowedNetworks has '{n}', which is no network such as '10.20.0.0/16'."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Within(string setting, int value, int least, int most)
        {
            if (value < least || value > most)
                faults.Add($"Webhooks:{setting} must be {least} to {most}, was {value}.");
        }
    }
}
