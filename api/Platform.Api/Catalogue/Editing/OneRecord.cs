using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Storage;
using Platform.Storage.Catalogue;

namespace Platform.Api.Catalogue.Editing;

/// <summary>Puts a record into the catalogue once: the same publication is not described twice unless its cataloguer says that it is another one.</summary>
internal static class OneRecord
{
    /// <summary>Adds the record and saves; gives the record that stands in its way instead, and then nothing is saved.</summary>
    public static async Task<DuplicateRecord?> AddAsync(LibraryDb db, BibliographicRecord record, bool isAnotherPublication, CancellationToken cancellationToken)
    {
        if (!isAnotherPublication && await SamePublication.FindAsync(db, record, cancellationToken) is { } same)
            return DuplicateRecord.Of(same.RecordId, same.Title, same.Score.Reason);
        db.Records.Add(record);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException violation) when (UniqueViolation.IsOn(violation, db, CatalogueIndexes.OneRecordPerContent))
        {
            db.ChangeTracker.Clear();
            var known = await db.Records.IgnoreQueryFilters([LibraryDb.DeletedFilter]).AsNoTracking()
                .FirstAsync(r => r.LibraryId == record.LibraryId && r.Fingerprint == record.Fingerprint, cancellationToken);
            return DuplicateRecord.Of(known.Id, known.Title, "same content");
        }
    }
}
