using Platform.Model.Catalogue;

namespace Platform.Reporting.Snapshots;

/// <summary>Words of the forms for values of dimensions.</summary>
internal static class Wordings
{
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
