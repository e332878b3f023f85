using System.IO.Compression;
using System.Security.Cryptography;

namespace Platform.Reporting.Snapshots;

/// <summary>Hashes and compression of what a snapshot stores.</summary>
public static class Seal
{
    private const byte Leaf = 0;
    private const byte Node = 1;
    private const int FastBrotli = 1;
    private const int Window = 20;

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The hash of a chunk as a leaf of the Merkle tree.</summary>
    public static string OfChunk(ReadOnlySpan<byte> facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([Leaf]);
        hash.AppendData(facts);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Root of the Merkle tree over the leaves in order; an odd one rises unchanged; no leaves give the hash of nothing.</summary>
    public static string Root(IEnumerable<string> leaves)
    {
        var level = leaves.Select(Convert.FromHexString).ToList();
        if (level.Count is 0)
            return Of([]);
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(pair => pair.Length is 1 ? pair[0] : SHA256.HashData([Node, .. pair[0], .. pair[1]]))];
        return Convert.ToHexStringLower(level[0]);
    }

    /// <summary>Compresses with Brotli, for speed.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, FastBrotli, Window)
            ? packed[..length]
            : throw new InvalidOperationException("Brotli refused a buffer of its own largest length.");
    }

    /// <summary>Undoes <see cref="Pack"/>.</summary>
    /// <exception cref="InvalidDataException">The bytes are no Brotli stream.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var source = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        try
        {
            source.CopyTo(bytes);
        }
        catch (InvalidOperationException fault)
        {
            throw new InvalidDataException("The bytes cannot be decompressed.", fault);
        }
        return bytes.ToArray();
    }
}
