namespace Platform.Model.Repository;

/// <summary>One entry of a ZIP archive, as its directory declares it.</summary>
/// <param name="Name">Path in the archive.</param>
/// <param name="Packed">Bytes in the archive.</param>
/// <param name="Unpacked">Bytes it says to become.</param>
public readonly record struct ArchiveEntry(string Name, long Packed, long Unpacked);

/// <summary>Bounds of an archive that is taken.</summary>
/// <param name="MostEntries">Most entries.</param>
/// <param name="MostUnpacked">Most bytes of all entries unpacked.</param>
/// <param name="MostRatio">How many times larger than packed all entries may become, once that is more than 100 MB.</param>
public sealed record ArchiveLimits(int MostEntries = 10_000, long MostUnpacked = 8L << 30, int MostRatio = 100);

/// <summary>Judges an archive by its directory: which format it really is, and whether it is a trap.</summary>
public static class ArchiveContents
{
    private const long RatioMattersFrom = 100L << 20;

    private static readonly string[] Programs =
        [".exe", ".dll", ".bat", ".cmd", ".com", ".scr", ".ps1", ".vbs", ".msi", ".jar", ".apk", ".lnk", ".hta", ".sh"];

    /// <summary>What is wrong with the archive; null when it can be taken.</summary>
    public static FileRefusalCode? FaultOf(IReadOnlyList<ArchiveEntry> entries, ArchiveLimits limits)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(limits);
        if (entries.Count > limits.MostEntries)
            return FileRefusalCode.ArchiveTooLarge;
        var (packed, unpacked) = (0L, 0L);
        foreach (var entry in entries)
        {
            if (entry.Unpacked < 0 || entry.Packed < 0 || entry.Unpacked > limits.MostUnpacked - unpacked)
                return FileRefusalCode.ArchiveTooLarge;
            (packed, unpacked) = (packed + entry.Packed, unpacked + entry.Unpacked);
        }
        if (unpacked > RatioMattersFrom && unpacked / Math.Max(packed, 1) > limits.MostRatio)
            return FileRefusalCode.ArchiveTooLarge;
        if (entries.Any(e => Programs.Contains(Path.GetExtension(e.Name), StringComparer.OrdinalIgnoreCase)))
            return FileRefusalCode.Program;
        return entries.Any(e => e.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? FileRefusalCode.Macros : null;
    }

    /// <summary>The format of the archive: an office document, an e-book, or any other archive.</summary>
    public static FileFormat FormatOf(IReadOnlyList<ArchiveEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var names = entries.Select(e => e.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("META-INF/container.xml"))
            return FileFormat.Epub;
        if (names.Contains("META-INF/manifest.xml") && names.Contains("content.xml"))
            return FileFormat.OpenDocument;
        if (!names.Contains("[Content_Types].xml"))
            return FileFormat.Zip;
        if (names.Contains("word/document.xml"))
            return FileFormat.Docx;
        if (names.Contains("ppt/presentation.xml"))
            return FileFormat.Pptx;
        return names.Contains("xl/workbook.xml") ? FileFormat.Xlsx : FileFormat.Zip;
    }
}
