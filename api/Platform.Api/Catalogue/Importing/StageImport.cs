using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.Transport.Uploads;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Import;
using Platform.Model.Libraries;
using Platform.Storage.Catalogue.Import;

namespace Platform.Api.Catalogue.Importing;

/// <summary>Takes a file of records or a register in for a review: it is read and matched in the background, and nothing of it reaches the catalogue until applyImport.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class StageImport(LibraryDb db, ImportStaging staging, ImportLoop loop) : IMutation<StageImportInput, StageImportPayload>
{
    private const int MostColumns = 50;
    private const int MostTags = 50;

    public async Task<StageImportPayload> RunAsync(StageImportInput input, CancellationToken cancellationToken)
    {
        if (!await db.Libraries.AnyAsync(l => l.Id == input.LibraryId.Key, cancellationToken))
            return No(NotFound.At("libraryId"));
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (FaultOf(input) is { } fault)
            return No(fault);
        await using var content = input.File.Open();
        var request = new StagingRequest(
            input.LibraryId.Key, Path.GetFileName(input.File.Name), input.OnMatch ?? MatchPolicy.Skip,
            input.Columns is { } columns ? string.Join(',', columns) : null,
            input.ProtectedFields is { Count: > 0 } tags ? string.Join(',', tags.Distinct()) : null);
        var batch = await staging.ReceiveAsync(db, request, content, cancellationToken);
        loop.Wake();
        return new StageImportPayload { Batch = batch.Id };
    }

    private static InvalidInput? FaultOf(StageImportInput input)
    {
        if (input.File.Length == 0)
            return new InvalidInput("file", "Tệp rỗng.", "The file is empty.");
        if (input.Columns is { } columns && ColumnFault(columns) is { } fault)
            return fault;
        return input.ProtectedFields is { } tags && (tags.Count > MostTags || tags.Any(t => t.Length != 3 || !t.All(char.IsAsciiDigit)))
            ? new InvalidInput("protectedFields", $"Hãy nêu tối đa {MostTags} nhãn trường, mỗi nhãn ba chữ số.", $"Name at most {MostTags} tags of three digits each.")
            : null;
    }

    /// <summary>What is wrong with assigned columns; null when nothing is.</summary>
    public static InvalidInput? ColumnFault(IReadOnlyList<RegisterColumn> columns)
    {
        var named = columns.Where(c => c is not RegisterColumn.Nothing).ToList();
        if (columns.Count > MostColumns || named.Distinct().Count() < named.Count)
            return new InvalidInput("columns", $"Tối đa {MostColumns} cột, mỗi loại một lần.", $"At most {MostColumns} columns, each kind once.");
        return named.Contains(RegisterColumn.Title) && named.Contains(RegisterColumn.Number)
            ? null
            : new InvalidInput("columns", "Thiếu cột nhan đề hoặc số đăng ký cá biệt.", "The columns lack the title or the registration number.");
    }

    private static StageImportPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>A file, and how it is to be matched.</summary>
internal sealed record StageImportInput : MutationInput
{
    /// <summary>The receiving library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The file: ISO 2709, MARCXML, MARC-in-JSON or .mrk, a register (XLSX), or a dump of OpenBiblio's tables (SQL).</summary>
    public required UploadedFile File { get; init; }

    /// <summary>What becomes of a record whose publication the catalogue has already; SKIP when nothing is said. Lines can be decided otherwise.</summary>
    public MatchPolicy? OnMatch { get; init; }

    /// <summary>What the columns of a register hold, from the left, where it does not say it itself; they can be assigned later, too.</summary>
    public IReadOnlyList<RegisterColumn>? Columns { get; init; }

    /// <summary>Tags that an overlay or merge leaves as they are, besides control numbers, 040, 090, holdings and 9XX, which always stay.</summary>
    public IReadOnlyList<string>? ProtectedFields { get; init; }
}

/// <summary>The import under review.</summary>
internal sealed record StageImportPayload : Payload
{
    /// <summary>The import; ask for it again until its state is STAGED.</summary>
    public Ref<ImportBatch>? Batch { get; init; }
}
