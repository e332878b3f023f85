using System.Buffers.Binary;
using System.IO.Compression;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>Reads the directory of a ZIP archive without unpacking anything, and not at all when the directory itself is too large.</summary>
internal static class ArchiveDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int MostDirectoryBytes = 16 << 20;

    private static ReadOnlySpan<byte> EndMark => "PK\u0005\u0006"u8;

    /// <summary>The entries; otherwise what is wrong.</summary>
    public static (IReadOnlyList<ArchiveEntry> Entries, FileRefusalCode? Fault) Read(Stream file, ArchiveLimits limits)
    {
        if (ReadEnd(file) is not { } end)
            return ([], FileRefusalCode.BrokenArchive);
        if (end.Entries > limits.MostEntries || end.DirectoryBytes > MostDirectoryBytes)
            return ([], FileRefusalCode.ArchiveTooLarge);
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return ([.. archive.Entries.Select(e => new ArchiveEntry(e.FullName, e.CompressedLength, e.Length))], null);
        }
        catch (InvalidDataException)
        {
            return ([], FileRefusalCode.BrokenArchive);
        }
    }

    // APPNOTE 4.3.16. The marks of ZIP64 (all ones) are larger than any bound, so such an archive is refused as too large.
    private static (int Entries, long DirectoryBytes)? ReadEnd(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndLength + LongestComment)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf(EndMark);
        if (at < 0 || tail.Length - at < EndLength)
            return null;
        var end = tail.AsSpan(at);
        return (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]));
    }
}
