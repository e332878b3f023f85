using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>An operation that a desk did while it had no connection.</summary>
public sealed record OfflineOperation
{
    /// <summary>Its number on the device, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>What was done.</summary>
    public required DeskOperationKind Kind { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>The patron's card number, as scanned; null where none is needed.</summary>
    public string? CardNumber { get; init; }

    /// <summary>The stock-taking of a scan; null otherwise.</summary>
    public long? StockTakingId { get; init; }

    /// <summary>When it was done, by the clock of the device; a time to come is taken as now.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>What became of an offline operation.</summary>
/// <param name="Sequence">Its number on the device.</param>
/// <param name="Settlement">How it was settled; null when it must be sent again after those before it.</param>
/// <param name="Refusal">Why it is a conflict; null otherwise.</param>
/// <param name="LoanId">The loan it made, closed or changed; null when there is none.</param>
public sealed record OfflineResult(long Sequence, DeskSettlement? Settlement, RefusalCode? Refusal, long? LoanId);

/// <summary>
/// Takes in what offline desks did. Each operation is one transaction with its line in the log: a message that is lost, repeated or
/// overtaken by another changes nothing but when it is settled.
/// </summary>
public static class OfflineDesk
{
    /// <summary>Settles the operations of one device in the order of their numbers; gives a result for each, in the order given.</summary>
    public static async Task<IReadOnlyList<OfflineResult>> SyncAsync(
        LibraryDb db, long libraryId, string device, IReadOnlyList<OfflineOperation> operations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(operations);
        var results = new Dictionary<long, OfflineResult>();
        foreach (var operation in operations.DistinctBy(o => o.Sequence).OrderBy(o => o.Sequence))
        {
            var happened = operation with { OccurredAt = operation.OccurredAt > now ? now : operation.OccurredAt };
            results[operation.Sequence] = await SettleAsync(db, new Message(libraryId, device, happened, now), cancellationToken);
            db.ChangeTracker.Clear();
        }
        return [.. operations.Select(operation => results[operation.Sequence])];
    }

    private static async Task<OfflineResult> SettleAsync(LibraryDb db, Message message, CancellationToken cancellationToken)
    {
        var operation = message.Operation;
        await using var work = await DeskTransaction.BeginAsync(db, message.LibraryId, cancellationToken);
        await work.LockAsync(db.ItemsOf(message.LibraryId, operation.RegistrationNumber), cancellationToken);
        var log = db.DeskOperations.Where(o => o.LibraryId == message.LibraryId && o.Device == message.Device);
        var last = await log.MaxAsync(o => (long?)o.Sequence, cancellationToken) ?? 0;
        switch (OfflinePolicy.Check(operation.Sequence, last))
        {
            case SequenceCheck.TooEarly:
                return new OfflineResult(operation.Sequence, null, null, null);
            case SequenceCheck.Repeated:
                return Result(await log.FirstAsync(o => o.Sequence == operation.Sequence, cancellationToken));
            default:
                var settled = await new OfflineSettling(db, message).RunAsync(cancellationToken);
                db.DeskOperations.Add(settled);
                await work.SaveAsync(cancellationToken);
                return Result(settled);
        }
    }

    private static OfflineResult Result(DeskOperation logged) => new(logged.Sequence, logged.Settlement, logged.Refusal, logged.LoanId);

    internal sealed record Message(long LibraryId, string Device, OfflineOperation Operation, DateTimeOffset ReceivedAt);
}
