using Platform.Model;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;

namespace Platform.Reporting.Metrics;

/// <summary>One thing that happened or exists, as reports count it: a copy entered, a loan, a day's visits. It never holds a person's name.</summary>
/// <param name="EntityId">Key of the row behind it.</param>
/// <param name="On">The school day it belongs to.</param>
/// <param name="Units">How many units it is: 1 for a copy or a loan, the visitors of a line of the diary.</param>
/// <param name="Value">Its second number: đồng of a copy, participants of an activity; 0 where it has none or it is unknown.</param>
/// <param name="Subject">What it is about.</param>
public readonly record struct Fact(long EntityId, DateOnly On, int Units, long Value, FactSubject Subject)
{
    /// <summary>The number of the fact that a metric sums.</summary>
    public long AmountBy(Measure measure) => measure is Measure.Units ? Units : Value;
}

/// <summary>What facts are about, shared by all facts of one copy.</summary>
/// <param name="Key">Natural key, for example the registration number (ĐKCB); null where there is none.</param>
/// <param name="Label">A short label that a person recognises, never a pupil's name.</param>
public record FactSubject(string? Key, string Label)
{
    /// <summary>A further text that registers print; empty where there is none.</summary>
    internal virtual string TextOf(RowText text) => "";

    /// <summary>Key of the publication that it is about; 0 where it is about none.</summary>
    internal virtual long TitleKey => 0;
}

/// <summary>What fact sources are asked for.</summary>
/// <param name="Db">The database, seen by the platform itself.</param>
/// <param name="LibraryId">The library that reports.</param>
/// <param name="Period">The reporting period.</param>
public sealed record FactQuery(LibraryDb Db, long LibraryId, ReportPeriod Period)
{
    /// <summary>Further contexts that see the database as <see cref="Db"/> does, to read on all cores; see <c>ConsistentReaders</c>.</summary>
    public IReadOnlyList<LibraryDb> Beside { get; init; } = [];

    /// <summary>The lent copies, the same for every period of a report.</summary>
    internal LentCopies Copies { get; } = new();

    /// <summary>Does so many pieces of work, as many at once as there are contexts; each gets a context that nobody else uses meanwhile.</summary>
    internal Task AtOnceAsync(int pieces, Func<LibraryDb, int, Task> work)
    {
        var next = -1;
        return Task.WhenAll(Beside.Prepend(Db).Select(db => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var piece && piece < pieces)
                await work(db, piece);
        })));
    }
}

/// <summary>A kind of facts that metrics count.</summary>
/// <param name="Code">The name that metrics use.</param>
/// <param name="Entity">Name of the entity behind each fact, for example <c>Item</c>.</param>
/// <param name="Dimensions">What its facts are told apart by.</param>
public sealed record FactSource(string Code, string Entity, IReadOnlyList<Dimension> Dimensions);

/// <summary>One reading of the database that gives the facts of some sources.</summary>
/// <param name="Sources">The sources.</param>
/// <param name="ReadAsync">Adds the period's facts to the books of those sources that are asked for, in any order.</param>
internal sealed record FactScan(IReadOnlyList<FactSource> Sources, Func<FactQuery, FactBooks, CancellationToken, Task> ReadAsync);
