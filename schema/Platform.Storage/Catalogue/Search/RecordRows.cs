using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;

namespace Platform.Storage.Catalogue.Search;

/// <summary>Loads what the index needs: two statements for any number of records.</summary>
internal static class RecordRows
{
    /// <summary>The records with these keys that exist and are publications.</summary>
    public static Task<List<IndexedRecord>> LoadAsync(LibraryDb db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        WithItemsAsync(db, db.Records.Where(r => ids.Contains(r.Id)), cancellationToken);

    /// <summary>The next records after a key, in the order of their keys.</summary>
    public static Task<List<IndexedRecord>> LoadAfterAsync(LibraryDb db, long id, int count, CancellationToken cancellationToken) =>
        WithItemsAsync(db, db.Records.Where(r => r.Id > id).OrderBy(r => r.Id).Take(count), cancellationToken);

    private static async Task<List<IndexedRecord>> WithItemsAsync(LibraryDb db, IQueryable<BibliographicRecord> query, CancellationToken cancellationToken)
    {
        var records = await query.AsNoTracking().Select(r => new IndexedRecord
        {
            Id = r.Id,
            LibraryId = r.LibraryId,
            Kind = r.Kind,
            Title = r.Title,
            OtherTitles = r.OtherTitles,
            Author = r.Author,
            Responsibility = r.Responsibility,
            Contributors = r.Contributors,
            Subjects = r.Subjects,
            Series = r.Series,
            Publisher = r.Publisher,
            PublicationPlace = r.PublicationPlace,
            Summary = r.Summary,
            Isbn = r.Isbn,
            Ddc = r.Ddc,
            Language = r.Language,
            PublicationYear = r.PublicationYear,
            TitleKey = r.TitleKey,
            SearchText = r.SearchText,
        }).ToListAsync(cancellationToken);
        List<long> ids = [.. records.Select(r => r.Id)];
        var items = (await db.Items.Where(i => ids.Contains(i.RecordId) && i.Status != ItemStatus.Withdrawn)
            .Select(i => new IndexedItem(i.RecordId, i.LibraryId, i.Type, i.RegistrationNumber, i.CallNumber))
            .ToListAsync(cancellationToken)).ToLookup(item => item.RecordId);
        foreach (var record in records)
            record.Items = [.. items[record.Id]];
        return records;
    }
}
