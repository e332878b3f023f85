using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Import;
using Platform.Storage.Catalogue.Import;

namespace Platform.Api.Catalogue.Importing;

/// <summary>Decides what becomes of lines of an import under review: those named, or all that are decided alike so far. Lines to which the decision cannot apply stay as they are: identical and unreadable ones, and those without a match where one is needed.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class DecideImportLines(LibraryDb db) : IMutation<DecideImportLinesInput, DecideImportLinesPayload>
{
    private const int MostLines = 1000;

    public async Task<DecideImportLinesPayload> RunAsync(DecideImportLinesInput input, CancellationToken cancellationToken)
    {
        var (batch, refusal) = await ReviewedImport.FindAsync(db, input.BatchId, null, [ImportState.Staged], cancellationToken);
        if (batch is null)
            return new DecideImportLinesPayload { Errors = refusal };
        if ((input.LineIds is null) == (input.Outcome is null) || input.LineIds?.Count > MostLines)
            return new DecideImportLinesPayload { Errors = [new InvalidInput("lineIds", $"Nêu một kết quả, hoặc tối đa {MostLines} dòng.", $"Name an outcome, or at most {MostLines} lines.")] };
        var ids = input.LineIds?.Select(l => l.Key).ToList() ?? [];
        var outcome = input.Outcome;
        var lines = db.ImportLines.Where(l => l.Outcome == outcome || ids.Contains(l.Id));
        return new DecideImportLinesPayload { Decided = await ImportReview.DecideAsync(db, batch, lines, input.Decision, cancellationToken), Batch = batch.Id };
    }
}

/// <summary>Which lines, and what is decided.</summary>
internal sealed record DecideImportLinesInput : MutationInput
{
    /// <summary>The import.</summary>
    public required Ref<ImportBatch> BatchId { get; init; }

    /// <summary>The lines, at most 1,000; or an outcome.</summary>
    public IReadOnlyList<Ref<ImportLine>>? LineIds { get; init; }

    /// <summary>All lines of which this would become now; or lines.</summary>
    public ImportOutcome? Outcome { get; init; }

    /// <summary>The decision.</summary>
    public required ImportChoice Decision { get; init; }
}

/// <summary>What was decided.</summary>
[FailsWith(typeof(ImportRefused))]
internal sealed record DecideImportLinesPayload : Payload
{
    /// <summary>How many lines.</summary>
    public int Decided { get; init; }

    /// <summary>The import, counted anew.</summary>
    public Ref<ImportBatch>? Batch { get; init; }
}
