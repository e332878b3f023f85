using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Adds a version made of finished uploads. Readers keep the published version until the new one has gone its way.</summary>
[Requires(Permission.EditRepository)]
internal sealed class AddEResourceVersion(LibraryDb db, TimeProvider clock) : IMutation<AddEResourceVersionInput, AddEResourceVersionPayload>
{
    private const int MostFiles = 50;

    public async Task<AddEResourceVersionPayload> RunAsync(AddEResourceVersionInput input, CancellationToken cancellationToken)
    {
        if (await db.EResources.SingleOrDefaultAsync(r => r.Id == input.EResourceId.Key, cancellationToken) is not { } resource)
            return AddEResourceVersionPayload.No(NotFound.At("eResourceId"));
        if (!db.Scope.May(Permission.EditRepository, resource.LibraryId))
            return AddEResourceVersionPayload.No(NotPermitted.ForLibrary);
        if (resource.State is EResourceState.Withdrawn)
            return AddEResourceVersionPayload.No(new InvalidInput("eResourceId", "Học liệu đã bị rút.", "The resource was withdrawn."));
        var ids = input.UploadIds.Select(id => Guid.TryParse(id, out var key) ? key : Guid.Empty).Distinct().ToList();
        var uploads = await db.Uploads.Include(u => u.Content)
            .Where(u => ids.Contains(u.Id) && u.LibraryId == resource.LibraryId && u.ContentId != null)
            .ToListAsync(cancellationToken);
        if (ids.Count is 0 or > MostFiles || uploads.Count != ids.Count)
            return AddEResourceVersionPayload.No(NotFound.At("uploadIds"));

        resource.NewestVersion++;
        resource.State = EResourceState.Draft;
        db.EResourceVersions.Add(VersionOf(resource, input.Note, ids.Select(id => uploads.Single(u => u.Id == id)).ToList()));
        db.Uploads.RemoveRange(uploads);
        await db.SaveChangesAsync(cancellationToken);
        return new AddEResourceVersionPayload { EResource = resource.Id };
    }

    private EResourceVersion VersionOf(EResource resource, string? note, List<Upload> uploads) => new()
    {
        ResourceId = resource.Id,
        LibraryId = resource.LibraryId,
        Number = resource.NewestVersion,
        Note = note,
        CreatedAt = clock.GetUtcNow(),
        Files = [.. uploads.Select((upload, position) => FileOf(upload.Content!, upload.FileName, resource.LibraryId, position))], // finished uploads have content
    };

    private static EResourceFile FileOf(FileContent content, string name, long libraryId, int position) => new()
    {
        LibraryId = libraryId,
        ContentId = content.Id,
        Name = FileName.For(name, content.Format),
        Position = position,
    };
}

/// <summary>A new version of an e-resource.</summary>
internal sealed record AddEResourceVersionInput : MutationInput
{
    /// <summary>The e-resource.</summary>
    public required Ref<EResource> EResourceId { get; init; }

    /// <summary>The finished uploads, in the order in which readers see the files: last parts of their addresses under /files/uploads/; 1 to 50.</summary>
    public required IReadOnlyList<string> UploadIds { get; init; }

    /// <summary>What changed since the version before.</summary>
    public string? Note { get; init; }
}

/// <summary>The e-resource as it stands afterwards.</summary>
internal sealed record AddEResourceVersionPayload : Payload
{
    /// <summary>The e-resource.</summary>
    public Ref<EResource>? EResource { get; init; }

    public static AddEResourceVersionPayload No(MutationError error) => new() { Errors = [error] };
}
