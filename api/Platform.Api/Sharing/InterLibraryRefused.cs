using GraphQL;
using Platform.Api.GraphQL.Mutations;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Api.Sharing;

/// <summary>The inter-library loan cannot take the step.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record InterLibraryRefused(InterLibraryRefusal Reason, string Vietnamese, string English)
    : MutationError(Reason.ToString().ToConstantCase(), Vietnamese, English)
{
    public static InterLibraryRefused Of(InterLibraryRefusal reason)
    {
        var (vietnamese, english) = reason switch
        {
            InterLibraryRefusal.WrongState => ("Bước này không tiếp theo trạng thái của lượt mượn liên thư viện.", "The step does not follow the state of the loan."),
            InterLibraryRefusal.OtherLibrary => ("Bước này thuộc về thư viện bên kia.", "The step belongs to the other library."),
            InterLibraryRefusal.NotAsked => ("Thư viện này hiện không được hỏi mượn.", "The library is not the one that is asked now."),
            InterLibraryRefusal.CopyNotAvailable => ("Bản sách không thuộc thư viện, không đúng nhan đề, không còn trong kho hoặc đang cho mượn.", "The copy is not the library's, not of this publication, not in stock or on loan."),
            InterLibraryRefusal.DueInThePast => ("Hạn trả ở trước hôm nay.", "The last day of the loan lies before today."),
            InterLibraryRefusal.NobodyHolds => ("Không thư viện nào khác trong nhóm còn bản để cho mượn.", "No other member of the group has a copy to lend."),
            InterLibraryRefusal.NotAMember => ("Hôm nay thư viện không thuộc nhóm liên thông nào.", "The library is in no group today."),
            InterLibraryRefusal.TypeNotLent => ("Thư viện không cho thư viện khác mượn loại tài liệu này.", "The owner does not lend copies of this register to other libraries."),
            InterLibraryRefusal.TooLong => ("Thời hạn mượn dài hơn mức thư viện cho mượn.", "The loan would be longer than the owner lends."),
            InterLibraryRefusal.NotLendingNow => ("Thư viện không cho mượn liên thư viện trong những ngày này.", "The owner lends nothing to other libraries on these days."),
            InterLibraryRefusal.TooManyOut => ("Thư viện đã cho mượn liên thư viện đủ số bản tối đa.", "The owner has as many copies with other libraries as it lends at one time."),
            InterLibraryRefusal.NobodyLends => ("Các thư viện còn bản đều chưa cho mượn theo điều kiện của mình.", "Members hold free copies, but the conditions of all of them exclude the loan today."),
            InterLibraryRefusal.OnLoan => ("Bạn đọc đang giữ bản này: hãy nhận trả hoặc báo mất tại quầy trước.", "A reader has the copy: take it back or report it lost at the desk first."),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
        return new InterLibraryRefused(reason, vietnamese, english);
    }
}
