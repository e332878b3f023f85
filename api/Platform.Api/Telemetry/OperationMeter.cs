using System.Diagnostics;
using System.Diagnostics.Metrics;
using GraphQL;
using Platform.Api.GraphQL;

namespace Platform.Api.Telemetry;

/// <summary>
/// Measures operations, the fields of the roots and the reads below them, and traces them. Names of the schema only: no values, no
/// names that a client chose.
/// </summary>
internal sealed class OperationMeter
{
    public const string Name = "Platform.Api";

    private static readonly ActivitySource Source = new(Name);

    private readonly Histogram<double> _operations;
    private readonly Histogram<double> _fields;
    private readonly Histogram<double> _reads;
    private readonly Histogram<int> _points;
    private readonly Counter<long> _refusals;

    public OperationMeter(IMeterFactory meters, DocumentCache documents)
    {
        var meter = meters.Create(Name);
        _operations = meter.CreateHistogram<double>("platform.graphql.operation.duration", "s", "Time of an operation, from its text to its answer.");
        _fields = meter.CreateHistogram<double>("platform.graphql.field.duration", "s", "Time of a field of a root.");
        _reads = meter.CreateHistogram<double>("platform.read.duration", "s", "Time of one statement that reads rows of a type.");
        _points = meter.CreateHistogram<int>("platform.graphql.operation.points", "{point}", "What operations cost.");
        _refusals = meter.CreateCounter<long>("platform.graphql.errors", "{error}", "Errors by their code.");
        meter.CreateObservableGauge("platform.graphql.documents.bytes", () => documents.Bytes, "By", "Memory that kept documents take.");
        meter.CreateObservableGauge("platform.graphql.documents", () => documents.Count, "{document}", "Kept documents.");
    }

    public Measured Operation() => new(_operations, Source.StartActivity("graphql"), default);

    public Measured Field(string type, string field) => new(_fields, Source.StartActivity($"{type}.{field}"), new("field", $"{type}.{field}"));

    public Measured Read(string type) => new(_reads, Source.StartActivity($"read {type}"), new("type", type));

    public void Ended(ExecutionResult result, int? points)
    {
        if (points is { } cost)
            _points.Record(cost);
        foreach (var error in result.Errors ?? [])
            _refusals.Add(1, new KeyValuePair<string, object?>("code", error.Code ?? "INTERNAL_ERROR"));
    }

    /// <summary>Measures until it is disposed.</summary>
    public readonly struct Measured(Histogram<double> histogram, Activity? activity, KeyValuePair<string, object?> tag) : IDisposable
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
            if (tag.Key is null)
                histogram.Record(seconds);
            else
                histogram.Record(seconds, tag);
            activity?.Dispose();
        }
    }
}
