using System.Globalization;

namespace Platform.Model.Sharing.InterLibrary;

/// <summary>An owner that could lend.</summary>
/// <param name="LibraryId">The library.</param>
/// <param name="FreeCopies">Copies on its shelf.</param>
/// <param name="LentThisSemester">Inter-library loans it gave in the semester so far.</param>
/// <param name="Kilometres">How far away it is; null when unknown.</param>
public sealed record LenderCandidate(long LibraryId, int FreeCopies, int LentThisSemester, double? Kilometres);

/// <summary>By what owners are asked first; the group chooses the order.</summary>
public enum LenderCriterion : byte
{
    /// <summary>The one with most free copies.</summary>
    MostCopies = 1,

    /// <summary>The one that has lent least in this semester.</summary>
    LeastLent = 2,

    /// <summary>The nearest one; one whose distance is unknown comes last.</summary>
    Nearest = 3,
}

/// <summary>Puts owners in the order in which they are asked, and says why.</summary>
public static class LenderOrder
{
    private const char Separator = ',';

    /// <summary>The order of a group that chose none: the burden is shared, then copies, then the way.</summary>
    public static IReadOnlyList<LenderCriterion> Usual { get; } = [LenderCriterion.LeastLent, LenderCriterion.MostCopies, LenderCriterion.Nearest];

    /// <summary>An order as it is stored.</summary>
    public static string Write(IEnumerable<LenderCriterion> criteria) => string.Join(Separator, criteria);

    /// <summary>A stored order; the usual one when there is none.</summary>
    public static IReadOnlyList<LenderCriterion> Read(string? stored) =>
        stored is null ? Usual : [.. stored.Split(Separator).Select(code => Enum.Parse<LenderCriterion>(code))];

    /// <summary>The owners that have a free copy, first the one to be asked first; equal ones by key.</summary>
    public static IReadOnlyList<LenderCandidate> Of(IEnumerable<LenderCandidate> candidates, IReadOnlyList<LenderCriterion> criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var order = candidates.Where(c => c.FreeCopies > 0).Order(Comparer<LenderCandidate>.Create((a, b) => Compare(a, b, criteria)));
        return [.. order];
    }

    /// <summary>Why an owner stands where it stands, in Vietnamese.</summary>
    public static string ReasonOf(LenderCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var way = candidate.Kilometres is { } km ? string.Create(CultureInfo.InvariantCulture, $"; cách {km:F1} km") : "";
        return string.Create(CultureInfo.InvariantCulture, $"Đã cho mượn {candidate.LentThisSemester} lượt trong học kỳ; còn {candidate.FreeCopies} bản{way}.");
    }

    private static int Compare(LenderCandidate a, LenderCandidate b, IReadOnlyList<LenderCriterion> criteria)
    {
        foreach (var criterion in criteria)
            if (Compare(a, b, criterion) is var order and not 0)
                return order;
        return a.LibraryId.CompareTo(b.LibraryId);
    }

    private static int Compare(LenderCandidate a, LenderCandidate b, LenderCriterion criterion) => criterion switch
    {
        LenderCriterion.MostCopies => b.FreeCopies.CompareTo(a.FreeCopies),
        LenderCriterion.LeastLent => a.LentThisSemester.CompareTo(b.LentThisSemester),
        LenderCriterion.Nearest => (a.Kilometres ?? double.MaxValue).CompareTo(b.Kilometres ?? double.MaxValue),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, null),
    };
}
