using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary>
/// Takes items of a rotation one step further as they are scanned: out, in, back, home; lost, damaged, settled, kept back. Each barcode has
/// its own result; one that cannot take the step does not hold up the others.
/// </summary>
[Requires(Permission.Circulate)]
internal sealed class ScanRotation(LibraryDb db, TimeProvider clock) : IMutation<ScanRotationInput, ScanRotationPayload>
{
    private const int MostBarcodes = 500;

    public async Task<ScanRotationPayload> RunAsync(ScanRotationInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.Circulate, input.LibraryId.Key))
            return No(NotPermitted.ForLibrary);
        if (input.Barcodes.Count is 0 or > MostBarcodes)
            return No(new InvalidInput("barcodes", "Mỗi lần quét từ 1 đến 500 bản.", "Scan 1 to 500 items at a time."));
        if (input.Settlement?.Length > Lengths.Line)
            return No(new InvalidInput("settlement", "Nội dung quyết toán dài đến 500 ký tự.", "A settlement is described in at most 500 characters."));
        if (input.Amount < 0)
            return No(new InvalidInput("amount", $"Số tiền {input.Amount} đồng không hợp lệ.", $"The amount of {input.Amount} đồng is below zero."));
        if (await db.RotationPlans.SingleOrDefaultAsync(p => p.Id == input.PlanId.Key, cancellationToken) is not { } plan)
            return No(NotFound.At("planId"));
        var request = new ScanRequest
        {
            PlanId = plan.Id,
            LibraryId = input.LibraryId.Key,
            Action = input.Action,
            Barcodes = input.Barcodes,
            Settlement = input.Settlement,
            Amount = input.Amount,
        };
        return new ScanRotationPayload { Results = await RotationScans.TakeAsync(db, plan, request, clock.Today(), cancellationToken) };
    }

    private static ScanRotationPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What is done with which items.</summary>
internal sealed record ScanRotationInput : MutationInput
{
    /// <summary>The plan.</summary>
    public required Ref<RotationPlan> PlanId { get; init; }

    /// <summary>The library that has the items in its hands.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>What it does.</summary>
    public required MoveAction Action { get; init; }

    /// <summary>The barcodes, 1 to 500: registration numbers, or as printed on the manifest: school code, colon, registration number.</summary>
    public required IReadOnlyList<string> Barcodes { get; init; }

    /// <summary>How loss or damage is made good, for SETTLE: replaced, paid, written off.</summary>
    public string? Settlement { get; init; }

    /// <summary>What is paid for each item, in whole đồng, for SETTLE.</summary>
    public long? Amount { get; init; }
}

/// <summary>What became of each barcode.</summary>
internal sealed record ScanRotationPayload : Payload
{
    /// <summary>A result for each barcode, in the order given; null when nothing was done.</summary>
    public IReadOnlyList<ScannedItem>? Results { get; init; }
}
