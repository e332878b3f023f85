using Platform.Reporting.Metrics;

namespace Platform.Reporting.Snapshots;

/// <summary>Writes a stretch of facts as bytes and reads it back; keys and days as differences. The same facts give the same bytes.</summary>
public static class FactChunk
{
    /// <summary>How many facts a full chunk holds.</summary>
    public const int Size = 4096;

    /// <summary>The bytes of the facts.</summary>
    public static byte[] Write(ReadOnlySpan<StoredFact> facts)
    {
        var bytes = new ChunkWriter(facts.Length * 8);
        var (id, day) = (0L, 0);
        bytes.Number(facts.Length);
        foreach (var fact in facts)
        {
            bytes.Number(fact.EntityId - id);
            bytes.Number(fact.On.DayNumber - day);
            bytes.Number(fact.Units);
            bytes.Number(fact.Value);
            bytes.Number(fact.Subject);
            (id, day) = (fact.EntityId, fact.On.DayNumber);
        }
        return bytes.ToArray();
    }

    /// <summary>The facts of the bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are no facts.</exception>
    public static StoredFact[] Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ChunkReader(bytes);
        var facts = new StoredFact[reader.Count()];
        var (id, day) = (0L, 0);
        for (var i = 0; i < facts.Length; i++)
        {
            id += reader.Number();
            day += (int)reader.Number();
            facts[i] = new StoredFact(id, Day(day), (int)reader.Number(), reader.Number(), (int)reader.Number());
        }
        return facts;
    }

    private static DateOnly Day(int number) =>
        number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : throw new InvalidDataException($"{number} is no day.");
}

/// <summary>Writes a stretch of subjects as bytes and reads it back.</summary>
public static class SubjectChunk
{
    /// <summary>How many subjects a full chunk holds.</summary>
    public const int Size = 2048;

    /// <summary>The bytes of the subjects.</summary>
    public static byte[] Write(ReadOnlySpan<FactSubject> subjects)
    {
        var bytes = new ChunkWriter(subjects.Length * 64);
        bytes.Number(subjects.Length);
        foreach (var subject in subjects)
        {
            bytes.Text(subject.Key);
            bytes.Text(subject.Label);
        }
        return bytes.ToArray();
    }

    /// <summary>The subjects of the bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are no subjects.</exception>
    public static FactSubject[] Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ChunkReader(bytes);
        var subjects = new FactSubject[reader.Count()];
        for (var i = 0; i < subjects.Length; i++)
            subjects[i] = new FactSubject(reader.Text(), reader.Text() ?? "");
        return subjects;
    }
}

/// <summary>A fact as a snapshot stores it.</summary>
/// <param name="EntityId">Key of the row behind it.</param>
/// <param name="On">The school day it belongs to.</param>
/// <param name="Units">How many units it is.</param>
/// <param name="Value">Its second number.</param>
/// <param name="Subject">Number of what it is about, among the snapshot's subjects.</param>
public readonly record struct StoredFact(long EntityId, DateOnly On, int Units, long Value, int Subject)
{
    /// <summary>The number of the fact that a metric sums.</summary>
    public long AmountBy(Measure measure) => measure is Measure.Units ? Units : Value;
}
