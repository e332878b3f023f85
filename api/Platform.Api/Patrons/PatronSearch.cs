using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Text;

namespace Platform.Api.Patrons;

/// <summary>Finds patrons by what a librarian types: a card number, or the beginnings of the words of a name, with marks or without.</summary>
internal sealed class PatronSearch(LibraryDb db)
{
    private const int MostWords = 6;

    /// <summary>Keys of the patrons that match, the one with exactly this card first; empty for a text without letters or digits.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(string text, int most, CancellationToken cancellationToken)
    {
        var card = VietnameseText.Clean(text);
        var words = VietnameseText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords).ToList();
        if (words.Count == 0)
            return [];
        var byName = db.Patrons.AsNoTracking();
        foreach (var word in words)
        {
            var pattern = $"% {word}%";
            byName = byName.Where(p => EF.Functions.Like(" " + p.NameKey, pattern));
        }
        return await db.Patrons.AsNoTracking()
            .Where(p => p.CardNumber == card || p.MinistryCode == card || byName.Any(n => n.Id == p.Id))
            .OrderByDescending(p => p.CardNumber == card).ThenBy(p => p.NameKey).ThenBy(p => p.Id)
            .Select(p => p.Id).Take(most).ToListAsync(cancellationToken);
    }
}
