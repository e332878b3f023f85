using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Text;

namespace Platform.Api.Catalogue;

/// <summary>Searches the folded text column: each typed word must begin a word of the record. Titles that begin with the text come first.</summary>
internal sealed class FoldedSearch(LibraryDb db)
{
    // More words narrow nothing that a reader would notice, and each costs a comparison for every record.
    private const int MostWords = 8;

    /// <summary>Keys of the records that match, best first; empty for a text without letters or digits.</summary>
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
