using Microsoft.EntityFrameworkCore;
using Platform.Model.Text;

namespace Platform.Model.Catalogue;

/// <summary>Searches the folded text column: each typed word must begin a word of the record. Titles that begin with the text come first.</summary>
public sealed class FoldedRecordSearch(LibraryDb db) : IRecordSearch
{
    // More words narrow nothing that a reader would notice, and each costs a comparison for every record.
    private const int MostWords = 8;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> FindAsync(string text, int most, CancellationToken cancellationToken)
    {
        var folded = VietnameseText.Fold(text);
        if (folded.Length == 0)
            return [];
        var found = db.Records.AsNoTracking();
        foreach (var word in folded.Split(' ').Distinct().Take(MostWords))
        {
            var pattern = $"% {word}%";
            found = found.Where(r => EF.Functions.Like(" " + r.SearchText, pattern));
        }
        var beginning = $"{folded}%";
        return await found
            .OrderByDescending(r => EF.Functions.Like(r.TitleKey, beginning)).ThenBy(r => r.TitleKey).ThenBy(r => r.Id)
            .Select(r => r.Id).Take(most).ToListAsync(cancellationToken);
    }
}
