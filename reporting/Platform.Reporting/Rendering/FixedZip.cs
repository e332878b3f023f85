using System.IO.Compression;

namespace Platform.Reporting.Rendering;

/// <summary>Writes a ZIP archive anew with entries in order of name and one fixed date, so that the same content gives the same bytes.</summary>
internal static class FixedZip
{
    // The earliest date that the format can hold.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Rewrite(byte[] archive)
    {
        using var source = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        using var target = new MemoryStream();
        using (var rewritten = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Office expects the content types first.
            foreach (var entry in source.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
                Copy(entry, rewritten);
        }
        return target.ToArray();
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive rewritten)
    {
        var copy = rewritten.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = Epoch;
        using var from = entry.Open();
        using var to = copy.Open();
        from.CopyTo(to);
    }
}
