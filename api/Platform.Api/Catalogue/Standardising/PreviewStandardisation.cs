using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Standardising;
using Platform.Model.Libraries;

namespace Platform.Api.Catalogue.Standardising;

/// <summary>Makes a review list of corrections for up to 5,000 records of a library; nothing is changed. A longer catalogue is reviewed in several lists, each behind the last record of the one before.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class PreviewStandardisation(LibraryDb db, TimeProvider clock) : IMutation<PreviewStandardisationInput, PreviewStandardisationPayload>
{
    public async Task<PreviewStandardisationPayload> RunAsync(PreviewStandardisationInput input, CancellationToken cancellationToken)
    {
        if (!await db.Libraries.AnyAsync(l => l.Id == input.LibraryId.Key, cancellationToken))
            return No(NotFound.At("libraryId"));
        if (!db.Scope.May(Permission.EditCatalogue, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (input.Rules.Count == 0)
            return No(new InvalidInput("rules", "Hãy chọn ít nhất một quy tắc.", "Choose at least one rule."));
        var job = await Storage.Catalogue.Standardising.PreviewAsync(db, input.LibraryId.Key, [.. input.Rules.Distinct()], input.After?.Key ?? 0, clock.GetUtcNow(), cancellationToken);
        return new PreviewStandardisationPayload
        {
            Job = job.Id,
            LastRecord = job.Examined > 0 ? job.LastRecordId : null,
            HasMore = await db.Records.AnyAsync(r => r.LibraryId == input.LibraryId.Key && r.Id > job.LastRecordId, cancellationToken),
        };
    }

    private static PreviewStandardisationPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What is looked for, where.</summary>
internal sealed record PreviewStandardisationInput : MutationInput
{
    /// <summary>The library whose records are looked at.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The rules.</summary>
    public required IReadOnlyList<StandardisationRule> Rules { get; init; }

    /// <summary>Begin behind this record: the last one of the list before.</summary>
    public Ref<BibliographicRecord>? After { get; init; }
}

/// <summary>The list.</summary>
internal sealed record PreviewStandardisationPayload : Payload
{
    /// <summary>The list, open for decisions.</summary>
    public Ref<StandardisationJob>? Job { get; init; }

    /// <summary>The last record that was looked at.</summary>
    public Ref<BibliographicRecord>? LastRecord { get; init; }

    /// <summary>Whether the library has records behind it.</summary>
    public bool HasMore { get; init; }
}
