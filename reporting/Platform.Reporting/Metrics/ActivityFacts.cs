using Microsoft.EntityFrameworkCore;
using Platform.Model.Circulation;

namespace Platform.Reporting.Metrics;

/// <summary>Library activities as facts; units are activities, the value is the number of participants.</summary>
internal static class ActivityFacts
{
    /// <summary>Activities held in the period.</summary>
    public static FactSource Activities { get; } = new("activities", nameof(LibraryActivity), [Dimension.Activity], ReadAsync);

    private static async Task<IReadOnlyList<Fact>> ReadAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var activities = await query.Db.Activities.AsNoTracking()
            .Where(a => a.LibraryId == query.LibraryId && a.HeldOn >= query.Period.FirstOn && a.HeldOn <= query.Period.LastOn)
            .OrderBy(a => a.HeldOn).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.HeldOn, a.Kind, a.Title, a.Audience, a.Participants })
            .ToListAsync(cancellationToken);
        return
        [
            .. activities.Select(a => new Fact(
                a.Id, a.HeldOn, 1, a.Participants ?? 0,
                default(DimensionValues).With(Dimension.Activity, (byte)a.Kind),
                new FactSubject(null, a.Audience is null ? a.Title : $"{a.Title} ({a.Audience})"))),
        ];
    }
}
