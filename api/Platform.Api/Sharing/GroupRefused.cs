using System.Globalization;
using GraphQL;
using Platform.Api.GraphQL.Mutations;
using Platform.Model.Sharing;

namespace Platform.Api.Sharing;

/// <summary>The rules of a group stand against the change.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record GroupRefused(GroupRefusal Reason, string Vietnamese, string English)
    : MutationError(Reason.ToString().ToConstantCase(), Vietnamese, English)
{
    /// <summary>The refusal, naming the day that stands in the way.</summary>
    public static GroupRefused Of(GroupRefusal reason, DateOnly? on) =>
        Of(reason, on?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "", on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>The refusal for items that are on their way.</summary>
    public static GroupRefused OfMoving(int items)
    {
        var count = items.ToString(CultureInfo.InvariantCulture);
        return Of(GroupRefusal.StillMoving, count, count);
    }

    private static GroupRefused Of(GroupRefusal reason, string vn, string en)
    {
        var (vietnamese, english) = reason switch
        {
            GroupRefusal.OutsideAgreement => ($"Ngày {vn} nằm ngoài thời hạn của biên bản liên thông.", $"{en} lies outside the days of the agreement."),
            GroupRefusal.AlreadyMember => ($"Thư viện đã là thành viên vào ngày {vn}.", $"The library is a member on {en} already."),
            GroupRefusal.NotAMember => ($"Thư viện không là thành viên vào ngày {vn}.", $"The library is no member on {en}."),
            GroupRefusal.HubStays => ("Đầu mối phải bàn giao cho thư viện khác trước khi rời nhóm.", "The hub hands over to another member before it leaves."),
            GroupRefusal.BeforeJoining => ($"Ngày {vn} ở trước ngày tham gia.", $"{en} lies before the day of joining."),
            GroupRefusal.StillMoving => ($"Còn {vn} tài liệu đang luân chuyển hoặc mượn liên thư viện: hãy trả hoặc quyết toán hết.", $"{en} items are still on their way in a rotation or between libraries: bring them home or settle them."),
            GroupRefusal.AlreadyHub => ("Thư viện đã là đầu mối.", "The library is the hub already."),
            GroupRefusal.LaterArticle => ($"Điều này đã có lời văn áp dụng sau ngày {vn}.", $"The article has a wording that holds from a day after {en}."),
            GroupRefusal.EndsBeforeItBegins => ($"Ngày {vn} ở trước ngày bắt đầu.", $"{en} lies before the first day."),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
        return new GroupRefused(reason, vietnamese, english);
    }
}
