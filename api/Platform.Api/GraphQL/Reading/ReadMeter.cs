using System.Diagnostics.Metrics;

namespace Platform.Api.GraphQL.Reading;

/// <summary>Counts the plans compiled for reads: it stands still once the clients' documents are known.</summary>
internal sealed class ReadMeter
{
    public const string Name = "Platform.Api.Reading";

    private readonly Counter<long> _plans;

    public ReadMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _plans = meter.CreateCounter<long>("platform.read.plans", "{plan}", "SQL texts compiled for a new shape of read.");
    }

    public void Plan() => _plans.Add(1);
}
