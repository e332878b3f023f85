using System.Diagnostics.Metrics;

namespace Platform.Api.GraphQL.Reading;

/// <summary>Counts what reads do: statements sent to the database, plans compiled for them.</summary>
internal sealed class ReadMeter
{
    public const string Name = "Platform.Api.Reading";

    private readonly Counter<long> _statements;
    private readonly Counter<long> _plans;

    public ReadMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _statements = meter.CreateCounter<long>("platform.read.statements", "{statement}", "SQL statements that queries sent to the database.");
        _plans = meter.CreateCounter<long>("platform.read.plans", "{plan}", "SQL texts compiled for a new shape of read.");
    }

    public void Statement() => _statements.Add(1);

    public void Plan() => _plans.Add(1);
}
