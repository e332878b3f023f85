using Platform.Model.Catalogue;

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
}
