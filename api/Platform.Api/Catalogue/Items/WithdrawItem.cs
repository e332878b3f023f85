using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Text;

namespace Platform.Api.Catalogue.Items;

/// <summary>
/// Writes a single lost copy off by a decision (xuất kho do mất). It stays in the register, and its number is not given again. Any other copy
/// leaves by a weeding: TT 02/2020 wants a list, a decision, its publication, and a tenth of the stock at most; lost copies are not weeded.
/// </summary>
[Requires(Permission.EditCatalogue)]
internal sealed class WithdrawItem(LibraryDb db, TimeProvider clock) : IMutation<WithdrawItemInput, WithdrawItemPayload>
{
    private const int LongestDecision = 50;

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
        if (item.Status is not ItemStatus.Lost)
            return No(ItemNotWithdrawn.NotLost(item.RegistrationNumber));
        if (VietnameseText.Clean(input.DecisionNumber) is { Length: 0 or > LongestDecision })
            return No(new InvalidInput("decisionNumber", $"Số quyết định có từ 1 đến {LongestDecision} ký tự.", $"The number of a decision has 1 to {LongestDecision} characters."));
        var on = input.WithdrawnOn ?? clock.Today();
        if (on < item.AcquiredOn || on > clock.Today())
            return No(new InvalidInput("withdrawnOn", "Ngày xuất kho phải từ ngày vào sổ đến hôm nay.", "The day lies between the day of entry and today."));

        (item.Status, item.WithdrawnOn, item.WithdrawalDecision) = (ItemStatus.Withdrawn, on, VietnameseText.Clean(input.DecisionNumber));
        item.WithdrawalReason = WithdrawalReason.Lost;
        await db.SaveChangesAsync(cancellationToken);
        return new WithdrawItemPayload { Item = item.Id };
    }

    private static WithdrawItemPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>The lost copy that is written off.</summary>
internal sealed record WithdrawItemInput : MutationInput
{
    /// <summary>The copy.</summary>
    public required Ref<Item> ItemId { get; init; }

    /// <summary>The version of the copy that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Number of the decision or of the minutes that the head of the school approved (số quyết định, số biên bản xuất), 1 to 50 characters.</summary>
    public required string DecisionNumber { get; init; }

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
/// <param name="Reason">ALREADY_WITHDRAWN; ITEM_IN_USE: it is on loan or kept for a reader; WEEDING_NEEDED: it is not lost.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record ItemNotWithdrawn(string Reason, string Vietnamese, string English) : MutationError(Reason, Vietnamese, English)
{
    public static ItemNotWithdrawn Already(string number) => new("ALREADY_WITHDRAWN", $"Bản '{number}' đã được thanh lọc.", $"Copy '{number}' is withdrawn already.");

    public static ItemNotWithdrawn NotLost(string number) => new(
        "WEEDING_NEEDED",
        $"Bản '{number}' chưa được báo mất: bản còn trong kho chỉ rời kho theo đợt thanh lọc (TT 02/2020/TT-BVHTTDL).",
        $"Copy '{number}' is not reported lost: what is in the stock leaves it by a weeding only (TT 02/2020/TT-BVHTTDL).");

    public static ItemNotWithdrawn InUse(string number) =>
        new("ITEM_IN_USE", $"Bản '{number}' đang cho mượn hoặc được giữ cho bạn đọc.", $"Copy '{number}' is on loan or kept for a reader.");
}
