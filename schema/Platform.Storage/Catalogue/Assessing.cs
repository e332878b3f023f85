using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue.Checks;
using Platform.Model.Catalogue.Control;

namespace Platform.Storage.Catalogue;

/// <summary>Looks at a library's records by every rule of cataloguing and says how good they are.</summary>
public static class Assessing
{
    private const int MostRecords = 50_000;
    private const int ChunkSize = 1000;

    /// <summary>The assessment of the library's newest records, to be saved.</summary>
    public static async Task<QualityAssessment> AssessAsync(LibraryDb db, long libraryId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (records, points, errors, warnings) = (0, 0L, 0, 0);
        var rules = new Dictionary<CatalogueRule, int>();
        var last = long.MaxValue;
        while (records < MostRecords && await ChunkAsync(db, libraryId, last, cancellationToken) is { Count: > 0 } chunk)
        {
            foreach (var content in chunk)
            {
                var problems = RecordCheck.Of(content.ToMarc());
                points += RecordCheck.Score(problems);
                errors += problems.Any(p => p.Severity is ProblemSeverity.Error) ? 1 : 0;
                warnings += problems.Any(p => p.Severity is ProblemSeverity.Warning) ? 1 : 0;
                foreach (var rule in problems.Select(p => p.Rule).Distinct())
                    rules[rule] = rules.GetValueOrDefault(rule) + 1;
            }
            (records, last) = (records + chunk.Count, chunk[^1].RecordId);
        }
        return new QualityAssessment
        {
            LibraryId = libraryId,
            AssessedAt = at,
            Records = records,
            Score = records == 0 ? 0 : Math.Round((double)points / records, 1),
            WithErrors = errors,
            WithWarnings = warnings,
            Counts = [.. rules.Select(r => new QualityCount { Rule = r.Key, Records = r.Value })],
        };
    }

    private static Task<List<Model.Catalogue.RecordContent>> ChunkAsync(LibraryDb db, long libraryId, long before, CancellationToken cancellationToken) => db.Records
        .Where(r => r.LibraryId == libraryId && r.Id < before).OrderByDescending(r => r.Id).Select(r => r.Content).AsNoTracking()
        .Where(c => c.Bytes != Array.Empty<byte>()).Take(ChunkSize).ToListAsync(cancellationToken);
}
