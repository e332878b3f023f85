using Microsoft.EntityFrameworkCore;
using Platform.Marc;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Repository;

namespace Platform.Api.Catalogue.Interchange;

/// <summary>
/// Records as other catalogues may have them. A record whose every contribution is withdrawn is not among them. What all members contributed for searching only (NĐ 93/2020 Đ.26.1.a), or against payment,
/// goes out as a description: without the addresses of the content (856).
/// </summary>
internal static class SharedRecords
{
    private const string Address = "856";

    /// <summary>Those that other catalogues may know of.</summary>
    public static IQueryable<BibliographicRecord> Among(LibraryDb db) => db.Records.AsNoTracking()
        .Where(r => !db.UnionContributions.Any(c => c.RecordId == r.Id) || db.UnionContributions.Any(c => c.RecordId == r.Id && c.WithdrawnOn == null));

    /// <summary>The records with these keys that exist and are shared; null for one whose bytes are no MARC.</summary>
    public static async Task<Dictionary<long, MarcRecord?>> ReadAsync(LibraryDb db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var rows = await Among(db).Where(r => ids.Contains(r.Id))
            .Select(r => new
            {
                r.Id,
                r.Content,
                IsContributed = db.UnionContributions.Any(c => c.RecordId == r.Id),
                IsOpen = db.UnionContributions.Any(c => c.RecordId == r.Id && c.WithdrawnOn == null && (c.Level == SharingLevel.ReadOnline || c.Level == SharingLevel.Download)),
            })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Id, r => RecordXml.MarcOf(r.Content) is { } marc ? r.IsContributed && !r.IsOpen ? WithoutAddresses(marc) : marc : null);
    }

    private static MarcRecord WithoutAddresses(MarcRecord marc) =>
        marc.Has(Address) ? MarcRecord.Create(marc.Leader.With(9, 'a'), marc.Fields.Where(f => f.Tag != Address)) : marc;
}
