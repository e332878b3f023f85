using Platform.Model.Catalogue;

namespace Platform.Model.Libraries;

/// <summary>Furniture or a device of the library: a line of its register of assets (sổ tài sản). Closed in place when it leaves the library.</summary>
public sealed class LibraryAsset : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>What it is, for example <c>Bàn đọc 6 chỗ</c>.</summary>
    public required string Name { get; set; }

    /// <summary>What kind of thing it is.</summary>
    public required AssetKind Kind { get; set; }

    /// <summary>By what it is counted (đơn vị tính), for example <c>chiếc</c>.</summary>
    public required string Unit { get; set; }

    /// <summary>How many, more than 0.</summary>
    public required int Quantity { get; set; }

    /// <summary>The day on which it came to the library.</summary>
    public required DateOnly AcquiredOn { get; set; }

    /// <summary>Where it or the money for it came from.</summary>
    public required FundingSource Funding { get; set; }

    /// <summary>What all of them cost, in whole đồng; null when it is not recorded.</summary>
    public long? Cost { get; set; }

    /// <summary>The state it is in.</summary>
    public required AssetCondition Condition { get; set; }

    /// <summary>The day on which it left the library; null while it is there.</summary>
    public DateOnly? RemovedOn { get; set; }

    /// <summary>The library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Takes some of the pieces out into a line of their own, with their share of the cost, whole đồng; the rest of it stays here.</summary>
    /// <param name="some">How many, fewer than there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">None, or all of them or more.</exception>
    public LibraryAsset TakeOut(int some)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(some, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(some, Quantity);
        var share = Cost is { } cost ? (long)((decimal)cost * some / Quantity) : (long?)null;
        (Quantity, Cost) = (Quantity - some, Cost - share);
        return new LibraryAsset { LibraryId = LibraryId, Name = Name, Kind = Kind, Unit = Unit, Quantity = some, AcquiredOn = AcquiredOn, Funding = Funding, Cost = share, Condition = Condition };
    }
}

/// <summary>Kind of an asset of a library (TT 16/2022: cơ sở vật chất, thiết bị chuyên dùng).</summary>
public enum AssetKind : byte
{
    /// <summary>Shelves, tables, chairs, cupboards (nội thất).</summary>
    Furniture = 1,

    /// <summary>A device that serves the library alone: scanner, printer of labels (thiết bị chuyên dùng).</summary>
    Equipment = 2,

    /// <summary>A computer or tablet (máy tính, máy tính bảng).</summary>
    Computer = 3,

    /// <summary>Anything else.</summary>
    Other = 4,
}

/// <summary>The state in which an asset is.</summary>
public enum AssetCondition : byte
{
    /// <summary>In use (sử dụng tốt).</summary>
    Good = 1,

    /// <summary>In use, worn (đã cũ).</summary>
    Worn = 2,

    /// <summary>Broken (hỏng).</summary>
    Broken = 3,
}
