using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Repository;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Metrics;

/// <summary>E-resources as facts, on the day on which the library contributed them to its group; units are resources, the value their size in KB.</summary>
internal static class ContributionFacts
{
    private const long Kilobyte = 1024;
    private static readonly FactSource Contributions = new("e-resource-contributions", nameof(EResource), [Dimension.Counted]);

    /// <summary>E-resources contributed in the period and not withdrawn in it.</summary>
    public static FactScan Scan { get; } = new([Contributions], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (!books.Ask(Contributions, out var book))
            return;
        var resources = await query.Db.EResources.AsNoTracking()
            .Where(r => r.LibraryId == query.LibraryId && r.ContributedOn >= query.Period.FirstOn && r.ContributedOn <= query.Period.LastOn)
            .Where(r => r.WithdrawnOn == null || r.WithdrawnOn > query.Period.LastOn)
            .Select(r => new
            {
                Resource = r,
                Files = r.Versions.Where(v => v.Number == r.PublishedVersion).SelectMany(v => v.Files).Select(f => new { f.Content.Format, f.Content.Size }).ToList(),
                Evidence = r.Steps.Where(s => s.Evidence != EvidenceKind.None).OrderByDescending(s => s.Id).Select(s => new Evidence(s.Evidence, s.MinutesNumber, s.EvidenceOn, s.ClassName)).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        foreach (var row in resources)
        {
            var texts = TextsOf(row.Resource, row.Evidence, string.Join(", ", row.Files.Select(f => f.Format.ToString().ToUpperInvariant()).Distinct()));
            var key = string.Create(CultureInfo.InvariantCulture, $"HL-{row.Resource.Id}");
            var size = (row.Files.Sum(f => f.Size) + Kilobyte - 1) / Kilobyte;
            book.Add(
                default(DimensionValues).With(Dimension.Counted, (byte)(row.Resource.CountsAsElearning ? 1 : 2)),
                new Fact(row.Resource.Id, row.Resource.ContributedOn!.Value, 1, size, new ListedSubject(key, ShortLabel.Of(row.Resource.Title), texts))); // filtered
        }
    }

    private static Dictionary<RowText, string> TextsOf(EResource resource, Evidence? evidence, string formats) => new()
    {
        [RowText.ItemKind] = EResourceWording.Kind(resource.Kind),
        [RowText.SchoolSubject] = resource.Subject ?? "",
        [RowText.Grades] = resource.GradeFrom is not { } from ? "" : resource.GradeTo == from || resource.GradeTo is null
            ? from.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{from}–{resource.GradeTo}"),
        [RowText.Author] = resource.Author,
        [RowText.Evidence] = evidence?.InWords() ?? "Chưa có",
        [RowText.FileFormat] = formats,
        [RowText.Level] = EResourceWording.Level(resource.Level),
        [RowText.Licence] = EResourceWording.Licence(resource.Licence),
    };

    private sealed record Evidence(EvidenceKind Kind, string? MinutesNumber, DateOnly? On, string? ClassName)
    {
        public string InWords()
        {
            var day = On is { } on ? $" ngày {VietnameseFormat.Day(on)}" : "";
            return Kind is EvidenceKind.Minutes ? $"Tổ bộ môn thẩm định, biên bản số {MinutesNumber}{day}" : $"Đã giảng dạy lớp {ClassName}{day}";
        }
    }
}
