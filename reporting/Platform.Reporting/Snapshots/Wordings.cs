using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Repository;

namespace Platform.Reporting.Snapshots;

/// <summary>Words of the forms for values of dimensions.</summary>
internal static class Wordings
{
    /// <summary>Why a copy left the stock (TT 02/2020 Đ.28 asks for "đã thanh lọc").</summary>
    public static string Leaving(ItemStatus status) => status switch
    {
        ItemStatus.Lost => "Mất",
        ItemStatus.Damaged => "Hư hỏng",
        ItemStatus.Withdrawn => "Đã thanh lọc",
        _ => "Xuất",
    };

    /// <summary>The family of an activity (TT 16/2022 Đ.8, 13, 18).</summary>
    public static string Activity(byte value) => (ActivityKind)value switch
    {
        ActivityKind.Introduction => "Giới thiệu, hướng dẫn sử dụng thư viện",
        ActivityKind.ReadingPromotion => "Phát triển thói quen đọc",
        ActivityKind.LearningSupport => "Hỗ trợ học tập, kết nối",
        ActivityKind.TeacherSupport => "Phát triển chuyên môn giáo viên",
        ActivityKind.InterLibrary => "Liên thông thư viện",
        _ => "Khác",
    };

    /// <summary>The source of a copy, as registers write it.</summary>
    public static string Funding(byte value) => (FundingSource)value switch
    {
        FundingSource.Budget => "Mua (ngân sách)",
        FundingSource.OtherFunds => "Mua (kinh phí khác)",
        FundingSource.Donation => "Tặng",
        FundingSource.Allotment => "Cấp",
        FundingSource.Transfer => "Luân chuyển",
        _ => "Không rõ",
    };

    /// <summary>The register of a copy, as lists write it.</summary>
    public static string ItemType(ItemType type) => type switch
    {
        Model.Catalogue.ItemType.Textbook => "Sách giáo khoa",
        Model.Catalogue.ItemType.TeacherBook => "Sách nghiệp vụ",
        Model.Catalogue.ItemType.ReferenceBook => "Sách tham khảo",
        Model.Catalogue.ItemType.ChildrensBook => "Sách thiếu nhi",
        Model.Catalogue.ItemType.Periodical => "Báo, tạp chí",
        _ => "Khác",
    };

    /// <summary>The state of an asset.</summary>
    public static string Condition(AssetCondition condition) => condition switch
    {
        AssetCondition.Good => "Sử dụng tốt",
        AssetCondition.Worn => "Đã cũ",
        _ => "Hỏng",
    };

    /// <summary>The kind of an e-resource.</summary>
    public static string EResourceKind(EResourceKind kind) => kind switch
    {
        Model.Repository.EResourceKind.ELesson => "Bài giảng điện tử",
        Model.Repository.EResourceKind.LessonPlan => "Kế hoạch bài dạy",
        Model.Repository.EResourceKind.EBook => "Sách điện tử",
        Model.Repository.EResourceKind.Audio => "Âm thanh",
        Model.Repository.EResourceKind.Video => "Video",
        Model.Repository.EResourceKind.Image => "Tranh, ảnh, bản đồ",
        _ => "Khác",
    };

    /// <summary>The level at which an e-resource is shared (NĐ 93/2020 Đ.26.2 a to d).</summary>
    public static string SharingLevel(SharingLevel level) => level switch
    {
        Model.Repository.SharingLevel.SearchOnly => "a) Tra cứu",
        Model.Repository.SharingLevel.ReadOnline => "b) Đọc trực tuyến",
        Model.Repository.SharingLevel.Download => "c) Tải về",
        Model.Repository.SharingLevel.Paid => "d) Có thu phí",
        _ => "",
    };

    /// <summary>The licence of an e-resource.</summary>
    public static string Licence(Licence licence) => licence switch
    {
        Model.Repository.Licence.GroupSchools => "Trong các trường của nhóm",
        Model.Repository.Licence.CcBy => "CC BY 4.0",
        Model.Repository.Licence.CcBySa => "CC BY-SA 4.0",
        Model.Repository.Licence.CcByNc => "CC BY-NC 4.0",
        Model.Repository.Licence.PublicDomain => "Phạm vi công cộng",
        _ => "Bảo lưu quyền",
    };
}
