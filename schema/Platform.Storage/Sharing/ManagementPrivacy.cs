using System.Globalization;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Patrons;
using Platform.Model.Privacy;
using Platform.Model.Reporting;
using Platform.Model.Sharing;

namespace Platform.Storage.Sharing;

/// <summary>A sum, and whether its library is among those that were asked for; parts that were not grouped by are 0.</summary>
/// <param name="Library">The library.</param>
/// <param name="Type">Register of the copies.</param>
/// <param name="Reader">Category of the readers.</param>
/// <param name="Month">Year and month, 202610.</param>
/// <param name="Value">The sum.</param>
/// <param name="IsAsked">Whether its library was asked for.</param>
/// <param name="Part">The part of the calendar, see <see cref="CalendarPart"/>; 0 for a state.</param>
internal sealed record ManagementCell(long Library, int Type, int Reader, int Month, long Value, bool IsAsked, int Part)
{
    /// <summary>Whether something about pupils was left out of it.</summary>
    public bool IsPartial { get; init; }

    public ManagementFigure ToFigure() => new(
        Library == 0 ? null : Library,
        Type == 0 ? null : (ItemType)Type,
        Reader == 0 ? null : (PatronCategory)Reader,
        Month == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Month / 100:0000}-{Month % 100:00}"),
        Value,
        IsPartial);
}

/// <summary>
/// Leaves out of figures about pupils what a reader outside the school must not see. What is told is decided for each part of the calendar
/// by itself, the same whatever period is asked for; a period tells the sum of its told parts. So no period can be taken from another one
/// to find what is left out of both. A part that has not ended is not told: asked for day by day it would tell single loans.
/// </summary>
internal static class ManagementPrivacy
{
    /// <summary>The figures, grouped as was asked, that the caller may see.</summary>
    /// <param name="cells">Sums of every library that the caller reads reports of, parted as was asked, by library and by part of the calendar.</param>
    /// <param name="by">How the figures are asked for.</param>
    /// <param name="told">Whether a part of the calendar is told to readers outside the school: whether it has ended.</param>
    /// <param name="hasUntold">Whether the period has a part that is not told.</param>
    /// <param name="scope">Who asks; figures of libraries whose patrons it reads are its own.</param>
    /// <param name="threshold">The smallest figure about pupils of other libraries that is shown.</param>
    public static IEnumerable<ManagementCell> Shown(
        IReadOnlyList<ManagementCell> cells, IReadOnlyCollection<ManagementDimension> by, Predicate<int> told, bool hasUntold, Scope scope, int threshold)
    {
        var parts = cells.GroupBy(cell => cell.Part).Where(part => part.Any()).Select(part => new Part([.. part], by, told(part.Key), scope, threshold)).ToList();
        var isOwn = cells.Where(cell => cell.IsAsked).All(cell => scope.May(Permission.ReadPatrons, cell.Library));
        return parts
            .SelectMany(part => part.Shown())
            .GroupBy(cell => cell with { Value = 0, Part = 0 })
            .Select(figure => figure.Key with
            {
                Value = figure.Sum(cell => cell.Value),
                IsPartial = !IsOwn(figure.Key) && (hasUntold || parts.Exists(part => !part.Tells(figure.Key))),
            });

        bool IsOwn(ManagementCell figure) => figure.Library == 0 ? isOwn : scope.May(Permission.ReadPatrons, figure.Library);
    }

    private static List<string?> Key(ManagementCell cell, IReadOnlyCollection<ManagementDimension> by) =>
    [
        // The library first: 0 is the sum over all of them.
        Name(cell.Library),
        .. by.Contains(ManagementDimension.ItemType) ? (string?[])[Name(cell.Type) ?? ""] : [],
        .. by.Contains(ManagementDimension.Reader) ? (string?[])[Name(cell.Reader) ?? ""] : [],
        .. by.Contains(ManagementDimension.Month) ? (string?[])[Name(cell.Month) ?? ""] : [],
    ];

    private static string? Name(long value) => value == 0 ? null : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is told of one part of the calendar.</summary>
    private sealed class Part
    {
        private readonly IReadOnlyList<ManagementCell> _asked;
        private readonly IReadOnlyCollection<ManagementDimension> _by;
        private readonly Scope _scope;
        private readonly bool _isTold;
        private readonly SmallCounts _counts;
        private readonly IReadOnlyList<long> _askedOthers;
        private readonly bool _isWhole;

        public Part(IReadOnlyList<ManagementCell> cells, IReadOnlyCollection<ManagementDimension> by, bool isTold, Scope scope, int threshold)
        {
            (_by, _isTold, _scope) = (by, isTold, scope);
            var others = cells.Where(cell => !scope.May(Permission.ReadPatrons, cell.Library)).ToList();
            var libraries = others.Select(cell => cell.Library).Distinct().ToList();
            _counts = SmallCounts.Of([.. others.Select(cell => new CountCell([.. Key(cell, by).Select(name => name ?? "")], cell.Value, cell.Reader is 0 or (int)PatronCategory.Pupil))], threshold);
            _asked = [.. cells.Where(cell => cell.IsAsked)];
            _askedOthers = [.. _asked.Select(cell => cell.Library).Distinct().Intersect(libraries)];
            _isWhole = _askedOthers.Count == libraries.Count;
        }

        public IEnumerable<ManagementCell> Shown() => _by.Contains(ManagementDimension.Library)
            ? _asked.Where(cell => _scope.May(Permission.ReadPatrons, cell.Library) || Tells(cell))
            : _asked.GroupBy(cell => cell with { Library = 0, Value = 0 }).Where(group => Tells(group.Key)).Select(group => group.Key with { Value = group.Sum(cell => cell.Value) });

        /// <summary>Whether a figure is told of this part; one of 0, too.</summary>
        public bool Tells(ManagementCell figure) => _askedOthers.Count == 0 || (_isTold && (figure.Library != 0 || _isWhole
            ? _counts.IsShown(Key(figure, _by))
            // The sum over some libraries is told where each of them is: it says nothing that they do not say.
            : _askedOthers.All(library => _counts.IsShown(Key(figure with { Library = library }, _by)))));
    }
}
