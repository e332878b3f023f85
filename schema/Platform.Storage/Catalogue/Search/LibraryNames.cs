using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Catalogue.Search;
using Platform.Model.Libraries;
using Platform.Model.Text;

namespace Platform.Storage.Catalogue.Search;

/// <summary>The libraries of the platform, by which a search can narrow: by code or name, or by the level of their schools.</summary>
internal sealed class LibraryNames(IReadOnlyList<LibraryNames.Entry> libraries)
{
    private static readonly LibraryNames None = new([]);

    private static readonly Dictionary<string, SchoolLevel> LevelNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MN"] = SchoolLevel.Preschool,
        ["TH"] = SchoolLevel.Primary,
        ["THCS"] = SchoolLevel.LowerSecondary,
        ["THPT"] = SchoolLevel.UpperSecondary,
        ["PT"] = SchoolLevel.MultiLevel,
    };

    /// <summary>All libraries when the search asks for some by name or level; otherwise none are read.</summary>
    public static async Task<LibraryNames> ForAsync(LibraryDbFactory databases, SearchText text, RecordSearchFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Levels.Count == 0 && text.Clauses.All(c => c.Field is not (SearchField.Library or SearchField.Level)))
            return None;
        await using var db = databases.For(Scope.System);
        var rows = await db.Libraries.AsNoTracking().Select(l => new { l.Id, l.Code, l.Name, l.Level }).ToListAsync(cancellationToken);
        return new LibraryNames([.. rows.Select(l => new Entry(l.Id, l.Code, VietnameseText.Fold(l.Name), l.Level))]);
    }

    /// <summary>Libraries with this code, or else with these words side by side in their name.</summary>
    public IEnumerable<long> Named(string typed)
    {
        var byCode = libraries.Where(l => string.Equals(l.Code, typed, StringComparison.OrdinalIgnoreCase)).Select(l => l.Id).ToList();
        var words = $" {VietnameseText.Fold(typed)} ";
        return byCode.Count > 0 ? byCode : libraries.Where(l => $" {l.FoldedName} ".Contains(words, StringComparison.Ordinal)).Select(l => l.Id);
    }

    /// <summary>Libraries of schools of a level, by its abbreviation or name.</summary>
    public IEnumerable<long> AtLevel(string typed) =>
        LevelNames.TryGetValue(typed, out var level) || Enum.TryParse(typed, ignoreCase: true, out level) ? AtLevels([level]) : [];

    /// <summary>Libraries of schools of one of the levels.</summary>
    public IEnumerable<long> AtLevels(IReadOnlyList<SchoolLevel> levels) => libraries.Where(l => levels.Contains(l.Level)).Select(l => l.Id);

    internal sealed record Entry(long Id, string Code, string FoldedName, SchoolLevel Level);
}
