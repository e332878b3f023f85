using System.Runtime.InteropServices;
using Platform.Model.Reporting;
using Platform.Reporting.Metrics;

namespace Platform.Reporting.Snapshots;

/// <summary>The facts of a snapshot one after the other, and the subjects they refer to by number.</summary>
internal sealed class FrozenFacts
{
    private readonly List<StoredFact> _facts;
    private readonly List<FactSubject> _subjects = [];

    private FrozenFacts(int count) => _facts = new List<StoredFact>(count);

    public int Count => _facts.Count;

    public IReadOnlyList<FactSubject> Subjects => _subjects;

    /// <summary>Gives each group its place, and each subject a number in the order of its first fact.</summary>
    public static FrozenFacts Of(IReadOnlyList<FactGroup> groups)
    {
        var frozen = new FrozenFacts(groups.Sum(g => g.Count));
        // The same object is met again and again: only a new one is compared by its texts.
        var met = new Dictionary<FactSubject, int>(ReferenceEqualityComparer.Instance);
        var numbers = new Dictionary<(string?, string), int>();
        foreach (var group in groups)
        {
            group.First = frozen.Count;
            foreach (ref readonly var fact in group.Facts)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(met, fact.Subject, out var known);
                if (!known)
                    number = frozen.Number(fact.Subject, numbers);
                frozen._facts.Add(new StoredFact(fact.EntityId, fact.On, fact.Units, fact.Value, number));
            }
        }
        return frozen;
    }

    /// <summary>Cuts facts and subjects into chunks, on all cores.</summary>
    public IReadOnlyList<PackedChunk> Pack()
    {
        var chunks = new PackedChunk[ChunksOf(_facts.Count, FactChunk.Size)];
        Parallel.For(0, chunks.Length, ordinal =>
        {
            var stretch = CollectionsMarshal.AsSpan(_facts)[(ordinal * FactChunk.Size)..Math.Min((ordinal + 1) * FactChunk.Size, _facts.Count)];
            chunks[ordinal] = PackedChunk.Of(ChunkKind.Facts, ordinal, stretch.Length, FactChunk.Write(stretch));
        });
        return
        [
            .. chunks,
            .. Enumerable.Range(0, ChunksOf(_subjects.Count, SubjectChunk.Size)).Select(ordinal =>
            {
                var stretch = CollectionsMarshal.AsSpan(_subjects)[(ordinal * SubjectChunk.Size)..Math.Min((ordinal + 1) * SubjectChunk.Size, _subjects.Count)];
                return PackedChunk.Of(ChunkKind.Subjects, ordinal, stretch.Length, SubjectChunk.Write(stretch));
            }),
        ];
    }

    private static int ChunksOf(int count, int size) => (count + size - 1) / size;

    private int Number(FactSubject subject, Dictionary<(string?, string), int> numbers)
    {
        if (numbers.TryGetValue((subject.Key, subject.Label), out var number))
            return number;
        _subjects.Add(subject);
        return numbers[(subject.Key, subject.Label)] = _subjects.Count - 1;
    }
}
