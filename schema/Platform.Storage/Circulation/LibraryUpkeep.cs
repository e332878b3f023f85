using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage.Patrons;

namespace Platform.Storage.Circulation;

/// <summary>
/// What every library needs each night: kept copies that were not fetched go to the next reader, and long finished loans forget their
/// readers. Each step may be run again at any time; what fails in one library does not stop the others.
/// </summary>
public sealed partial class LibraryUpkeep(LibraryDbFactory databases, IOptions<PrivacyOptions> privacy, TimeProvider clock, ILogger<LibraryUpkeep> log) : IUpkeep
{
    /// <inheritdoc/>
    public string Name => "libraries";

    /// <summary>Tends every library.</summary>
    /// <returns>How many holds were ended and loans forgotten.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var libraryId in await LibrariesAsync(cancellationToken))
        {
            try
            {
                done += await TendAsync(libraryId, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFailed(libraryId, fault);
            }
        }
        return done;
    }

    private async Task<int> TendAsync(long libraryId, CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        var now = clock.GetUtcNow();
        var expired = await Holding.ExpireAsync(db, libraryId, now, cancellationToken);
        db.ChangeTracker.Clear();
        var forgotten = await LinkForgetting.RunAsync(db, libraryId, privacy.Value.MonthsLinked, SchoolTime.DayOf(now), cancellationToken);
        return expired.Count + forgotten.Loans;
    }

    private async Task<List<long>> LibrariesAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.For(Scope.System);
        return await db.Libraries.OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Library {LibraryId} could not be tended; the next night tries again.")]
    private partial void LogFailed(long libraryId, Exception fault);
}
