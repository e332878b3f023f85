using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Reporting.Submissions;

/// <summary>Answers whether the code on a paper is that of a report that was closed here.</summary>
public sealed class ReportVerifier(LibraryDbFactory databases)
{
    private const int HashLength = 64;

    /// <summary>Looks the code up and proves the stored report, every byte of it and of the versions that it corrects.</summary>
    /// <param name="code">The code as printed or scanned: the last 64 hexadecimal digits count, blanks do not.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ReportVerification> VerifyAsync(string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (HashOf(code) is not { } hash)
            return new ReportVerification { Verdict = ReportVerdict.Unreadable };
        await using var db = databases.For(Scope.System);
        var found = await db.ReportSnapshots.AsNoTracking().Where(s => s.Hash == hash).OrderByDescending(s => s.Number)
            .Select(s => new
            {
                s.RunId,
                s.Number,
                s.FrozenAt,
                s.Run.DefinitionCode,
                s.Run.Period,
                s.Run.State,
                s.Run.CurrentSnapshot,
                School = s.Run.Library.Name,
                CurrentHash = s.Run.Snapshots.Where(c => c.Number == s.Run.CurrentSnapshot).Select(c => c.Hash).First(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return new ReportVerification { Verdict = ReportVerdict.Unknown };
        var faults = await SnapshotChain.FaultsOfAsync(db, found.RunId, found.Number, cancellationToken);
        return new ReportVerification
        {
            Verdict = faults.Count > 0 ? ReportVerdict.Damaged : found.Number == found.CurrentSnapshot ? ReportVerdict.Holds : ReportVerdict.Superseded,
            Report = found.DefinitionCode,
            School = found.School,
            Period = found.Period,
            Snapshot = found.Number,
            ClosedAt = found.FrozenAt,
            State = found.State,
            CurrentHash = found.CurrentHash,
            Faults = [.. faults.Select(f => f.ToString())],
        };
    }

    private static string? HashOf(string code)
    {
        var digits = string.Concat(code.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return digits.Length >= HashLength && digits[^HashLength..].All(char.IsAsciiHexDigitLower) ? digits[^HashLength..] : null;
    }
}

/// <summary>What is known of the report with a code.</summary>
public sealed record ReportVerification
{
    /// <summary>The answer.</summary>
    public required ReportVerdict Verdict { get; init; }

    /// <summary>Code of the form, for example R-03.</summary>
    public string? Report { get; init; }

    /// <summary>Name of the school that reported.</summary>
    public string? School { get; init; }

    /// <summary>Code of the period.</summary>
    public string? Period { get; init; }

    /// <summary>Number of the version: 1, then one more for each correction.</summary>
    public int? Snapshot { get; init; }

    /// <summary>When this version was frozen.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Where the report stands on its way.</summary>
    public SubmissionState? State { get; init; }

    /// <summary>Code of the version that holds now.</summary>
    public string? CurrentHash { get; init; }

    /// <summary>What of the stored report, or of a version that it corrects, is not as it was frozen; shows no figures. Empty when it is whole.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>Whether a report's code holds.</summary>
public enum ReportVerdict : byte
{
    /// <summary>The report was closed here, is whole, and is the version that holds.</summary>
    Holds = 1,

    /// <summary>The report was closed here and is whole, but a correction replaced it.</summary>
    Superseded = 2,

    /// <summary>The report was closed here, but what is stored of it or of a version that it corrects is not what was frozen.</summary>
    Damaged = 3,

    /// <summary>No report with this code was closed here.</summary>
    Unknown = 4,

    /// <summary>The text holds no code.</summary>
    Unreadable = 5,
}
