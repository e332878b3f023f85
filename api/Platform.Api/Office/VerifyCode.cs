using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Api.Office;

/// <summary>
/// Tells whoever holds a printed report whether its code is that of a frozen report, and of which version. Open to everyone: it shows
/// what the paper shows in its head, no figures.
/// </summary>
public sealed record VerifyCode
{
    private const int CodeLength = 64;

    /// <summary>What was asked for; null when nothing was.</summary>
    public string? Code { get; private init; }

    /// <summary>The snapshot with its report; null when no report has the code.</summary>
    public ReportSnapshot? Snapshot { get; private init; }

    /// <summary>What was frozen; null when there is none or the stored bytes were changed.</summary>
    public OpenSnapshot? Report { get; private init; }

    public static async Task<RazorComponentResult> ShowAsync(LibraryDbFactory databases, string? code, CancellationToken cancellationToken) =>
        new RazorComponentResult<VerifyPage>(new Dictionary<string, object?> { [nameof(VerifyPage.Result)] = await FindAsync(databases, code?.Trim(), cancellationToken) });

    private static async Task<VerifyCode> FindAsync(LibraryDbFactory databases, string? code, CancellationToken cancellationToken)
    {
        if (code is not { Length: CodeLength })
            return new VerifyCode { Code = string.IsNullOrEmpty(code) ? null : code };
        var wanted = code.ToLowerInvariant();
        await using var db = databases.For(Scope.System);
        var snapshot = await db.ReportSnapshots.AsNoTracking().Include(s => s.Run).ThenInclude(r => r.Library).FirstOrDefaultAsync(s => s.Hash == wanted, cancellationToken);
        return new VerifyCode { Code = code, Snapshot = snapshot, Report = snapshot is null ? null : Open(snapshot) };
    }

    private static OpenSnapshot? Open(ReportSnapshot snapshot)
    {
        try
        {
            return SnapshotStore.Open(snapshot);
        }
        catch (SnapshotDamagedException)
        {
            return null; // the page says so
        }
    }
}
