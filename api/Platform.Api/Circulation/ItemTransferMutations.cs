using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Text;
using Platform.Storage.Circulation;

namespace Platform.Api.Circulation;

/// <summary>
/// Prepares a transfer of copies to another library for good, by a decision (chuyển giao, điều chuyển). Nothing moves before the other library accepts.
/// Refused, with one error for each copy, when a copy is on loan, kept for a reader, in a rotation or an inter-library loan, counted by an open
/// stock-taking, listed by an open weeding or another transfer, lost, withdrawn, listed twice, or none of the library's.
/// </summary>
[Requires(Permission.EditCatalogue)]
internal sealed class PrepareItemTransfer(LibraryDb db, TimeProvider clock) : IMutation<PrepareItemTransferInput, PrepareItemTransferPayload>
{
    private const int LongestDecision = 50;
    private const int LongestReason = 500;

    public async Task<PrepareItemTransferPayload> RunAsync(PrepareItemTransferInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.EditCatalogue, input.LibraryId.Key) is { Count: > 0 } denied)
            return new PrepareItemTransferPayload { Errors = denied };
        var (decision, reason) = (VietnameseText.Clean(input.DecisionNumber), VietnameseText.Clean(input.Reason));
        if (Fault(input, decision, reason) is { } fault)
            return new PrepareItemTransferPayload { Errors = [fault] };
        if (input.ToLibraryId.Key == input.LibraryId.Key || !await db.Libraries.AnyAsync(l => l.Id == input.ToLibraryId.Key, cancellationToken))
            return new PrepareItemTransferPayload { Errors = [NotFound.At("toLibraryId")] };
        var request = new TransferRequest
        {
            LibraryId = input.LibraryId.Key,
            ToLibraryId = input.ToLibraryId.Key,
            DecisionNumber = decision,
            DecidedOn = input.DecidedOn,
            Reason = reason,
            Numbers = [.. input.Barcodes.Select(barcode => barcode.Trim())],
        };
        return ItemTransferPayload.Of<PrepareItemTransferPayload>(await ItemTransfers.PrepareAsync(db, request, clock.Today(), cancellationToken));
    }

    private InvalidInput? Fault(PrepareItemTransferInput input, string decision, string reason)
    {
        if (decision.Length is 0 or > LongestDecision)
            return new InvalidInput("decisionNumber", $"Số quyết định có từ 1 đến {LongestDecision} ký tự.", $"The number of a decision has 1 to {LongestDecision} characters.");
        if (reason.Length is 0 or > LongestReason)
            return new InvalidInput("reason", $"Lý do có từ 1 đến {LongestReason} ký tự.", $"The reason has 1 to {LongestReason} characters.");
        if (input.DecidedOn > clock.Today())
            return new InvalidInput("decidedOn", "Ngày quyết định không được sau hôm nay.", "The day of the decision lies in the future.");
        return input.Barcodes.Count is 0 or > ItemTransferPolicy.MostCopies
            ? new InvalidInput("barcodes", $"Mỗi phiếu có từ 1 đến {ItemTransferPolicy.MostCopies} bản.", $"A transfer has 1 to {ItemTransferPolicy.MostCopies} copies.")
            : null;
    }
}

/// <summary>
/// Takes the copies of a transfer over, all or none: today they leave the giver's register under the decision's number, and enter the receiver's with
/// the next numbers of its own. What stands in the way of a copy by now refuses the whole.
/// </summary>
[Requires(Permission.EditCatalogue)]
internal sealed class AcceptItemTransfer(LibraryDb db, TimeProvider clock) : IMutation<ItemTransferInput, AcceptItemTransferPayload>
{
    public async Task<AcceptItemTransferPayload> RunAsync(ItemTransferInput input, CancellationToken cancellationToken)
    {
        var libraryId = await db.ItemTransfers.Where(t => t.Id == input.TransferId.Key).Select(t => (long?)t.ToLibraryId).FirstOrDefaultAsync(cancellationToken);
        if (libraryId is not { } library)
            return new AcceptItemTransferPayload { Errors = [NotFound.At("transferId")] };
        if (db.Scope.Denied(Permission.EditCatalogue, library) is { Count: > 0 } denied)
            return new AcceptItemTransferPayload { Errors = denied };
        return ItemTransferPayload.Of<AcceptItemTransferPayload>(await ItemTransfers.AcceptAsync(db, library, input.TransferId.Key, clock.Today(), cancellationToken));
    }
}

/// <summary>Refuses a transfer, for a reason that the giver reads: nothing moves.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class RefuseItemTransfer(LibraryDb db, TimeProvider clock) : IMutation<RefuseItemTransferInput, RefuseItemTransferPayload>
{
    private const int LongestReason = 500;

    public async Task<RefuseItemTransferPayload> RunAsync(RefuseItemTransferInput input, CancellationToken cancellationToken)
    {
        var libraryId = await db.ItemTransfers.Where(t => t.Id == input.TransferId.Key).Select(t => (long?)t.ToLibraryId).FirstOrDefaultAsync(cancellationToken);
        if (libraryId is not { } library)
            return new RefuseItemTransferPayload { Errors = [NotFound.At("transferId")] };
        if (db.Scope.Denied(Permission.EditCatalogue, library) is { Count: > 0 } denied)
            return new RefuseItemTransferPayload { Errors = denied };
        if (VietnameseText.Clean(input.Reason) is not { Length: > 0 and <= LongestReason } reason)
            return new RefuseItemTransferPayload { Errors = [new InvalidInput("reason", $"Lý do có từ 1 đến {LongestReason} ký tự.", $"The reason has 1 to {LongestReason} characters.")] };
        return ItemTransferPayload.Of<RefuseItemTransferPayload>(await ItemTransfers.EndAsync(db, library, input.TransferId.Key, reason, clock.Today(), cancellationToken));
    }
}

/// <summary>Takes a transfer back before it is answered: nothing moves.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class CancelItemTransfer(LibraryDb db, TimeProvider clock) : IMutation<ItemTransferInput, CancelItemTransferPayload>
{
    public async Task<CancelItemTransferPayload> RunAsync(ItemTransferInput input, CancellationToken cancellationToken)
    {
        var libraryId = await db.ItemTransfers.Where(t => t.Id == input.TransferId.Key).Select(t => (long?)t.LibraryId).FirstOrDefaultAsync(cancellationToken);
        if (libraryId is not { } library)
            return new CancelItemTransferPayload { Errors = [NotFound.At("transferId")] };
        if (db.Scope.Denied(Permission.EditCatalogue, library) is { Count: > 0 } denied)
            return new CancelItemTransferPayload { Errors = denied };
        return ItemTransferPayload.Of<CancelItemTransferPayload>(await ItemTransfers.EndAsync(db, library, input.TransferId.Key, null, clock.Today(), cancellationToken));
    }
}

/// <summary>A transfer to prepare.</summary>
internal sealed record PrepareItemTransferInput : MutationInput
{
    /// <summary>The library that gives.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The library that receives.</summary>
    public required Ref<Library> ToLibraryId { get; init; }

    /// <summary>Number of the decision (số quyết định), 1 to 50 characters.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>Day of the decision, today at the latest.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Why the copies move, 1 to 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The copies, 1 to 500: registration numbers, or school code, colon, registration number.</summary>
    public required IReadOnlyList<string> Barcodes { get; init; }
}

/// <summary>A transfer.</summary>
internal sealed record ItemTransferInput : MutationInput
{
    /// <summary>The transfer.</summary>
    public required Ref<ItemTransfer> TransferId { get; init; }
}

/// <summary>A transfer that is refused.</summary>
internal sealed record RefuseItemTransferInput : MutationInput
{
    /// <summary>The transfer.</summary>
    public required Ref<ItemTransfer> TransferId { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>The prepared transfer.</summary>
internal sealed record PrepareItemTransferPayload : ItemTransferPayload;

/// <summary>The accepted transfer; its lines name the new copies.</summary>
internal sealed record AcceptItemTransferPayload : ItemTransferPayload;

/// <summary>The refused transfer.</summary>
internal sealed record RefuseItemTransferPayload : ItemTransferPayload;

/// <summary>The cancelled transfer.</summary>
internal sealed record CancelItemTransferPayload : ItemTransferPayload;

/// <summary>A transfer.</summary>
[FailsWith(typeof(DeskRefused))]
internal abstract record ItemTransferPayload : Payload
{
    /// <summary>The transfer.</summary>
    public Ref<ItemTransfer>? Transfer { get; init; }

    public static TPayload Of<TPayload>(DeskResult<ItemTransfer>? result)
        where TPayload : ItemTransferPayload, new() => result switch
        {
            null => new TPayload { Errors = [NotFound.At("transferId")] },
            { Done: { } transfer } => new TPayload { Transfer = transfer.Id },
            _ => new TPayload { Errors = DeskRefused.Of(result.Refusals) },
        };
}
