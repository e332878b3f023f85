namespace Platform.Model.Repository;

/// <summary>Refusals of access as sentences.</summary>
public static class AccessWording
{
    /// <summary>The sentence in both languages.</summary>
    public static (string Vietnamese, string English) Of(AccessRefusal refusal) => refusal switch
    {
        AccessRefusal.NotVisible => ("Không có học liệu này.", "There is no such resource."),
        AccessRefusal.TeachersOnly => ("Học liệu này chỉ dành cho giáo viên.", "This resource is for teachers."),
        AccessRefusal.SearchOnly => ("Học liệu này chỉ được tra cứu (NĐ 93/2020, Điều 26).", "This resource can be found, not opened."),
        AccessRefusal.ReadOnlineOnly => ("Học liệu này chỉ được đọc trực tuyến.", "This resource can be read online, not downloaded."),
        AccessRefusal.NotPaid => ("Thư viện của bạn chưa trả phí cho học liệu này.", "Your library has not paid for this resource."),
        AccessRefusal.OnSaleDigitally => ("Tác phẩm đã có bản điện tử trên thị trường nên không chia sẻ giữa các thư viện.", "The work is on sale in digital form and is not shared between libraries."),
        AccessRefusal.CopiesAreNotDownloaded => ("Tác phẩm còn bản quyền: chỉ đọc trực tuyến theo lượt.", "The work is under copyright: it is read online, in turn."),
        AccessRefusal.AllCopiesAreRead => ("Mọi bản của tác phẩm đang có người đọc; hãy thử lại sau.", "All copies of the work are being read; try again later."),
        AccessRefusal.NotReadableOnline => ("Định dạng này không xem được trực tuyến.", "This format cannot be shown online."),
        AccessRefusal.NoThumbnail => ("Không có ảnh thu nhỏ của tệp này.", "There is no thumbnail of this file."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
