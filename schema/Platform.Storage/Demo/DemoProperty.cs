using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Reporting.Exchange;

namespace Platform.Storage.Demo;

/// <summary>Rooms, furniture and devices of a demo school's library, more of them where there are more classes.</summary>
internal static class DemoProperty
{
    private const int SquareMetresPerClass = 3;
    private const int SmallestArea = 46;
    private static readonly DateOnly Opened = new(2021, 9, 5);
    private static readonly DateOnly Renewed = new(2024, 10, 15);

    public static IEnumerable<LibraryAsset> Assets(long libraryId, int classes) =>
    [
        Asset(libraryId, "Giá sách hai mặt", AssetKind.Furniture, "chiếc", 4 + classes / 2, 3_200_000, FundingSource.Budget, Opened),
        Asset(libraryId, "Bàn đọc 6 chỗ", AssetKind.Furniture, "chiếc", 4 + classes / 3, 1_850_000, FundingSource.Budget, Opened, AssetCondition.Worn),
        Asset(libraryId, "Ghế đọc", AssetKind.Furniture, "chiếc", 24 + classes * 2, 320_000, FundingSource.Budget, Opened, AssetCondition.Worn),
        Asset(libraryId, "Tủ thiết bị có khóa", AssetKind.Furniture, "chiếc", 1, 4_100_000, FundingSource.Allotment, Renewed),
        Asset(libraryId, "Máy tính để bàn", AssetKind.Computer, "bộ", 2, 11_500_000, FundingSource.Budget, Renewed),
        Asset(libraryId, "Máy quét mã vạch", AssetKind.Equipment, "chiếc", 1, 1_600_000, FundingSource.OtherFunds, Renewed),
        Asset(libraryId, "Máy in nhãn", AssetKind.Equipment, "chiếc", 1, null, FundingSource.Donation, Renewed),
    ];

    public static IEnumerable<FacilityFact> Rooms(long libraryId, int classes, DateOnly today) =>
    [
        new()
        {
            LibraryId = libraryId,
            Period = ReportPeriod.LastBefore(PeriodKind.YearOpening, today).Code,
            Criterion = "Phòng thư viện",
            Scale = BuildingScale.Durability,
            Required = 1,
            UpperRooms = 1,
            UpperArea = SmallestArea + classes * SquareMetresPerClass,
        },
    ];

    private static LibraryAsset Asset(
        long libraryId, string name, AssetKind kind, string unit, int quantity, long? price, FundingSource funding, DateOnly on, AssetCondition condition = AssetCondition.Good) => new()
        {
            LibraryId = libraryId,
            Name = name,
            Kind = kind,
            Unit = unit,
            Quantity = quantity,
            AcquiredOn = on,
            Funding = funding,
            Cost = price * quantity,
            Condition = condition,
        };
}
