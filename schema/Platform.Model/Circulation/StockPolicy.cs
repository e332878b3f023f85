using Platform.Model.Catalogue;

namespace Platform.Model.Circulation;

/// <summary>Compares a scan with the register.</summary>
public static class StockPolicy
{
    /// <summary>What a scanned number says.</summary>
    /// <param name="status">The copy's state in the register; null when there is no such copy.</param>
    /// <param name="type">The copy's register.</param>
    /// <param name="isOnLoan">Whether it has an open loan.</param>
    /// <param name="counted">The register that is counted; null for all.</param>
    public static StockFinding Scanned(ItemStatus? status, ItemType? type, bool isOnLoan, ItemType? counted) => status switch
    {
        null => StockFinding.Unknown,
        ItemStatus.Withdrawn => StockFinding.PresentThoughWithdrawn,
        ItemStatus.Lost => StockFinding.PresentThoughLost,
        _ when isOnLoan => StockFinding.PresentThoughOnLoan,
        _ when counted is not null && counted != type => StockFinding.OtherRegister,
        _ => StockFinding.Present,
    };
}
