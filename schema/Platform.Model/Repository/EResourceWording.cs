namespace Platform.Model.Repository;

/// <summary>What an e-resource is and how it is shared, in the words of lists and records.</summary>
public static class EResourceWording
{
    /// <summary>Kind of an e-resource.</summary>
    public static string Kind(EResourceKind kind) => kind switch
    {
        EResourceKind.ELesson => "Bài giảng điện tử",
        EResourceKind.LessonPlan => "Kế hoạch bài dạy",
        EResourceKind.EBook => "Sách điện tử",
        EResourceKind.Audio => "Âm thanh",
        EResourceKind.Video => "Video",
        EResourceKind.Image => "Tranh, ảnh, bản đồ",
        EResourceKind.Other => "Khác",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The level at which an e-resource is shared (NĐ 93/2020 Đ.26.2 a to d).</summary>
    public static string Level(SharingLevel level) => level switch
    {
        SharingLevel.SearchOnly => "a) Tra cứu",
        SharingLevel.ReadOnline => "b) Đọc trực tuyến",
        SharingLevel.Download => "c) Tải về",
        SharingLevel.Paid => "d) Có thu phí",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    /// <summary>The licence of an e-resource.</summary>
    public static string Licence(Licence licence) => licence switch
    {
        Repository.Licence.GroupSchools => "Trong các trường của nhóm",
        Repository.Licence.CcBy => "CC BY 4.0",
        Repository.Licence.CcBySa => "CC BY-SA 4.0",
        Repository.Licence.CcByNc => "CC BY-NC 4.0",
        Repository.Licence.PublicDomain => "Phạm vi công cộng",
        Repository.Licence.Reserved => "Bảo lưu quyền",
        _ => throw new ArgumentOutOfRangeException(nameof(licence), licence, null),
    };

    /// <summary>Where a licence is published; null for those that are not.</summary>
    public static string? LicenceAddress(Licence licence) => licence switch
    {
        Repository.Licence.CcBy => "https://creativecommons.org/licenses/by/4.0/",
        Repository.Licence.CcBySa => "https://creativecommons.org/licenses/by-sa/4.0/",
        Repository.Licence.CcByNc => "https://creativecommons.org/licenses/by-nc/4.0/",
        Repository.Licence.PublicDomain => "https://creativecommons.org/publicdomain/mark/1.0/",
        _ => null,
    };
}
