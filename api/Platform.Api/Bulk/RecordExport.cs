using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Bulk;
using Platform.Model.Catalogue;

namespace Platform.Api.Bulk;

/// <summary>Writes bibliographic records in a format of MARC 21, in the order of their ids. A record that is damaged, or that the format cannot hold, is counted as refused.</summary>
internal sealed class RecordExport(BulkOperations operations, BulkLedger ledger)
{
    private const int RecordsOfAStep = 500;

    /// <summary>Whether it came to the end; the file is still to be closed.</summary>
    public async Task<bool> RunAsync(BulkRun run, FileStream output, CancellationToken cancellationToken)
    {
        var writer = GoOn(run.Job, output);
        while (await StepAsync(run, writer, cancellationToken))
        {
            await writer.FlushAsync(cancellationToken);
            output.Flush(flushToDisk: true);
            run.Job.ResultBytes = output.Position;
            if (!await ledger.SaveAsync(run, cancellationToken))
                return false;
        }
        return true;
    }

    /// <summary>Writes what ends a file of the job's format.</summary>
    public static async Task CloseAsync(BulkJob job, FileStream output)
    {
        await GoOn(job, output).DisposeAsync();
        output.Flush(flushToDisk: true);
    }

    private static MarcWriter GoOn(BulkJob job, FileStream output)
    {
        if (job.Done == 0)
            output.SetLength(0); // a file without a record may have its beginning already
        return MarcWriter.Continue(output, FormatOf(job.Format), (int)job.Done);
    }

    private static MarcFormat FormatOf(BulkFormat format) => format switch
    {
        BulkFormat.Marc => MarcFormat.Iso2709,
        BulkFormat.MarcXml => MarcFormat.MarcXml,
        BulkFormat.MarcJson => MarcFormat.Json,
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private async Task<bool> StepAsync(BulkRun run, MarcWriter writer, CancellationToken cancellationToken)
    {
        var job = run.Job;
        var after = job.Cursor is null ? 0 : long.Parse(job.Cursor, CultureInfo.InvariantCulture);
        await using var scope = operations.Begin(run);
        var db = scope.ServiceProvider.GetRequiredService<LibraryDb>();
        var step = await db.Records.AsNoTracking().Where(r => r.Id > after && (job.LibraryId == null || r.LibraryId == job.LibraryId))
            .OrderBy(r => r.Id).Take(RecordsOfAStep).Select(r => new { r.Id, r.Content }).ToListAsync(cancellationToken);
        foreach (var record in step)
        {
            var isWritten = Read(record.Content) is { } marc && (await writer.WriteAsync(marc, cancellationToken: cancellationToken)).IsWritten;
            (job.Done, job.Refused) = isWritten ? (job.Done + 1, job.Refused) : (job.Done, job.Refused + 1);
            job.Cursor = record.Id.ToString(CultureInfo.InvariantCulture);
        }
        return step.Count > 0;
    }

    private static MarcRecord? Read(RecordContent content)
    {
        try
        {
            return content.ToMarc();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
