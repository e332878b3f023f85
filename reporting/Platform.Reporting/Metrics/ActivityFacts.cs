using Microsoft.EntityFrameworkCore;
using Platform.Model.Circulation;

namespace Platform.Reporting.Metrics;

/// <summary>Library activities as facts; units are activities, the value is the number of participants.</summary>
internal static class ActivityFacts
{
    private static readonly FactSource Activities = new("activities", nameof(LibraryActivity), [Dimension.Activity]);

    /// <summary>Activities held in the period.</summary>
    public static FactScan Scan { get; } = new([Activities], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (!books.Ask(Activities, out var book))
            return;
        var activities = await query.Db.Activities.AsNoTracking()
            .Where(a => a.LibraryId == query.LibraryId && a.HeldOn >= query.Period.FirstOn && a.HeldOn <= query.Period.LastOn)
            .Select(a => new { a.Id, a.HeldOn, a.Kind, a.Title, a.Audience, a.Participants })
            .ToListAsync(cancellationToken);
        foreach (var a in activities)
        {
            var subject = new FactSubject(null, a.Audience is null ? a.Title : $"{a.Title} ({a.Audience})");
            book.Add(default(DimensionValues).With(Dimension.Activity, (byte)a.Kind), new Fact(a.Id, a.HeldOn, 1, a.Participants ?? 0, subject));
        }
    }
}
