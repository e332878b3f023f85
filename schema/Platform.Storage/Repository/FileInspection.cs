using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>Looks into a file that has arrived: what it is, and whether it is taken. The name plays no part.</summary>
internal static class FileInspection
{
    /// <summary>The format; otherwise why the file is not taken.</summary>
    public static (FileFormat? Format, FileRefusalCode? Fault) Of(Stream file, ArchiveLimits limits)
    {
        var head = new byte[FileSignature.HeadLength];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length == 0)
            return (null, FileRefusalCode.Empty);
        if (FileSignature.IsProgram(head.AsSpan(0, length)))
            return (null, FileRefusalCode.Program);
        return FileSignature.Of(head.AsSpan(0, length)) switch
        {
            null => (null, FileRefusalCode.UnknownFormat),
            FileFormat.Zip => OfArchive(file, limits),
            var format => (format, null),
        };
    }

    private static (FileFormat?, FileRefusalCode?) OfArchive(Stream file, ArchiveLimits limits)
    {
        var (entries, fault) = ArchiveDirectory.Read(file, limits);
        fault ??= ArchiveContents.FaultOf(entries, limits);
        return fault is null ? (ArchiveContents.FormatOf(entries), null) : (null, fault);
    }
}
