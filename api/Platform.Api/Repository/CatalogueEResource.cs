using Microsoft.EntityFrameworkCore;
using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>
/// Brings a published e-resource into its library's catalogue: makes a MARC record for it, or writes the links (856) into the record that it
/// is joined to. The catalogue is public, so everyone learns of the resource; who opens its files is asked each time. Doing it again after a
/// new version brings the links up to date.
/// </summary>
[Requires(Permission.EditCatalogue)]
internal sealed class CatalogueEResource(LibraryDb db, EResourceRecords records, TimeProvider clock) : IMutation<CatalogueEResourceInput, CatalogueEResourcePayload>
{
    public async Task<CatalogueEResourcePayload> RunAsync(CatalogueEResourceInput input, CancellationToken cancellationToken)
    {
        if (await db.EResources.Include(r => r.Library).SingleOrDefaultAsync(r => r.Id == input.EResourceId.Key, cancellationToken) is not { } resource)
            return No(NotFound.At("eResourceId"));
        if (!db.Scope.May(Permission.EditCatalogue, resource.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (!resource.IsOpen)
            return No(new InvalidInput("eResourceId", "Học liệu chưa được xuất bản hoặc đã bị rút.", "The e-resource is not published, or was withdrawn."));
        var files = await EResourceRecords.FilesOf(db, [resource.Id]).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (resource.RecordId is { } joined)
            return await LinkAsync(joined, resource, files, now, cancellationToken);

        var record = CatalogueMapping.NewRecord(Stamp.Of(EResourceMarc.Of(resource, files, records.Address), now), resource.LibraryId, now);
        db.Records.Add(record);
        await db.SaveChangesAsync(cancellationToken);
        resource.RecordId = record.Id;
        await db.SaveChangesAsync(cancellationToken);
        return new CatalogueEResourcePayload { EResource = resource.Id, Record = record.Id };
    }

    private async Task<CatalogueEResourcePayload> LinkAsync(long recordId, EResource resource, List<EResourceFile> files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Records.Include(r => r.Content).SingleOrDefaultAsync(r => r.Id == recordId, cancellationToken) is not { } record)
            return No(NotFound.At("recordId"));
        if (!db.Scope.May(Permission.EditCatalogue, record.LibraryId))
            return No(NotPermitted.ForLibrary);
        CatalogueMapping.Describe(record, Stamp.Of(EResourceMarc.LinkInto(record.Content.ToMarc(), resource, files, records.Address), now));
        record.UpdatedAt = now;
        await db.SaveChangesAsync(cancellationToken);
        return new CatalogueEResourcePayload { EResource = resource.Id, Record = record.Id };
    }

    private static CatalogueEResourcePayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What to catalogue.</summary>
internal sealed record CatalogueEResourceInput : MutationInput
{
    /// <summary>The e-resource.</summary>
    public required Ref<EResource> EResourceId { get; init; }
}

/// <summary>The e-resource and its record.</summary>
internal sealed record CatalogueEResourcePayload : Payload
{
    /// <summary>The e-resource.</summary>
    public Ref<EResource>? EResource { get; init; }

    /// <summary>The record in the catalogue, with the links.</summary>
    public Ref<BibliographicRecord>? Record { get; init; }
}
