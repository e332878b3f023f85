using Platform.Model.Repository;

namespace Platform.Model.Reporting;

/// <summary>
/// The signed and stamped paper of one version of a report, scanned (bản quét có chữ ký, đóng dấu). Added, never replaced: a better scan of the
/// same version stands beside the first. Its hash stands in the report's history.
/// </summary>
public sealed class ReportScan : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The report.</summary>
    public required long RunId { get; init; }

    /// <summary>The library that reports.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Number of the version that was signed.</summary>
    public required int Snapshot { get; init; }

    /// <summary>The stored bytes.</summary>
    public required long ContentId { get; init; }

    /// <summary>The account that added it, never a person's name.</summary>
    public required string Actor { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The report.</summary>
    public ReportRun Run { get; init; } = null!;

    /// <summary>The stored bytes.</summary>
    public FileContent Content { get; init; } = null!;
}

/// <summary>Which files are taken as a signed scan. Pure.</summary>
public static class ScanPolicy
{
    /// <summary>Greatest size of a scan, in bytes: a few pages in colour.</summary>
    public const long MostBytes = 20L << 20;

    /// <summary>Whether the bytes are of a format that scanners and telephones make: PDF, JPEG or PNG.</summary>
    public static bool Takes(FileFormat? format) => format is FileFormat.Pdf or FileFormat.Jpeg or FileFormat.Png;

    /// <summary>Media type of a scan's format.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No scan has this format.</exception>
    public static string MediaTypeOf(FileFormat format) => format switch
    {
        FileFormat.Pdf => "application/pdf",
        FileFormat.Jpeg => "image/jpeg",
        FileFormat.Png => "image/png",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No format of a scan."),
    };

    /// <summary>Ending of a scan's file name, without the dot.</summary>
    public static string EndingOf(FileFormat format) => format is FileFormat.Jpeg ? "jpg" : format is FileFormat.Png ? "png" : "pdf";
}
