using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Exchange;

namespace Platform.Reporting.Tests;

/// <summary>What the sample school has besides its books: 10 pieces in three lines, and a room of 54,5 m² that it declared for the opening of the year.</summary>
internal static class SampleProperty
{
    public static async Task FillAsync(ReportingFixture fixture)
    {
        var library = fixture.Library.Id;
        await fixture.Database.HasAsync(Asset(library, "Giá sách hai mặt", AssetKind.Furniture, 6, 19_200_000));
        await fixture.Database.HasAsync(Asset(library, "Máy tính để bàn", AssetKind.Computer, 3, 34_500_000));
        var gone = Asset(library, "Máy in kim", AssetKind.Equipment, 1, 2_000_000);
        gone.RemovedOn = new DateOnly(2026, 9, 1);
        await fixture.Database.HasAsync(gone);
        var given = Asset(library, "Máy quét mã vạch", AssetKind.Equipment, 1, null);
        (given.Funding, given.Condition) = (FundingSource.Donation, AssetCondition.Worn);
        await fixture.Database.HasAsync(given);
        await fixture.Database.HasAsync(Room(library, "2026-2027-DN", "Phòng thư viện", BuildingScale.Durability, 54.5));
        await fixture.Database.HasAsync(Room(library, "2026-2027-DN", "Phòng thư viện", BuildingScale.Grade, 54.5));
        await fixture.Database.HasAsync(Room(library, "2025-2026-DN", "Phòng thư viện", BuildingScale.Durability, 30));
        await fixture.Database.HasAsync(Room(library, "2026-2027-DN", "Phòng học", BuildingScale.Durability, 480));
    }

    public static LibraryAsset Asset(long library, string name, AssetKind kind, int quantity, long? cost) => new()
    {
        LibraryId = library,
        Name = name,
        Kind = kind,
        Unit = "chiếc",
        Quantity = quantity,
        AcquiredOn = new DateOnly(2024, 10, 15),
        Funding = FundingSource.Budget,
        Cost = cost,
        Condition = AssetCondition.Good,
    };

    private static FacilityFact Room(long library, string period, string criterion, BuildingScale scale, double area) => new()
    {
        LibraryId = library,
        Period = period,
        Criterion = criterion,
        Scale = scale,
        UpperRooms = 1,
        UpperArea = area,
    };
}
