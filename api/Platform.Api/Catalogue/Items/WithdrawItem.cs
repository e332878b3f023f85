using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;

namespace Platform.Api.Catalogue.Items;

/// <summary>Takes a copy out of the stock by a decision (thanh lọc). It stays in the register, and its number is not given again.</summary>
[Requires(Permission.EditCatalogue)]
internal sealed class WithdrawItem(LibraryDb db, TimeProvider clock) : IMutation<WithdrawItemInput, WithdrawItemPayload>
{
    public async Task<WithdrawItemPayload> RunAsync(WithdrawItemInput input, CancellationToken cancellationToken)
    {
        if (await db.Items.SingleOrDefaultAsync(i => i.Id == input.ItemId.Key, cancellationToken) is not { } item)
            return No(NotFound.At("itemId"));
        if (!db.Scope.May(Permission.EditCatalogue, item.LibraryId))
            return No(NotPermitted.ForLibrary);
        if (item.Version != input.Version)
            return No(StaleVersion.Now);
        if (item.Status is ItemStatus.Withdrawn)
            return No(ItemNotWithdrawn.Already(item.RegistrationNumber));
        var isLent = await db.Loans.IgnoreQueryFilters([LibraryDb.ScopeFilter]).AnyAsync(l => l.ItemId == item.Id && l.ReturnedAt == null, cancellationToken);
        var isKept = await db.Holds.IgnoreQueryFilters([LibraryDb.ScopeFilter]).AnyAsync(h => h.ItemId == item.Id && h.ClosedAt == null, cancellationToken);
        if (isLent || isKept)
            return No(ItemNotWithdrawn.InUse(item.RegistrationNumber));
        var on = input.WithdrawnOn ?? clock.Today();
        if (on < item.AcquiredOn || on > clock.Today())
            return No(new InvalidInput("withdrawnOn", "Ngày thanh lọc phải từ ngày vào sổ đến hôm nay.", "The day lies between the day of entry and today."));

        (item.Status, item.WithdrawnOn) = (ItemStatus.Withdrawn, on);
        await db.SaveChangesAsync(cancellationToken);
        return new WithdrawItemPayload { Item = item.Id };
    }

    private static WithdrawItemPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The copy that leaves the stock.</summary>
internal sealed record WithdrawItemInput : MutationInput
{
    /// <summary>The copy.</summary>
    public required Ref<Item> ItemId { get; init; }

    /// <summary>The version of the copy that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Day of the withdrawal; today when nothing is said.</summary>
    public DateOnly? WithdrawnOn { get; init; }
}

/// <summary>The copy as it stands afterwards.</summary>
[FailsWith(typeof(ItemNotWithdrawn))]
internal sealed record WithdrawItemPayload : Payload
{
    /// <summary>The copy.</summary>
    public Ref<Item>? Item { get; init; }
}

/// <summary>The copy cannot be withdrawn.</summary>
/// <param name="Reason">ALREADY_WITHDRAWN, or ITEM_IN_USE: it is on loan or kept for a reader.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record ItemNotWithdrawn(string Reason, string Vietnamese, string English) : MutationError(Reason, Vietnamese, English)
{
    public static ItemNotWithdrawn Already(string number) => new("ALREADY_WITHDRAWN", $"Bản '{number}' đã được thanh lọc.", $"Copy '{number}' is withdrawn already.");

    public static ItemNotWithdrawn InUse(string number) =>
        new("ITEM_IN_USE", $"Bản '{number}' đang cho mượn hoặc được giữ cho bạn đọc.", $"Copy '{number}' is on loan or kept for a reader.");
}
