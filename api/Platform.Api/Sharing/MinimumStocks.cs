using Platform.Model.Libraries;
using Platform.Reporting.Standards;

namespace Platform.Api.Sharing;

/// <summary>Copies for each pupil that a school keeps, by its level: the first criterion of TT 16/2022 at level 1.</summary>
internal static class MinimumStocks
{
    private const string Criterion = "1.1.1";

    /// <summary>What holds on the day. A level without a figure of its own is held to the highest of the others.</summary>
    public static IReadOnlyDictionary<SchoolLevel, int> On(DateOnly day)
    {
        var known = Enum.GetValues<SchoolLevel>().ToDictionary(level => level, level => Of(level, day));
        var highest = known.Values.Max() ?? 0;
        return known.ToDictionary(pair => pair.Key, pair => pair.Value ?? highest);
    }

    private static int? Of(SchoolLevel level, DateOnly day) =>
        StandardCatalogue.Criteria.FirstOrDefault(c => c.Code == Criterion && c.Binds(level, day))?.Threshold is { } threshold ? (int)Math.Ceiling(threshold) : null;
}
