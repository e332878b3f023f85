using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Checks;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Libraries;

namespace Platform.Api.Catalogue.Editing;

/// <summary>Catalogues a publication. A record with errors is refused with every problem; so is one that the union catalogue has already, unless the cataloguer confirms that it is another publication.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class CreateRecord(LibraryDb db, TimeProvider clock) : IMutation<CreateRecordInput, CreateRecordPayload>
{
    public async Task<CreateRecordPayload> RunAsync(CreateRecordInput input, CancellationToken cancellationToken)
    {
        if (!await db.Libraries.AnyAsync(l => l.Id == input.LibraryId.Key, cancellationToken))
            return No(NotFound.At("libraryId"));
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (input.Leader is { Length: not Leader.Length })
            return No(new InvalidInput("leader", "Đầu biểu phải gồm đúng 24 ký tự.", "A leader has exactly 24 characters."));
        var blank = MarcRecord.Create(input.Leader is { } leader ? new Leader(leader) : Leader.NewBook, []);
        var (marc, fault) = MarcInputs.Edit(blank, [.. input.Fields.Select(f => f.ToChange())], "fields");
        if (marc is null)
            return No(fault!); // no record: a fault
        var now = clock.GetUtcNow();
        marc = Stamp.Of(marc, now);
        if (RecordInvalid.Of(RecordCheck.Of(marc)) is { } invalid)
            return No(invalid);

        var record = CatalogueMapping.NewRecord(marc, input.LibraryId.Key, now);
        if (await OneRecord.AddAsync(db, record, input.IsAnotherPublication is true, cancellationToken) is { } duplicate)
            return No(duplicate);
        return new CreateRecordPayload { Record = record.Id, Problems = RecordCheck.Of(marc) };
    }

    private static CreateRecordPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>A new record.</summary>
internal sealed record CreateRecordInput : MutationInput
{
    /// <summary>The library that catalogues.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The leader, 24 characters; that of a new book when nothing is said.</summary>
    public string? Leader { get; init; }

    /// <summary>The fields; recordTemplate gives those of the document type.</summary>
    public required IReadOnlyList<MarcFieldInput> Fields { get; init; }

    /// <summary>Whether the cataloguer has seen the record that is there and says that this is another publication.</summary>
    public bool? IsAnotherPublication { get; init; }
}

/// <summary>The record, and what could be better about it.</summary>
[FailsWith(typeof(RecordInvalid), typeof(DuplicateRecord))]
internal sealed record CreateRecordPayload : Payload
{
    /// <summary>The record.</summary>
    public Ref<BibliographicRecord>? Record { get; init; }

    /// <summary>Warnings and hints about the saved record.</summary>
    public IReadOnlyList<RecordProblem> Problems { get; init; } = [];
}
