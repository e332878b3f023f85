using Microsoft.EntityFrameworkCore;
using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Checks;
using Platform.Model.Catalogue.Control;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Libraries;

namespace Platform.Api.Catalogue.Control;

/// <summary>Proposes a change of a record that another library keeps. The hub sees the difference, accepts it or sends it back.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class ProposeChange(LibraryDb db, TimeProvider clock) : IMutation<ProposeChangeInput, ProposeChangePayload>
{
    public async Task<ProposeChangePayload> RunAsync(ProposeChangeInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (await db.Records.Include(r => r.Content).AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.RecordId.Key, cancellationToken) is not { } record)
            return No(NotFound.At("recordId"));
        if (record.Version != input.Version)
            return No(StaleVersion.Now);
        if (input.Note?.Length > Model.Lengths.Title)
            return No(new InvalidInput("note", "Ghi chú dài tối đa 1.000 ký tự.", "A note has at most 1,000 characters."));
        var (marc, fault) = MarcInputs.Edit(record.Content.ToMarc(), [.. input.Changes.Select(c => c.ToChange())], "changes");
        if (marc is null)
            return No(fault!); // no record: a fault
        if (RecordDifference.Between(record.Content.ToMarc(), marc).Count == 0)
            return No(new InvalidInput("changes", "Đề xuất không thay đổi gì.", "The proposal changes nothing."));
        if (RecordInvalid.Of(RecordCheck.Of(marc)) is { } invalid)
            return No(invalid);

        var proposed = CatalogueMapping.NewRecord(marc, record.LibraryId, clock.GetUtcNow()).Content;
        var proposal = new ChangeProposal
        {
            LibraryId = input.LibraryId.Key,
            RecordId = record.Id,
            KeeperId = record.LibraryId,
            RecordVersion = record.Version,
            Note = input.Note,
            ProposedAt = clock.GetUtcNow(),
            Before = record.Content.Bytes,
            BeforeFormat = record.Content.Format,
            After = proposed.Bytes,
            AfterFormat = proposed.Format,
        };
        db.ChangeProposals.Add(proposal);
        await db.SaveChangesAsync(cancellationToken);
        return new ProposeChangePayload { Proposal = proposal.Id };
    }

    private static ProposeChangePayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>A proposed change.</summary>
internal sealed record ProposeChangeInput : MutationInput
{
    /// <summary>The member that proposes.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The record.</summary>
    public required Ref<BibliographicRecord> RecordId { get; init; }

    /// <summary>The version of the record that was read.</summary>
    public required int Version { get; init; }

    /// <summary>The changes, in order.</summary>
    public required IReadOnlyList<RecordChangeInput> Changes { get; init; }

    /// <summary>Why.</summary>
    public string? Note { get; init; }
}

/// <summary>The proposal.</summary>
[FailsWith(typeof(RecordInvalid))]
internal sealed record ProposeChangePayload : Payload
{
    /// <summary>The proposal.</summary>
    public Ref<ChangeProposal>? Proposal { get; init; }
}
