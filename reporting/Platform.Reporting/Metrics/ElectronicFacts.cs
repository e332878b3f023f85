using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Repository;

namespace Platform.Reporting.Metrics;

/// <summary>E-resources that the library offers, and their use by its readers, as facts. A use names nobody.</summary>
internal static class ElectronicFacts
{
    private static readonly FactSource Uses = new("e-resource-uses", nameof(EResourceUse), [Dimension.Access]);
    private static readonly FactSource Held = new("e-resources-closing", nameof(EResource), [Dimension.Counted]);

    /// <summary>Uses in the period, and what is offered at its end.</summary>
    public static FactScan Scan { get; } = new([Uses, Held], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        var (first, last) = (query.Period.FirstOn, query.Period.LastOn);
        if (books.Ask(Uses, out var uses))
        {
            var read = await query.Db.EResourceUses.AsNoTracking()
                .Where(u => u.LibraryId == query.LibraryId && u.UsedOn >= first && u.UsedOn <= last)
                .Select(u => new { u.Id, u.UsedOn, u.Kind, u.ResourceId, u.Resource.Title })
                .ToListAsync(cancellationToken);
            foreach (var use in read)
                uses.Add(default(DimensionValues).With(Dimension.Access, (byte)use.Kind), new Fact(use.Id, use.UsedOn, 1, 0, SubjectOf(use.ResourceId, use.Title)));
        }
        if (!books.Ask(Held, out var held))
            return;
        var resources = await query.Db.EResources.AsNoTracking()
            .Where(r => r.LibraryId == query.LibraryId && r.ContributedOn <= last && (r.WithdrawnOn == null || r.WithdrawnOn > last))
            .Select(r => new { r.Id, r.ContributedOn, r.Title, r.CountsAsElearning })
            .ToListAsync(cancellationToken);
        foreach (var resource in resources)
            held.Add(
                default(DimensionValues).With(Dimension.Counted, (byte)(resource.CountsAsElearning ? 1 : 2)),
                new Fact(resource.Id, resource.ContributedOn!.Value, 1, 0, SubjectOf(resource.Id, resource.Title))); // filtered
    }

    private static FactSubject SubjectOf(long id, string title) => new(string.Create(CultureInfo.InvariantCulture, $"HL-{id}"), ShortLabel.Of(title));
}
