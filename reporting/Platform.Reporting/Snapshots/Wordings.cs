using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;

namespace Platform.Reporting.Snapshots;

/// <summary>Words of the forms for values of dimensions.</summary>
internal static class Wordings
{
    /// <summary>Why a copy left the stock (TT 02/2020 Đ.28 asks for "đã thanh lọc").</summary>
    public static string Leaving(ItemStatus status, WithdrawalReason? reason) => status switch
    {
        ItemStatus.Withdrawn when reason is WithdrawalReason.Transferred => "Chuyển giao",
        ItemStatus.Withdrawn when reason is WithdrawalReason.Lost => "Mất",
        ItemStatus.Lost => "Mất",
        ItemStatus.Damaged => "Hư hỏng",
        ItemStatus.Withdrawn => "Đã thanh lọc",
        _ => "Xuất",
    };

    /// <summary>What became of a copy that left the stock (hình thức xử lý); empty where nothing was recorded.</summary>
    public static string Handling(WithdrawalReason? reason, WeedingHandling? handling) => handling switch
    {
        WeedingHandling.Destroyed => "Tiêu hủy",
        WeedingHandling.GivenAway => "Chuyển giao, tặng",
        WeedingHandling.Sold => "Bán thanh lý",
        WeedingHandling.WrittenOff => "Xóa sổ",
        WeedingHandling.Exchanged => "Trao đổi",
        WeedingHandling.Recycled => "Tái chế",
        _ => reason is WithdrawalReason.Transferred ? "Chuyển giao cho thư viện khác" : reason is WithdrawalReason.Lost ? "Xóa sổ" : "",
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
}
