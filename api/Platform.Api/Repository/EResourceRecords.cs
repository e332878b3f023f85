using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Api.Access;
using Platform.Api.Catalogue.Editing;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Published e-resources as MARC records and in Dublin Core, those that the caller may know of.</summary>
internal sealed class EResourceRecords(IOptions<AccessOptions> access)
{
    /// <summary>The platform's own address, ending in a slash: links to files begin with it.</summary>
    public Uri Address { get; } = new((access.Value.Issuer ?? AccessOptions.OnThisMachine).AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>The records by the key of the resource; one that is not published, or not seen, has none. Two statements for any number.</summary>
    public async Task<IReadOnlyDictionary<long, MarcRecord>> ReadAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return new Dictionary<long, MarcRecord>();
        var resources = await db.EResources.AsNoTracking().Include(r => r.Library)
            .Where(r => keys.Contains(r.Id) && r.PublishedVersion != null && r.WithdrawnOn == null)
            .ToListAsync(cancellationToken);
        var files = await FilesOf(db, keys).ToListAsync(cancellationToken);
        var byResource = files.ToLookup(file => file.ResourceVersion.ResourceId);
        return resources.ToDictionary(resource => resource.Id, resource => EResourceMarc.Of(resource, [.. byResource[resource.Id]], Address));
    }

    /// <summary>The files of the versions that readers get, in order.</summary>
    public static IQueryable<EResourceFile> FilesOf(LibraryDb db, IReadOnlyList<long> keys) =>
        db.EResourceFiles.AsNoTracking().Include(f => f.Content).Include(f => f.ResourceVersion)
            .Where(f => keys.Contains(f.ResourceVersion.ResourceId) && f.ResourceVersion.Number == f.ResourceVersion.Resource.PublishedVersion)
            .OrderBy(f => f.Position);

    /// <summary>The MARC records of many resources, as fields show them.</summary>
    public async Task<IReadOnlyDictionary<long, object?>> MarcAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await ReadAsync(db, keys, cancellationToken)).ToDictionary(r => r.Key, r => (object?)MarcView.Of(r.Value));

    /// <summary>The Dublin Core of many resources.</summary>
    public async Task<IReadOnlyDictionary<long, object?>> DublinCoreAsync(LibraryDb db, IReadOnlyList<long> keys, CancellationToken cancellationToken) =>
        (await ReadAsync(db, keys, cancellationToken)).ToDictionary(r => r.Key, r => (object?)DublinCore.Of(r.Value).ToList());
}
