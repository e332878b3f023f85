using System.Globalization;
using GraphQL;
using Platform.Api.GraphQL.Mutations;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Sharing;

namespace Platform.Api.Sharing;

/// <summary>A rotation plan cannot be made, changed or taken further.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record RotationRefused(RotationRefusal Reason, string Vietnamese, string English)
    : MutationError(Reason.ToString().ToConstantCase(), Vietnamese, English)
{
    public static RotationRefused Of(RotationOutcome outcome)
    {
        var reason = outcome.Refusal ?? throw new ArgumentException("An outcome that was not refused.", nameof(outcome));
        var count = outcome.Count.ToString(CultureInfo.InvariantCulture);
        var (vietnamese, english) = reason switch
        {
            RotationRefusal.PlanExists => ("Nhóm còn một kế hoạch luân chuyển chưa kết thúc.", "The group has a rotation plan that is not closed."),
            RotationRefusal.NotADraft => ("Kế hoạch không còn là bản nháp.", "The plan is not a draft any more."),
            RotationRefusal.NotRunning => ("Kế hoạch chưa được duyệt hoặc đã kết thúc.", "The plan is not approved, or closed."),
            RotationRefusal.StillMoving => ($"Còn {count} bản chưa về hoặc chưa quyết toán.", $"{count} items are neither home nor accounted for."),
            RotationRefusal.NothingToMove => ("Kế hoạch không có bản nào để luân chuyển.", "The plan moves nothing."),
            RotationRefusal.NotTwoMembers => ("Bên giao và bên nhận phải là hai thư viện thành viên.", "Sender and receiver must be two members."),
            RotationRefusal.ReceiverHoldsIt => ("Thư viện nhận đã có nhan đề này.", "The receiver holds the title."),
            RotationRefusal.TooFewCopies => ("Thư viện chủ không đủ số bản rỗi của nhan đề này.", "The owner has too few free copies of the title."),
            RotationRefusal.OwnerAtMinimum => ("Thư viện chủ sẽ xuống dưới mức tối thiểu.", "The owner would fall below its minimum stock."),
            RotationRefusal.NoRoom => ("Kho của thư viện nhận không còn chỗ.", "The receiver's shelves are full."),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), reason, null),
        };
        return new RotationRefused(reason, vietnamese, english);
    }
}
