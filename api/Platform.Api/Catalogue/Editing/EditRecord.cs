using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Checks;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Api.Catalogue.Editing;

/// <summary>Changes a record subfield by subfield: all changes, in order, or none. A stale version is refused, so nobody's work is lost.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class EditRecord(LibraryDb db, TimeProvider clock) : IMutation<EditRecordInput, EditRecordPayload>
{
    public async Task<EditRecordPayload> RunAsync(EditRecordInput input, CancellationToken cancellationToken)
    {
        if (await db.Records.Include(r => r.Content).SingleOrDefaultAsync(r => r.Id == input.RecordId.Key, cancellationToken) is not { } record)
            return No(NotFound.At("recordId"));
        if (!db.Scope.May(Permission.EditCatalogue, record.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (record.Version != input.Version)
            return No(StaleVersion.Now);
        var (marc, fault) = MarcInputs.Edit(record.Content.ToMarc(), [.. input.Changes.Select(c => c.ToChange())], "changes");
        if (marc is null)
            return No(fault!); // no record: a fault
        var now = clock.GetUtcNow();
        marc = Stamp.Of(marc, now);
        var problems = RecordCheck.Of(marc);
        if (RecordInvalid.Of(problems) is { } invalid)
            return No(invalid);

        CatalogueMapping.Describe(record, marc);
        record.UpdatedAt = now;
        await db.SaveChangesAsync(cancellationToken);
        return new EditRecordPayload { Record = record.Id, Problems = problems };
    }

    private static EditRecordPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Changes of a record.</summary>
internal sealed record EditRecordInput : MutationInput
{
    /// <summary>The record.</summary>
    public required Ref<BibliographicRecord> RecordId { get; init; }

    /// <summary>The version of the record that was read.</summary>
    public required int Version { get; init; }

    /// <summary>The changes, in order; each sees what the ones before it made.</summary>
    public required IReadOnlyList<RecordChangeInput> Changes { get; init; }
}

/// <summary>The record as it stands afterwards, and what could be better about it.</summary>
[FailsWith(typeof(RecordInvalid))]
internal sealed record EditRecordPayload : Payload
{
    /// <summary>The record.</summary>
    public Ref<BibliographicRecord>? Record { get; init; }

    /// <summary>Warnings and hints about the saved record.</summary>
    public IReadOnlyList<RecordProblem> Problems { get; init; } = [];
}
