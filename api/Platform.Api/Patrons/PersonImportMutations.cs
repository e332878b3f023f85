using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Api.Patrons;

/// <summary>Says what the import of a Ministry export would do, person by person, and what is wrong with it by sheet, row and column. It changes nothing.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class PreviewPersonImport(LibraryDb db, TimeProvider clock) : IMutation<PreviewPersonImportInput, PreviewPersonImportPayload>
{
    public async Task<PreviewPersonImportPayload> RunAsync(PreviewPersonImportInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditPatrons, input.LibraryId.Key) is { Count: > 0 } denied)
            return new PreviewPersonImportPayload { Errors = denied };
        if (await PersonImports.FindAsync(db, input.FileId, input.LibraryId.Key, clock.GetUtcNow(), cancellationToken) is not { } file)
            return new PreviewPersonImportPayload { Errors = [NotFound.At("fileId")] };
        return PersonImportPayload.Of<PreviewPersonImportPayload>(await PersonImport.PreviewAsync(db, input.ToRequest(), file.Bytes, cancellationToken), isDone: false);
    }
}

/// <summary>Does exactly what the preview said, all of it or nothing; then the file is thrown away.</summary>
[Requires(Permission.EditPatrons)]
internal sealed class ConfirmPersonImport(LibraryDb db, TimeProvider clock) : IMutation<ConfirmPersonImportInput, ConfirmPersonImportPayload>
{
    public async Task<ConfirmPersonImportPayload> RunAsync(ConfirmPersonImportInput input, CancellationToken cancellationToken)
    {
        var import = input.Import;
        if (db.Scope.Denied(Permission.EditPatrons, import.LibraryId.Key) is { Count: > 0 } denied)
            return new ConfirmPersonImportPayload { Errors = denied };
        if (await PersonImports.FindAsync(db, import.FileId, import.LibraryId.Key, clock.GetUtcNow(), cancellationToken) is not { } file)
            return new ConfirmPersonImportPayload { Errors = [NotFound.At("import.fileId")] };
        db.PersonImportFiles.Remove(file);
        if (await PersonImport.ConfirmAsync(db, import.ToRequest(), file.Bytes, input.Token, cancellationToken) is not { } done)
            return new ConfirmPersonImportPayload { Errors = [StaleVersion.Now] };
        return PersonImportPayload.Of<ConfirmPersonImportPayload>(done, isDone: true);
    }
}

/// <summary>Which export is imported how.</summary>
internal sealed record PreviewPersonImportInput : MutationInput
{
    /// <summary>The school's library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The file, as <c>POST /files/people?library=CODE</c> answered it.</summary>
    public required string FileId { get; init; }

    /// <summary>The calendar year in which the school year of the export begins.</summary>
    public required int StartYear { get; init; }

    /// <summary>The day from which new class memberships hold.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whether classes that the school year lacks are created; otherwise they are named as a problem.</summary>
    public bool? CreatesClasses { get; init; }

    public PersonImportRequest ToRequest() => new() { LibraryId = LibraryId.Key, StartYear = StartYear, On = On, CreatesClasses = CreatesClasses ?? false };
}

/// <summary>Which preview is carried out.</summary>
internal sealed record ConfirmPersonImportInput : MutationInput
{
    /// <summary>The import, as it was previewed.</summary>
    public required PreviewPersonImportInput Import { get; init; }

    /// <summary>The preview's token.</summary>
    public required string Token { get; init; }
}

/// <summary>What the import would do.</summary>
internal sealed record PreviewPersonImportPayload : PersonImportPayload;

/// <summary>What the import did.</summary>
internal sealed record ConfirmPersonImportPayload : PersonImportPayload;

/// <summary>What an import does.</summary>
internal abstract record PersonImportPayload : Payload
{
    private const int MostShown = 200;

    /// <summary>Whether it was done.</summary>
    public bool IsDone { get; init; }

    /// <summary>Confirms exactly this plan; null when a problem stands in the way.</summary>
    public string? Token { get; init; }

    /// <summary>New cards.</summary>
    public int Created { get; init; }

    /// <summary>New cards whose number stands in until the Ministry's code is known.</summary>
    public int CreatedTemporary { get; init; }

    /// <summary>Changed cards.</summary>
    public int Updated { get; init; }

    /// <summary>Temporary cards that get their Ministry code.</summary>
    public int Merged { get; init; }

    /// <summary>Cards that stay as they are.</summary>
    public int Kept { get; init; }

    /// <summary>Classes that are created.</summary>
    public IReadOnlyList<string> NewClasses { get; init; } = [];

    /// <summary>What is wrong, by sheet, row and column; at most 200.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>The first 200 persons for whom something changes.</summary>
    public IReadOnlyList<PlannedPerson> Persons { get; init; } = [];

    public static TPayload Of<TPayload>(PersonImportPreview preview, bool isDone)
        where TPayload : PersonImportPayload, new() => new()
        {
            IsDone = isDone,
            Token = isDone ? null : preview.Token,
            Created = preview.Count(PersonImportAction.Create),
            CreatedTemporary = preview.Count(PersonImportAction.CreateTemporary),
            Updated = preview.Count(PersonImportAction.Update),
            Merged = preview.Count(PersonImportAction.Merge),
            Kept = preview.Count(PersonImportAction.Keep),
            NewClasses = preview.NewClasses,
            Problems = [.. preview.Problems.Take(MostShown)],
            Persons = [.. preview.Lines.Where(line => line.Action is not PersonImportAction.Keep).Take(MostShown)
            .Select(line => new PlannedPerson(line.Row.RowNumber, line.Action, line.CardNumber, line.Row.FullName, line.Row.ClassName, line.Changes))],
        };
}

/// <summary>A person of an export and what is done.</summary>
/// <param name="Row">The row as the user sees it.</param>
/// <param name="Action">What is done.</param>
/// <param name="CardNumber">The card number afterwards.</param>
/// <param name="FullName">The name.</param>
/// <param name="ClassName">The class; null for adults.</param>
/// <param name="Changes">The changes, one a line.</param>
internal sealed record PlannedPerson(int Row, PersonImportAction Action, string CardNumber, string FullName, string? ClassName, IReadOnlyList<string> Changes);
