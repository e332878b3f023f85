using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Reporting.Submissions;

/// <summary>Takes in the signed and stamped papers of reports.</summary>
public sealed class ScanDesk(LibraryDb db, Uploads uploads, TimeProvider clock)
{
    /// <summary>Stores a scan with a version of a report. What the bytes are decides, never the file's name.</summary>
    /// <param name="runId">The report.</param>
    /// <param name="version">Number of the version that was signed; null for the one that holds now.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="length">Its size, in bytes.</param>
    /// <param name="bytes">Its bytes; they must be seekable.</param>
    /// <param name="cancellationToken">Stops before the saving.</param>
    public async Task<ScanOutcome> AddAsync(long runId, int? version, string name, long length, Stream bytes, CancellationToken cancellationToken)
    {
        if (await db.ReportRuns.FirstOrDefaultAsync(r => r.Id == runId, cancellationToken) is not { } run || version < 1 || version > run.CurrentSnapshot)
            return new ScanOutcome(null, null, SubmissionRefusal.NotFound);
        if (!db.Scope.May(Permission.SubmitReports, run.LibraryId))
            return new ScanOutcome(null, null, SubmissionRefusal.NotAllowed);
        if (length > ScanPolicy.MostBytes)
            return ScanOutcome.No(FileRefusalCode.TooLarge, name);
        if (!ScanPolicy.Takes(await FormatAsync(bytes, cancellationToken)))
            return ScanOutcome.No(FileRefusalCode.UnknownFormat, name);
        var begun = await uploads.BeginAsync(run.LibraryId, name, length, cancellationToken);
        if (begun.Refusal is { } full)
            return new ScanOutcome(null, full, null);
        var upload = begun.Upload!; // not refused, so begun
        var done = await uploads.AppendAsync(upload.Id, 0, bytes, cancellationToken);
        if (done.Refusal is { } refused)
            return new ScanOutcome(null, refused, null);
        var content = upload.Content!; // all bytes came and were taken
        var scan = new ReportScan
        {
            RunId = run.Id,
            LibraryId = run.LibraryId,
            Snapshot = version ?? run.CurrentSnapshot,
            ContentId = content.Id,
            Actor = db.Scope.Actor,
            At = clock.GetUtcNow(),
        };
        // The upload has done its work: a scan is no file of the repository.
        db.Uploads.Remove(upload);
        db.ReportScans.Add(scan);
        await db.SaveChangesAsync(cancellationToken);
        return new ScanOutcome(scan, null, null);
    }

    private static async Task<FileFormat?> FormatAsync(Stream bytes, CancellationToken cancellationToken)
    {
        var head = new byte[FileSignature.HeadLength];
        var length = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        bytes.Position = 0;
        return FileSignature.IsProgram(head.AsSpan(0, length)) ? null : FileSignature.Of(head.AsSpan(0, length));
    }
}

/// <summary>What came of adding a scan: the scan, or one of the two reasons why there is none.</summary>
/// <param name="Scan">The scan; null when it was refused.</param>
/// <param name="File">Why the file was not taken.</param>
/// <param name="Refusal">Why the caller may not add it.</param>
public sealed record ScanOutcome(ReportScan? Scan, FileRefusal? File, SubmissionRefusal? Refusal)
{
    internal static ScanOutcome No(FileRefusalCode code, string name) => new(null, FileRefusal.Of(code, FileName.Clean(name)), null);
}
