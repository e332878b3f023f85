using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Delivery;

/// <summary>Enters a closed report in the delivery ledger: the files of its current snapshot, whose number is the edition.</summary>
public sealed class ReportPost(LibraryDb db, DeliveryLedger ledger)
{
    /// <summary>Formats that are sent when nothing else is said: the document to read, and the same figures to count on.</summary>
    public static IReadOnlyList<ReportFormat> UsualFormats { get; } = [ReportFormat.Pdf, ReportFormat.Xlsx];

    /// <summary>Enters the report for every recipient; a report that is entered already answers its lines, with the files of the first time.</summary>
    /// <returns>The lines; empty when nobody takes the report, or it is a register of single readers, which stays at the school; null when there is none within the caller's sight.</returns>
    public async Task<IReadOnlyList<ReportDelivery>?> EnterAsync(long runId, IReadOnlyList<ReportFormat> formats, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(formats);
        var run = await db.ReportRuns.AsNoTracking().Include(r => r.Library).SingleOrDefaultAsync(r => r.Id == runId, cancellationToken);
        if (run is null || await SnapshotStore.OpenAsync(db, runId, cancellationToken) is not { } snapshot)
            return null;
        if (snapshot.Report.Document.Definition.KeptAtSchool is true)
            return [];
        var files = formats.Distinct().Order().Select(format => ReportFiles.Write(snapshot.Report, format));
        return await ledger.EnterAsync(
            new OutgoingReport(
                run.Library,
                run.DefinitionCode,
                run.DefinitionVersion,
                run.Period,
                run.CurrentSnapshot,
                $"{snapshot.Report.Document.Definition.Name}, {run.Library.Name}, kỳ {run.Period}",
                [.. files.Select(file => new OutgoingFile(file.Name, file.MediaType, file.Bytes))]),
            cancellationToken);
    }
}
