using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;

namespace Platform.Api.Repository;

/// <summary>Records that a library has paid for an e-resource of level PAID: its readers may open it in those days. The library that offers it does so.</summary>
[Requires(Permission.EditRepository)]
internal sealed class RecordPaidAccess(LibraryDb db) : IMutation<RecordPaidAccessInput, RecordPaidAccessPayload>
{
    public async Task<RecordPaidAccessPayload> RunAsync(RecordPaidAccessInput input, CancellationToken cancellationToken)
    {
        if (await db.EResources.SingleOrDefaultAsync(r => r.Id == input.EResourceId.Key, cancellationToken) is not { } resource)
            return No(NotFound.At("eResourceId"));
        if (!db.Scope.May(Permission.EditRepository, resource.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (!await db.Libraries.AnyAsync(l => l.Id == input.PayerId.Key && l.Id != resource.LibraryId, cancellationToken))
            return No(NotFound.At("payerId"));
        if (resource.Level is not SharingLevel.Paid)
            return No(new InvalidInput("eResourceId", "Học liệu này không ở mức có thu phí.", "The e-resource is not of level PAID."));
        if (input.Amount < 0 || input.UntilOn < input.FromOn)
            return No(new InvalidInput("amount", "Số tiền không được âm, ngày cuối không ở trước ngày đầu.", "The amount must not be negative, nor the last day before the first."));
        if (await db.PaidAccesses.AnyAsync(p => p.ResourceId == resource.Id && p.PayerId == input.PayerId.Key && p.FromOn == input.FromOn, cancellationToken))
            return No(new InvalidInput("fromOn", "Đã ghi một lần thu phí từ ngày này.", "A payment from this day is recorded already."));

        db.PaidAccesses.Add(new PaidAccess
        {
            ResourceId = resource.Id,
            LibraryId = resource.LibraryId,
            PayerId = input.PayerId.Key,
            Amount = input.Amount,
            FromOn = input.FromOn,
            UntilOn = input.UntilOn,
        });
        await db.SaveChangesAsync(cancellationToken);
        return new RecordPaidAccessPayload { EResource = resource.Id };
    }

    private static RecordPaidAccessPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>Who paid, how much, and for which days.</summary>
internal sealed record RecordPaidAccessInput : MutationInput
{
    /// <summary>The e-resource.</summary>
    public required Ref<EResource> EResourceId { get; init; }

    /// <summary>The library that paid.</summary>
    public required Ref<Library> PayerId { get; init; }

    /// <summary>What was paid, in whole đồng.</summary>
    public required long Amount { get; init; }

    /// <summary>First day of access.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day of access; null for good.</summary>
    public DateOnly? UntilOn { get; init; }
}

/// <summary>The e-resource that was paid for.</summary>
internal sealed record RecordPaidAccessPayload : Payload
{
    /// <summary>The e-resource.</summary>
    public Ref<EResource>? EResource { get; init; }
}
