using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Platform.Api.GraphQL.Costs;

/// <summary>
/// The points that each caller has left for each purpose, and the operations of each purpose that run: a crawler spends its own
/// points, and waits in its own queue.
/// </summary>
internal sealed class Budgets : IDisposable
{
    private readonly CostOptions _options;
    private readonly Dictionary<Purpose, PartitionedRateLimiter<string>> _points;
    private readonly Dictionary<Purpose, ConcurrencyLimiter> _turns;

    public Budgets(IOptions<CostOptions> options)
    {
        _options = options.Value;
        _points = Enum.GetValues<Purpose>().ToDictionary(p => p, p => PointsOf(_options.Of(p)));
        _turns = Enum.GetValues<Purpose>().ToDictionary(p => p, p => TurnsOf(_options.Of(p)));
    }

    /// <summary>Takes the points from the caller's budget; how many seconds to wait, when there are not enough.</summary>
    public int? Spend(Purpose purpose, string caller, int points)
    {
        if (points == 0)
            return null;
        using var lease = _points[purpose].AttemptAcquire(caller, points);
        if (lease.IsAcquired)
            return null;
        var missing = points - Remaining(purpose, caller);
        return Math.Max(1, (int)Math.Ceiling(missing * 60d / _options.Of(purpose).PointsPerMinute));
    }

    public int Remaining(Purpose purpose, string caller) =>
        (int)(_points[purpose].GetStatistics(caller)?.CurrentAvailablePermits ?? _options.Of(purpose).PointsPerMinute);

    /// <summary>Waits for a turn among the operations of the purpose; a lease that is not acquired when too many wait.</summary>
    public ValueTask<RateLimitLease> TurnAsync(Purpose purpose, CancellationToken cancellationToken) => _turns[purpose].AcquireAsync(1, cancellationToken);

    public void Dispose()
    {
        foreach (var points in _points.Values)
            points.Dispose();
        foreach (var turns in _turns.Values)
            turns.Dispose();
    }

    private static PartitionedRateLimiter<string> PointsOf(BudgetOptions budget) => PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = budget.PointsPerMinute,
            TokensPerPeriod = Math.Max(1, budget.PointsPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    private static ConcurrencyLimiter TurnsOf(BudgetOptions budget) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = budget.AtOnce,
        QueueLimit = budget.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
