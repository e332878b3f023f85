using System.Globalization;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Patrons;
using Platform.Model.Privacy;
using Platform.Model.Sharing;

namespace Platform.Storage.Sharing;

/// <summary>A sum, and whether its library is among those that were asked for; parts that were not grouped by are 0.</summary>
internal sealed record ManagementCell(long Library, int Type, int Reader, int Month, long Value, bool IsAsked)
{
    public ManagementFigure ToFigure() => new(
        Library == 0 ? null : Library,
        Type == 0 ? null : (ItemType)Type,
        Reader == 0 ? null : (PatronCategory)Reader,
        Month == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Month / 100:0000}-{Month % 100:00}"),
        Value);
}

/// <summary>Leaves out of figures about pupils what a reader outside the school must not see.</summary>
internal static class ManagementPrivacy
{
    /// <summary>The figures, grouped as was asked, that the caller may see.</summary>
    /// <param name="cells">Sums of every library that the caller reads reports of, parted as was asked and by library.</param>
    /// <param name="by">How the figures are asked for.</param>
    /// <param name="scope">Who asks; figures of libraries whose patrons it reads are its own.</param>
    /// <param name="threshold">The smallest figure about pupils of other libraries that is shown.</param>
    public static IEnumerable<ManagementCell> Shown(IReadOnlyList<ManagementCell> cells, IReadOnlyCollection<ManagementDimension> by, Scope scope, int threshold)
    {
        var others = cells.Where(cell => !scope.May(Permission.ReadPatrons, cell.Library)).ToList();
        var counts = SmallCounts.Of([.. others.Select(cell => new CountCell([.. Key(cell, by).Select(part => part ?? "")], cell.Value, cell.Reader is 0 or (int)PatronCategory.Pupil))], threshold);
        var asked = cells.Where(cell => cell.IsAsked).ToList();
        var libraries = others.Select(cell => cell.Library).Distinct().ToList();
        var askedOthers = asked.Select(cell => cell.Library).Distinct().Intersect(libraries).ToList();
        var isWhole = askedOthers.Count == libraries.Count;
        if (by.Contains(ManagementDimension.Library))
            return asked.Where(cell => scope.May(Permission.ReadPatrons, cell.Library) || counts.IsShown(Key(cell, by)));
        return asked
            .GroupBy(cell => cell with { Library = 0, Value = 0 })
            .Where(group => askedOthers.Count == 0 || (isWhole
                ? counts.IsShown(Key(group.Key, by))
                // The sum over some libraries is told where each of them is: it says nothing that they do not say.
                : askedOthers.TrueForAll(library => counts.IsShown(Key(group.Key with { Library = library }, by)))))
            .Select(group => group.Key with { Value = group.Sum(cell => cell.Value) });
    }

    // The library first: 0 is the sum over all of them.
    private static List<string?> Key(ManagementCell cell, IReadOnlyCollection<ManagementDimension> by) =>
    [
        Part(cell.Library),
        .. by.Contains(ManagementDimension.ItemType) ? (string?[])[Part(cell.Type) ?? ""] : [],
        .. by.Contains(ManagementDimension.Reader) ? (string?[])[Part(cell.Reader) ?? ""] : [],
        .. by.Contains(ManagementDimension.Month) ? (string?[])[Part(cell.Month) ?? ""] : [],
    ];

    private static string? Part(long value) => value == 0 ? null : value.ToString(CultureInfo.InvariantCulture);
}
