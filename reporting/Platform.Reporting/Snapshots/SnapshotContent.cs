namespace Platform.Reporting.Snapshots;

/// <summary>A frozen report before it is stored.</summary>
/// <param name="Document">The document.</param>
/// <param name="Bytes">Its canonical form.</param>
/// <param name="Hash">The content address: SHA-256 of <paramref name="Bytes"/>.</param>
/// <param name="Chunks">The facts.</param>
public sealed record SnapshotContent(ReportDocument Document, byte[] Bytes, string Hash, IReadOnlyList<PackedChunk> Chunks);

/// <summary>A compressed stretch of facts.</summary>
/// <param name="FirstFact">Position of its first fact.</param>
/// <param name="Facts">How many facts.</param>
/// <param name="Hash">Hash of the facts before compression.</param>
/// <param name="Bytes">The compressed facts.</param>
public sealed record PackedChunk(long FirstFact, int Facts, string Hash, byte[] Bytes)
{
    /// <summary>Cuts facts into chunks, on all cores.</summary>
    public static IReadOnlyList<PackedChunk> Cut(IReadOnlyList<FrozenFact> facts)
    {
        var all = facts as FrozenFact[] ?? [.. facts];
        var chunks = new PackedChunk[(all.Length + FactChunk.Size - 1) / FactChunk.Size];
        Parallel.For(0, chunks.Length, ordinal =>
        {
            var first = ordinal * FactChunk.Size;
            var count = Math.Min(FactChunk.Size, all.Length - first);
            var bytes = FactChunk.Write(all.AsSpan(first, count));
            chunks[ordinal] = new PackedChunk(first, count, Seal.OfChunk(bytes), Seal.Pack(bytes));
        });
        return chunks;
    }
}
