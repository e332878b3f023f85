using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Import;

namespace Platform.Storage.Catalogue;

/// <summary>Finds the record of the union catalogue that surely describes the same publication as another.</summary>
/// <param name="RecordId">Key of the record.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">How surely, and why.</param>
public sealed record SamePublication(long RecordId, string Title, MatchScore Score)
{
    private const int MostCompared = 200;

    /// <summary>The best certain match; null when there is none.</summary>
    public static async Task<SamePublication?> FindAsync(LibraryDb db, BibliographicRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(record);
        var key = MatchKey.Of(record);
        var candidates = await db.Records.AsNoTracking()
            .Where(r => r.TitleKey == record.TitleKey || (record.Isbn != null && r.Isbn == record.Isbn))
            .OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Title, r.TitleKey, r.Author, r.Publisher, r.PublicationYear, r.Isbn, r.ControlNumber })
            .Take(MostCompared)
            .ToListAsync(cancellationToken);
        return candidates
            .Select(r => new SamePublication(r.Id, r.Title, key.Compare(MatchKey.Of(r.TitleKey, r.Author, r.Publisher, r.PublicationYear, r.Isbn, r.ControlNumber))))
            .Where(match => match.Score.Points >= MatchScore.Certain)
            .MaxBy(match => match.Score.Points);
    }
}
