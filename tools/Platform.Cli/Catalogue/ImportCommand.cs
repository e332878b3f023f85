using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Catalogue.Import;
using Platform.Storage;
using Platform.Storage.Catalogue.Import;
using Platform.Storage.Catalogue.Search;

namespace Platform.Cli.Catalogue;

/// <summary><c>platform import FILE|FOLDER --library CODE [--dry-run] [--create-library NAME]</c>.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("FILE|FOLDER") { Description = "A file of MARC records, or a folder whose files are imported one after the other." };
        var library = new Option<string>("--library") { Description = "Code of the receiving library.", Required = true };
        var create = new Option<string?>("--create-library") { Description = "Creates the library under this name when its code is unknown." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would become of each record and writes nothing." };
        var onMatch = new Option<MatchPolicy>("--on-match") { Description = "What to do with a publication that the catalogue has already: Add, Skip, Overlay, Merge.", DefaultValueFactory = _ => MatchPolicy.Add };
        var columns = new Option<string?>("--columns") { Description = "For a register (XLSX) without a header: what its columns hold, such as 'LegacyId,CallNumber,Title,-,Author,Year,Number,Location'." };
        var stage = new Option<bool>("--stage") { Description = "Only takes the file in for a review, over GraphQL or by 'import-review'; 'import-apply' does what was decided." };
        var command = new Command("import", "Imports MARC records with their copies; a broken-off import goes on where it stopped.") { source, library, create, dryRun, onMatch, columns, stage };
        command.SetAction((arguments, cancellationToken) =>
        {
            var request = new ImportRequest
            {
                Path = arguments.GetRequiredValue(source),
                LibraryCode = arguments.GetRequiredValue(library),
                CreateLibraryNamed = arguments.GetValue(create),
                IsDryRun = arguments.GetValue(dryRun),
                OnMatch = arguments.GetValue(onMatch),
                Columns = arguments.GetValue(columns),
            };
            return arguments.GetValue(stage)
                ? CommandHost.RunAsync((services, token) => ReviewCommands.StageAsync(services, request, token), cancellationToken)
                : CommandHost.RunAsync((services, token) => RunAsync(services, request, token), cancellationToken);
        });
        return command;
    }

    /// <summary><c>platform import-undo BATCH</c>.</summary>
    public static Command CreateUndo()
    {
        var batch = new Argument<long>("IMPORT") { Description = "Number of the import, as 'import' printed it." };
        var command = new Command("import-undo", "Takes an import back exactly, or says what stands against it.") { batch };
        command.SetAction((arguments, cancellationToken) => CommandHost.RunAsync(
            (services, token) => UndoAsync(services, arguments.GetRequiredValue(batch), token), cancellationToken));
        return command;
    }

    private static async Task<int> UndoAsync(IServiceProvider services, long batchId, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<ImportUndo>().RunAsync(batchId, cancellationToken) is { } obstacle)
            return await CommandHost.FailAsync(obstacle.English);
        await services.GetRequiredService<IndexFeed>().FollowAsync(Task.CompletedTask, cancellationToken);
        Console.WriteLine("Undone.");
        return CommandHost.Done;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ImportRequest request, CancellationToken cancellationToken)
    {
        if (!Path.Exists(request.Path))
            return await CommandHost.FailAsync($"There is no file or folder '{request.Path}'.");
        await services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(cancellationToken);
        var work = ImportAsync(services.GetRequiredService<RecordImport>(), request, cancellationToken);
        if (!request.IsDryRun)
            await services.GetRequiredService<IndexFeed>().FollowAsync(work, cancellationToken);
        return await work;
    }

    private static async Task<int> ImportAsync(RecordImport import, ImportRequest request, CancellationToken cancellationToken)
    {
        await Task.Yield(); // reading and indexing go on side by side
        var (imported, worst) = (0, CommandHost.Done);
        foreach (var file in FilesIn(request.Path))
        {
            var code = await ImportFileAsync(import, request with { Path = file }, cancellationToken);
            imported += code is CommandHost.Failed ? 0 : 1;
            worst = Math.Max(worst, code);
        }
        // In a folder, files that are no MARC are passed over: only a folder without any is a failure.
        return imported > 0 ? Math.Min(worst, CommandHost.Partial) : CommandHost.Failed;
    }

    private static async Task<int> ImportFileAsync(RecordImport import, ImportRequest request, CancellationToken cancellationToken)
    {
        var progress = new ProgressLine(request.Path);
        var result = await import.RunAsync(request, progress, cancellationToken);
        progress.Clear();
        switch (result)
        {
            case ImportResult.Done done:
                Print(request, done);
                return done.Remarks.Count > 0 ? CommandHost.Partial : CommandHost.Done;
            case ImportResult.Refused refused:
                return await CommandHost.FailAsync(refused.Reason);
            default:
                throw new InvalidOperationException($"Unknown result {result.GetType().Name}.");
        }
    }

    private static void Print(ImportRequest request, ImportResult.Done done)
    {
        foreach (var remark in done.Remarks)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(request.Path)}, record {remark.Number}, {remark.Outcome}: {remark.Text}"));
        var counts = done.Counts;
        var begin = request.IsDryRun
            ? "Dry run: "
            : string.Create(CultureInfo.InvariantCulture, $"Import {done.BatchId}: ") + (done.ResumedAfter > 0 ? string.Create(CultureInfo.InvariantCulture, $"went on after record {done.ResumedAfter}: ") : "");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{begin}{Path.GetFileName(request.Path)}: {counts.Read} read, {counts.Added} added, {counts.Identical} identical, {counts.Matched} matched, {counts.Repaired} repaired, {counts.Rejected} rejected; copies: {counts.ItemsAdded} added, {counts.ItemsRejected} rejected"));
    }

    private static IEnumerable<string> FilesIn(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
