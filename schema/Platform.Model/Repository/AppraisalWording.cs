namespace Platform.Model.Repository;

/// <summary>Refused steps as sentences.</summary>
public static class AppraisalWording
{
    /// <summary>The sentence in both languages.</summary>
    public static (string Vietnamese, string English) Of(AppraisalRefusal refusal) => refusal switch
    {
        AppraisalRefusal.WrongState => ("Bước này không tiếp theo trạng thái hiện tại của học liệu.", "The step does not follow the state of the resource."),
        AppraisalRefusal.NoFile => ("Phiên bản mới nhất chưa có tệp.", "The newest version has no file."),
        AppraisalRefusal.NoReasons => ("Phải nêu lý do.", "Reasons must be given."),
        AppraisalRefusal.IncompleteMinutes => ("Biên bản thẩm định phải có số và ít nhất một thành viên.", "The minutes need a number and at least one member."),
        AppraisalRefusal.NoClass => ("Phải nêu lớp đã giảng dạy.", "The class that was taught must be named."),
        AppraisalRefusal.FutureEvidence => ("Ngày minh chứng ở sau hôm nay.", "The evidence is dated after today."),
        AppraisalRefusal.NoConsent => ("Tác giả chưa đồng ý chia sẻ bằng văn bản.", "The author has not agreed to sharing in writing."),
        AppraisalRefusal.NoCopiesHeld => ("Phải nêu số bản mà thư viện nắm giữ.", "The number of copies held must be given."),
        AppraisalRefusal.NotAMember => ("Hôm nay thư viện không thuộc nhóm liên thông nào.", "The library is in no group today."),
        AppraisalRefusal.OnSaleDigitally => ("Tác phẩm đã có bản điện tử trên thị trường: không được chia sẻ (Luật SHTT, Điều 25).", "The work is on sale in digital form: it may not be shared."),
        AppraisalRefusal.OwnLibraryOnly => ("Đối tượng chỉ là bạn đọc của thư viện này.", "Its audience is the own library only."),
        AppraisalRefusal.CopiesNotHeld => ("Số bản nắm giữ lớn hơn số bản còn trong kho của biểu ghi, và không nêu chứng từ.", "More copies are said to be held than the record has in stock, and no evidence is named."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
