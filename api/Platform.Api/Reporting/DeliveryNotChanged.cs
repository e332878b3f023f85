using Platform.Api.GraphQL.Mutations;
using Platform.Model.Reporting.Delivery;

namespace Platform.Api.Reporting;

/// <summary>The delivery does not stand where this can be done to it.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record DeliveryNotChanged(DeliveryRefusalCode Reason, string Vietnamese, string English) : MutationError("DELIVERY_NOT_CHANGED", Vietnamese, English)
{
    /// <summary>The error that a refusal answers.</summary>
    public static MutationError ErrorOf(DeliveryRefusal refusal) => refusal.Code switch
    {
        DeliveryRefusalCode.DeliveryUnknown => NotFound.At("deliveryId"),
        DeliveryRefusalCode.Stale => StaleVersion.Now,
        DeliveryRefusalCode.NotAwaitingAnswer => Of(refusal, "Lượt gửi này không chờ ghi nhận kết quả."),
        DeliveryRefusalCode.NotStopped => Of(refusal, "Chỉ gửi lại lượt gửi đã bị từ chối hoặc đã dừng."),
        DeliveryRefusalCode.Superseded => Of(refusal, "Bản đính chính đã thay thế lượt gửi này."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Code, "Unknown refusal."),
    };

    private static DeliveryNotChanged Of(DeliveryRefusal refusal, string vietnamese) => new(refusal.Code, vietnamese, refusal.Message);
}
