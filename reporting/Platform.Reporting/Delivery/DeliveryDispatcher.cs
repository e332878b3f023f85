using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Delivery.Channels;

namespace Platform.Reporting.Delivery;

/// <summary>Sends what is due. Any number of dispatchers may run at once, in one process or many, and each may be stopped at any moment.</summary>
public sealed class DeliveryDispatcher
{
    private readonly DeliveryQueue _queue;
    private readonly Dictionary<ChannelKind, IDeliveryChannel> _channels;
    private readonly DeliveryOptions _options;
    private readonly RetryPlan _plan;
    private readonly TimeProvider _clock;
    private readonly ILogger<DeliveryDispatcher> _logger;
    private readonly string _worker;

    internal DeliveryDispatcher(
        DeliveryQueue queue, IEnumerable<IDeliveryChannel> channels, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<DeliveryDispatcher> logger)
    {
        (_queue, _options, _clock, _logger) = (queue, options.Value, clock, logger);
        _channels = channels.ToDictionary(channel => channel.Kind);
        _plan = new RetryPlan(_options.MaxAttempts, _options.FirstWait, _options.LongestWait);
        _worker = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}"[..Math.Min(60, Environment.MachineName.Length + 20)];
    }

    /// <summary>Sends every delivery that is due, one after the other.</summary>
    /// <returns>How many attempts came to which state.</returns>
    public async Task<DeliveryTally> RunAsync(CancellationToken cancellationToken)
    {
        var tally = new DeliveryTally();
        while (await _queue.TakeAsync(_worker, _options.Lease, cancellationToken) is { } lease)
        {
            var delivery = await _queue.ReadAsync(lease, cancellationToken);
            var outcome = await SendAsync(delivery, cancellationToken);
            var settlement = await _queue.SettleAsync(lease, outcome, _plan, cancellationToken);
            Report(delivery, settlement);
            tally.Count(settlement?.State);
        }
        DeliveryMeters.Dead(await _queue.DeadAsync(cancellationToken));
        return tally;
    }

    private async Task<DeliveryOutcome> SendAsync(ReportDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Attempts > _plan.MaxAttempts)
            return new DeliveryOutcome.Undeliverable($"The worker was stopped during each of {_plan.MaxAttempts} attempts.");
        if (DeliveryIntegrity.FaultOf(delivery) is { } fault)
            return new DeliveryOutcome.Undeliverable(fault);
        if (!_channels.TryGetValue(delivery.Channel, out var channel) || !channel.IsConfigured)
            return new DeliveryOutcome.Undeliverable($"The channel {delivery.Channel} is not set up: see the settings Delivery:{delivery.Channel}.");

        using var timeout = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await channel.SendAsync(delivery, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.TryAgain($"No answer within {_options.Timeout}.");
        }
    }

    private void Report(ReportDelivery delivery, Settlement? settlement)
    {
        if (settlement is null)
            DeliveryLog.LeaseLost(_logger, delivery.Key, delivery.Fence);
        else if (settlement.IsAlarm)
            DeliveryLog.Dead(_logger, delivery.Key, settlement.Message);
        else if (settlement.State is DeliveryState.Rejected)
            DeliveryLog.Rejected(_logger, delivery.Key, settlement.Message);
        else if (settlement.State is DeliveryState.Waiting)
            DeliveryLog.TriedAgain(_logger, delivery.Key, delivery.Attempts, settlement.Message);
        else
            DeliveryLog.Delivered(_logger, delivery.Key, settlement.State);
        DeliveryMeters.Count(delivery.Channel, settlement?.State);
    }
}
