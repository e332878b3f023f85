using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Bulk;

namespace Platform.Api.Bulk;

/// <summary>
/// Carries a file out line by line. A few lines share a transaction with the job's own progress, so that after any crash each line has
/// been carried out once or not at all; a line's outcome is in the result before its transaction ends.
/// </summary>
internal sealed class FileImport(LineImport lines, BulkOperations operations, BulkLedger ledger, BulkFolder folder, IOptions<BulkOptions> options)
{
    // On SQLite nobody else writes during a step: a tenth of a second.
    private const int LinesOfAStep = 25;

    /// <summary>Whether it came to the end; otherwise the fault that ended it, or neither when it must stop.</summary>
    public async Task<(bool IsDone, BulkFault? Fault)> RunAsync(BulkRun run, FileStream output, CancellationToken cancellationToken)
    {
        var job = run.Job;
        if (!File.Exists(folder.InputOf(job.Id)))
            return (false, BulkFault.FileMissing);
        await using var input = new FileStream(folder.InputOf(job.Id), FileMode.Open, FileAccess.Read, FileShare.Read);
        input.Position = job.InputOffset;
        var file = new JsonLines(input, job.InputOffset, job.Position, options.Value.MostLineBytes);
        var most = job.OnFault is FaultPolicy.AllOrNothing ? options.Value.MostLinesTogether : LinesOfAStep;
        while (true)
        {
            var step = await StepAsync(file, most, cancellationToken);
            if (step.Count == 0)
                return (true, null);
            if (job.OnFault is FaultPolicy.AllOrNothing && await file.NextAsync(cancellationToken) is not null)
                return (false, BulkFault.TooManyLines);
            var (isSaved, isStopped) = await CarryOutAsync(run, step, output, cancellationToken);
            if (!isSaved || isStopped)
                return (false, isStopped ? BulkFault.LineRefused : null);
        }
    }

    private static async Task<List<JsonLine>> StepAsync(JsonLines file, int most, CancellationToken cancellationToken)
    {
        var step = new List<JsonLine>();
        while (step.Count < most && await file.NextAsync(cancellationToken) is { } line)
            step.Add(line);
        return step;
    }

    private async Task<(bool IsSaved, bool IsStopped)> CarryOutAsync(BulkRun run, List<JsonLine> step, FileStream output, CancellationToken cancellationToken)
    {
        await using var scope = operations.Begin(run);
        var db = scope.ServiceProvider.GetRequiredService<LibraryDb>();
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using var _ = transaction;
        // First of all the job's own row: where another server holds it, nothing is done.
        if (!await ledger.SaveAsync(db, run, cancellationToken))
            return (false, false);
        var outcomes = new List<LineOutcome>();
        foreach (var line in step)
        {
            run.Job.Position = line.Number;
            run.Job.InputOffset = line.EndsAt;
            if (line.IsEmpty)
                continue;
            outcomes.Add(await OneAsync(scope.ServiceProvider, db, transaction, run.Job.Kind, line, cancellationToken));
            if (!outcomes[^1].IsDone && run.Job.OnFault is FaultPolicy.Stop)
                break;
        }
        var isRefused = outcomes.Exists(o => !o.IsDone);
        var isUndone = isRefused && run.Job.OnFault is FaultPolicy.AllOrNothing;
        if (isUndone)
            await transaction.RollbackAsync(cancellationToken);
        Write(output, outcomes, isUndone);
        run.Job.Done += isUndone ? 0 : outcomes.Count(o => o.IsDone);
        run.Job.Refused += outcomes.Count(o => !o.IsDone);
        run.Job.ResultBytes = output.Position;
        var isSaved = await ledger.SaveAsync(db, run, cancellationToken);
        if (isSaved && !isUndone)
            await transaction.CommitAsync(cancellationToken);
        return (isSaved, isRefused && run.Job.OnFault is not FaultPolicy.Skip);
    }

    private async Task<LineOutcome> OneAsync(
        IServiceProvider scope, LibraryDb db, IDbContextTransaction transaction, BulkJobKind kind, JsonLine line, CancellationToken cancellationToken)
    {
        const string Before = "line";
        await transaction.CreateSavepointAsync(Before, cancellationToken);
        var outcome = await lines.RunAsync(scope, kind, line, cancellationToken);
        db.ChangeTracker.Clear();
        if (!outcome.IsDone)
            await transaction.RollbackToSavepointAsync(Before, cancellationToken);
        await transaction.ReleaseSavepointAsync(Before, cancellationToken);
        return outcome;
    }

    private static void Write(FileStream output, IReadOnlyList<LineOutcome> outcomes, bool isUndone)
    {
        foreach (var outcome in outcomes)
        {
            using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteNumber("line"u8, outcome.Number);
                json.WriteString("outcome"u8, !outcome.IsDone ? "REFUSED" : isUndone ? "UNDONE" : "DONE");
                if (outcome is { IsDone: true, Data: { } data } && !isUndone)
                {
                    json.WritePropertyName("data"u8);
                    data.WriteTo(json);
                }
                if (!outcome.IsDone)
                    WriteErrors(json, outcome.Errors);
                json.WriteEndObject();
            }
            output.WriteByte((byte)'\n');
        }
        output.Flush(flushToDisk: true);
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<LineError> errors)
    {
        json.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, error.Code);
            json.WriteString("message"u8, error.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
