using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL.Mutations;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Checks;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Libraries;
using Platform.Storage.Catalogue.Copying;

namespace Platform.Api.Catalogue.Copying;

/// <summary>
/// Takes a record of another catalogue into the union catalogue, with its way in 040 and its number in 035, without the other library's
/// copies and local fields. What the rules object to is told, not refused: the cataloguer mends it here.
/// </summary>
[Requires(Permission.EditCatalogue)]
internal sealed class TakeRecord(LibraryDb db, IOptions<CopyOptions> options, TimeProvider clock) : IMutation<TakeRecordInput, TakeRecordPayload>
{
    private const int MostCharacters = 100_000;

    public async Task<TakeRecordPayload> RunAsync(TakeRecordInput input, CancellationToken cancellationToken)
    {
        if (await db.Libraries.Where(l => l.Id == input.LibraryId.Key).Select(l => l.Code).SingleOrDefaultAsync(cancellationToken) is not { } code)
            return No(NotFound.At("libraryId"));
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (options.Value.Targets.FirstOrDefault(target => target.Code == input.SourceCode) is not { } source)
            return No(NotFound.At("sourceCode"));
        if (input.MarcXml.Length > MostCharacters || Read(input.MarcXml) is not { Fields.Count: > 0 } found)
            return No(new InvalidInput("marcXml", "Không đọc được biểu ghi MARCXML này.", "This is no MARCXML record that can be read."));
        var now = clock.GetUtcNow();
        var marc = Stamp.Of(TakenRecord.Of(found, source.Code, code), now);
        var record = CatalogueMapping.NewRecord(marc, input.LibraryId.Key, now);
        if (await OneRecord.AddAsync(db, record, input.IsAnotherPublication is true, cancellationToken) is { } duplicate)
            return No(duplicate);
        return new TakeRecordPayload { Record = record.Id, Problems = RecordCheck.Of(marc) };
    }

    private static MarcRecord? Read(string xml)
    {
        try
        {
            return MarcRecord.ReadOne(Encoding.UTF8.GetBytes(xml), MarcFormat.MarcXml);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static TakeRecordPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>A record to take.</summary>
internal sealed record TakeRecordInput : MutationInput
{
    /// <summary>The library that takes it.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>Code of the source that gave it, as copyCatalogue says.</summary>
    public required string SourceCode { get; init; }

    /// <summary>The record as copyCatalogue gave it; at most 100,000 characters.</summary>
    public required string MarcXml { get; init; }

    /// <summary>Whether the cataloguer has seen the record that is there and says that this is another publication.</summary>
    public bool? IsAnotherPublication { get; init; }
}

/// <summary>The record taken, and what could be better about it.</summary>
[FailsWith(typeof(DuplicateRecord))]
internal sealed record TakeRecordPayload : Payload
{
    /// <summary>The record.</summary>
    public Ref<BibliographicRecord>? Record { get; init; }

    /// <summary>What the rules say of it.</summary>
    public IReadOnlyList<RecordProblem> Problems { get; init; } = [];
}
