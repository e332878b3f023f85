using System.Collections.Concurrent;
using System.Globalization;

namespace Platform.Benchmarks.Load;

/// <summary>What came of one kind of request: times, errors, and what failed only because the server was down.</summary>
internal sealed class Tally(string name)
{
    private readonly ConcurrentQueue<double> _milliseconds = new();
    private readonly ConcurrentDictionary<string, int> _errors = new();
    private int _whileDown;

    public int Errors => _errors.Values.Sum();

    public void Answered(TimeSpan time) => _milliseconds.Enqueue(time.TotalMilliseconds);

    public void Failed(string why) => _errors.AddOrUpdate(why, 1, (_, count) => count + 1);

    public void WhileDown() => Interlocked.Increment(ref _whileDown);

    public override string ToString()
    {
        var sorted = _milliseconds.Order().ToList();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-10} {sorted.Count,8} answered, p50 {At(sorted, 0.5):0.0} ms, p95 {At(sorted, 0.95):0.0} ms, p99 {At(sorted, 0.99):0.0} ms, worst {At(sorted, 1):0} ms, {Errors} errors, {_whileDown} tries while the server was down");
        return _errors.IsEmpty ? text : $"{text}\n{string.Join('\n', _errors.Select(e => $"    {e.Value} x {e.Key}"))}";
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
