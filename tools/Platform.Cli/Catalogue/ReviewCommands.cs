using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model;
using Platform.Model.Catalogue.Import;
using Platform.Storage;
using Platform.Storage.Catalogue.Import;
using Platform.Storage.Catalogue.Search;

namespace Platform.Cli.Catalogue;

/// <summary><c>platform import --stage</c>, <c>platform import-review IMPORT</c> and <c>platform import-apply IMPORT</c>.</summary>
internal static class ReviewCommands
{
    public static Command CreateReview()
    {
        var batch = Number();
        var outcome = new Option<ImportOutcome?>("--outcome") { Description = "Only lines of which this becomes." };
        var command = new Command("import-review", "Lists what becomes of each record of an import.") { batch, outcome };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => ListAsync(services, arguments.GetRequiredValue(batch), arguments.GetValue(outcome), token), cancellationToken));
        return command;
    }

    public static Command CreateApply()
    {
        var batch = Number();
        var command = new Command("import-apply", "Does what was decided in the review of an import; broken off, it goes on where it stopped.") { batch };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync((services, token) => ApplyAsync(services, arguments.GetRequiredValue(batch), token), cancellationToken));
        return command;
    }

    /// <summary>Takes a file in for a review and reads it.</summary>
    public static async Task<int> StageAsync(IServiceProvider services, ImportRequest request, CancellationToken cancellationToken)
    {
        if (!File.Exists(request.Path))
            return await CommandHost.FailAsync($"There is no file '{request.Path}'.");
        await services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(cancellationToken);
        var db = services.GetRequiredService<LibraryDb>();
        if (await db.Libraries.Where(l => l.Code == request.LibraryCode).Select(l => (long?)l.Id).SingleOrDefaultAsync(cancellationToken) is not { } library)
            return await CommandHost.FailAsync($"There is no library with code '{request.LibraryCode}'.");
        await using var file = File.OpenRead(request.Path);
        var batch = await services.GetRequiredService<ImportStaging>().ReceiveAsync(
            db, new StagingRequest(library, Path.GetFileName(request.Path), request.OnMatch, request.Columns, null), file, cancellationToken);
        return await WorkAsync(services, db, batch.Id, request.Path, cancellationToken);
    }

    private static Argument<long> Number() => new("IMPORT") { Description = "Number of the import, as 'import' printed it." };

    private static async Task<int> ListAsync(IServiceProvider services, long batchId, ImportOutcome? outcome, CancellationToken cancellationToken)
    {
        var lines = services.GetRequiredService<LibraryDb>().ImportLines.AsNoTracking()
            .Where(l => l.BatchId == batchId && (outcome == null || l.Outcome == outcome)).OrderBy(l => l.Number);
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellationToken))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Number}\t{line.Outcome}\t{line.Title}\t{line.MatchedRecordId ?? line.RecordId}\t{line.MatchPoints}\t{line.Remark}"));
        return CommandHost.Done;
    }

    private static async Task<int> ApplyAsync(IServiceProvider services, long batchId, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<LibraryDb>();
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, cancellationToken) is not { State: ImportState.Staged or ImportState.Applying } batch)
            return await CommandHost.FailAsync(string.Create(CultureInfo.InvariantCulture, $"There is no import {batchId} under review."));
        if (batch.State is ImportState.Staged)
            await ImportReview.ApplyAsync(db, batch, cancellationToken);
        var work = WorkAsync(services, db, batchId, batch.FileName, cancellationToken);
        await services.GetRequiredService<IndexFeed>().FollowAsync(work, cancellationToken);
        return await work;
    }

    private static async Task<int> WorkAsync(IServiceProvider services, LibraryDb db, long batchId, string file, CancellationToken cancellationToken)
    {
        await Task.Yield(); // applying and indexing go on side by side
        var progress = new ProgressLine(file);
        await services.GetRequiredService<ImportWork>().RunAsync(batchId, progress, cancellationToken);
        progress.Clear();
        db.ChangeTracker.Clear();
        var batch = await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == batchId, cancellationToken);
        if (batch.Fault is { } fault)
            return await CommandHost.FailAsync($"'{batch.FileName}' cannot be imported: {fault}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Import {batch.Id} ({batch.State}): {batch.FileName}: {batch.Position} read, {batch.Added} added, {batch.Identical} identical, {batch.Matched} matched, {batch.Repaired} repaired, {batch.Rejected} rejected; copies: {batch.ItemsAdded} added, {batch.ItemsRejected} rejected"));
        return batch.Rejected > 0 ? CommandHost.Partial : CommandHost.Done;
    }
}
