using Platform.Model.Bulk;

namespace Platform.Api.Bulk;

/// <summary>Works on the bulk jobs that are due.</summary>
internal sealed partial class BulkWorker(BulkLedger ledger, BulkFolder folder, FileImport imports, RowExport rows, RecordExport records, ILogger<BulkWorker> log)
{
    /// <summary>Takes one job after the other until none is due.</summary>
    public async Task RunDueAsync(CancellationToken stoppingToken)
    {
        while (await ledger.TakeAsync(stoppingToken) is { } run)
            await RunAsync(run, stoppingToken);
    }

    private async Task RunAsync(BulkRun run, CancellationToken stoppingToken)
    {
        if (run.Job.IsOver)
            return;
        try
        {
            var (isDone, fault) = await WriteAsync(run, stoppingToken);
            if (!isDone && fault is null)
                await CancelAsync(run, stoppingToken);
            else
                await EndAsync(run, isDone ? BulkJobState.Finished : BulkJobState.Stopped, fault, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await ledger.ReleaseAsync(run);
            throw;
        }
        catch (Exception fault)
        {
            // The lease ends by itself, and the job is tried again; after some attempts it has failed.
            LogFault(log, run.Job.Id, fault);
        }
    }

    private async Task<(bool IsDone, BulkFault? Fault)> WriteAsync(BulkRun run, CancellationToken stoppingToken)
    {
        await using var output = folder.GoOn(run.Job);
        if (BulkKinds.IsImport(run.Job.Kind))
            return await imports.RunAsync(run, output, stoppingToken);
        return (run.Job.Format is BulkFormat.Jsonl or BulkFormat.Xlsx ? await rows.RunAsync(run, output, stoppingToken) : await records.RunAsync(run, output, stoppingToken), null);
    }

    // What was written up to the last step is whole, and stays.
    private async Task CancelAsync(BulkRun run, CancellationToken stoppingToken)
    {
        if (await ledger.CancelledAsync(run, stoppingToken) is { } saved)
            await EndAsync(run with { Job = saved }, BulkJobState.Cancelled, null, stoppingToken);
    }

    private async Task EndAsync(BulkRun run, BulkJobState state, BulkFault? fault, CancellationToken stoppingToken)
    {
        var job = run.Job;
        await using (var output = folder.GoOn(job))
            if (job.Format is not (BulkFormat.Jsonl or BulkFormat.Xlsx))
                await RecordExport.CloseAsync(job, output);
        if (job.Format is BulkFormat.Xlsx && job.Done > RowSheet.MostRows)
            (state, fault) = (BulkJobState.Stopped, BulkFault.TooManyRows);
        else if (job.Format is BulkFormat.Xlsx)
            RowSheet.Write(folder.OutputOf(job.Id), folder.ResultOf(job));
        if (File.Exists(folder.ResultOf(job)))
            job.ResultBytes = new FileInfo(folder.ResultOf(job)).Length;
        await ledger.EndAsync(run, state, fault, stoppingToken);
    }

    [LoggerMessage(LogLevel.Error, "The bulk job {Job} was broken off; it is tried again.")]
    private static partial void LogFault(ILogger log, long job, Exception fault);
}
