using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Sharing;
using Platform.Model.Sharing.Rotation;

namespace Platform.Storage.Sharing;

/// <summary>Items of a rotation that a library has in its hands and does something with.</summary>
public sealed record ScanRequest
{
    /// <summary>The plan.</summary>
    public required long PlanId { get; init; }

    /// <summary>The library that acts.</summary>
    public required long LibraryId { get; init; }

    /// <summary>What it does.</summary>
    public required MoveAction Action { get; init; }

    /// <summary>The barcodes: registration numbers, or school code, colon, registration number.</summary>
    public required IReadOnlyList<string> Barcodes { get; init; }

    /// <summary>How loss or damage is made good; needed to settle.</summary>
    public string? Settlement { get; init; }

    /// <summary>What is paid for each item, in whole đồng; null when nothing is.</summary>
    public long? Amount { get; init; }
}

/// <summary>What became of one barcode.</summary>
/// <param name="Barcode">The barcode as scanned.</param>
/// <param name="State">Where the item is now; null when nothing was done.</param>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
public sealed record ScannedItem(string Barcode, MoveState? State, MoveRefusal? Refusal);

/// <summary>Takes items of a rotation one step further as they are scanned: load, decide each, save once.</summary>
public static class RotationScans
{
    /// <summary>Does what was asked with each item that may take the step, and says of the others why not.</summary>
    /// <param name="db">The database as the library sees it.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="request">What is done with which items.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyList<ScannedItem>> TakeAsync(LibraryDb db, RotationPlan plan, ScanRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(request);
        var moves = await MovesAsync(db, request, cancellationToken);
        var items = moves.ConvertAll(m => m.ItemId);
        // A loan of the other library is hidden from the caller and must count all the same.
        var lent = await db.Loans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(l => l.ReturnedAt == null && items.Contains(l.ItemId)).Select(l => l.ItemId).ToHashSetAsync(cancellationToken);
        var results = request.Barcodes.Select(code => Take(plan, moves, lent, request, code, today)).ToList();
        await db.SaveChangesAsync(cancellationToken);
        return results;
    }

    private static Task<List<RotationMove>> MovesAsync(LibraryDb db, ScanRequest request, CancellationToken cancellationToken)
    {
        var numbers = request.Barcodes.Select(code => ItemBarcode.Parse(code).Number).Concat(request.Barcodes).Distinct().ToList();
        return db.RotationMoves
            .Include(m => m.Item)
            .Include(m => m.Owner)
            .Where(m => m.PlanId == request.PlanId && (m.OwnerId == request.LibraryId || m.ReceiverId == request.LibraryId) && numbers.Contains(m.Item.RegistrationNumber))
            .ToListAsync(cancellationToken);
    }

    private static ScannedItem Take(RotationPlan plan, List<RotationMove> moves, HashSet<long> lent, ScanRequest request, string code, DateOnly today)
    {
        var candidates = moves.FindAll(m => ItemBarcode.Matches(code, m.Owner.Code, m.Item.RegistrationNumber));
        if (candidates.Count == 0)
            return new ScannedItem(code, null, MoveRefusal.NotInPlan);
        if (request.Action is MoveAction.Settle && string.IsNullOrWhiteSpace(request.Settlement))
            return new ScannedItem(code, null, MoveRefusal.NoSettlement);
        var decisions = candidates.ConvertAll(m => (Move: m, Decision: Movement.Decide(plan.State, m, request.Action, request.LibraryId, lent.Contains(m.ItemId))));
        var possible = decisions.FindAll(d => d.Decision.Next is not null);
        if (possible.Count > 1)
            return new ScannedItem(code, null, MoveRefusal.SeveralItems);
        if (possible.Count == 0)
            return new ScannedItem(code, null, decisions[0].Decision.Refusal);
        var (move, decision) = possible[0];
        Write(move, decision.Next!.Value, request, today); // possible: it has a next state
        return new ScannedItem(code, move.State, null);
    }

    private static void Write(RotationMove move, MoveState next, ScanRequest request, DateOnly today)
    {
        var wasLost = move.State is MoveState.Lost;
        move.State = next;
        if (Movement.IsAccountedFor(next))
            move.ClosedOn = today;
        switch (request.Action)
        {
            case MoveAction.Send:
                move.SentOn = today;
                break;
            case MoveAction.Receive:
                move.ArrivedOn = today;
                break;
            case MoveAction.SendBack:
                move.SentBackOn = today;
                break;
            case MoveAction.ReceiveBack when wasLost && move.Item.Status is ItemStatus.Lost:
                move.Item.Status = ItemStatus.InStock;
                break;
            case MoveAction.ReportLost:
                move.Item.Status = ItemStatus.Lost;
                break;
            case MoveAction.ReportDamaged:
                move.Item.Status = ItemStatus.Damaged;
                break;
            case MoveAction.Settle:
                (move.Settlement, move.SettledAmount) = (request.Settlement, request.Amount);
                break;
            case MoveAction.ReceiveBack or MoveAction.Cancel:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(request), request.Action, null);
        }
    }
}
