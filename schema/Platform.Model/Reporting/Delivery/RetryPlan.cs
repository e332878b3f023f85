namespace Platform.Model.Reporting.Delivery;

/// <summary>How often and how far apart a delivery is tried.</summary>
/// <param name="MaxAttempts">After so many the delivery is dead, at least 1.</param>
/// <param name="First">The wait after the first failed attempt; every further one doubles.</param>
/// <param name="Longest">No wait is longer.</param>
public sealed record RetryPlan(int MaxAttempts, TimeSpan First, TimeSpan Longest)
{
    /// <summary>Twelve attempts, from one minute to six hours apart: a little over a day in all.</summary>
    public static RetryPlan Default { get; } = new(12, TimeSpan.FromMinutes(1), TimeSpan.FromHours(6));

    /// <summary>
    /// The wait after the attempt. Deliveries that failed together are spread over a further tenth, by their keys, so that they do not
    /// return together; a wait that the receiver asks for is never shortened.
    /// </summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="delivery">The delivery's key, which decides its place in the spread.</param>
    /// <param name="asked">The wait that the receiver asks for.</param>
    public TimeSpan WaitAfter(int attempt, long delivery, TimeSpan? asked)
    {
        var doublings = Math.Min(attempt - 1, 30);
        var wait = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks > Longest.Ticks >> doublings ? Longest.Ticks : First.Ticks << doublings));
        var spread = TimeSpan.FromTicks(wait.Ticks / 10 * (delivery % 10) / 10);
        return asked is { } least && least > wait ? least + spread : wait + spread;
    }
}
