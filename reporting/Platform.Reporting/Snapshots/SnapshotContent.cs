using Platform.Model.Reporting;

namespace Platform.Reporting.Snapshots;

/// <summary>A frozen report before it is stored.</summary>
/// <param name="Document">The document.</param>
/// <param name="Bytes">Its canonical form.</param>
/// <param name="Hash">The content address: SHA-256 of <paramref name="Bytes"/>.</param>
/// <param name="Chunks">The facts, then their subjects.</param>
public sealed record SnapshotContent(ReportDocument Document, byte[] Bytes, string Hash, IReadOnlyList<PackedChunk> Chunks)
{
    /// <summary>The same content as the version after another: its hash rests on the other's.</summary>
    /// <param name="previous">Hash of the version that it corrects.</param>
    public SnapshotContent After(string previous)
    {
        var document = Document with { Previous = previous };
        var bytes = CanonicalJson.Write(document);
        return this with { Document = document, Bytes = bytes, Hash = Seal.Of(bytes) };
    }
}

/// <summary>A compressed stretch of facts or subjects.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Ordinal">Its place among the chunks of the kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Hash">Hash of the content before compression.</param>
/// <param name="Bytes">The compressed content.</param>
public sealed record PackedChunk(ChunkKind Kind, int Ordinal, int Count, string Hash, byte[] Bytes)
{
    /// <summary>Compresses a content.</summary>
    public static PackedChunk Of(ChunkKind kind, int ordinal, int count, byte[] content) => new(kind, ordinal, count, Seal.OfChunk(content), Seal.Pack(content));
}
