using Platform.Api.GraphQL.Mutations;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Api.Libraries;

/// <summary>An asset and the day on which it came.</summary>
internal sealed record AddAssetInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>What it is, for example <c>Bàn đọc 6 chỗ</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required AssetKind Kind { get; init; }

    /// <summary>By what it is counted (đơn vị tính), for example <c>chiếc</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>How many, from 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>The day on which it came to the library, today at the latest.</summary>
    public required DateOnly AcquiredOn { get; init; }

    /// <summary>Where it or the money for it came from.</summary>
    public required FundingSource Funding { get; init; }

    /// <summary>What all of them cost, in whole đồng; null when it is not recorded.</summary>
    public long? Cost { get; init; }

    /// <summary>The state it is in; GOOD when nothing is said.</summary>
    public AssetCondition? Condition { get; init; }
}

/// <summary>What is to be corrected.</summary>
internal sealed record EditAssetInput : MutationInput
{
    /// <summary>The asset.</summary>
    public required Ref<LibraryAsset> AssetId { get; init; }

    /// <summary>The version of the row that was changed.</summary>
    public required int Version { get; init; }

    /// <summary>What it is.</summary>
    public string? Name { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public AssetKind? Kind { get; init; }

    /// <summary>By what it is counted.</summary>
    public string? Unit { get; init; }

    /// <summary>How many, from 1.</summary>
    public int? Quantity { get; init; }

    /// <summary>The day on which it came to the library.</summary>
    public DateOnly? AcquiredOn { get; init; }

    /// <summary>Where it or the money for it came from.</summary>
    public FundingSource? Funding { get; init; }

    /// <summary>What all of them cost, in whole đồng.</summary>
    public long? Cost { get; init; }

    /// <summary>The state it is in.</summary>
    public AssetCondition? Condition { get; init; }
}

/// <summary>What left the library, and when.</summary>
internal sealed record RemoveAssetInput : MutationInput
{
    /// <summary>The asset.</summary>
    public required Ref<LibraryAsset> AssetId { get; init; }

    /// <summary>The version of the row that was read.</summary>
    public required int Version { get; init; }

    /// <summary>The first day on which it is not there any more.</summary>
    public required DateOnly RemovedOn { get; init; }

    /// <summary>How many of them; all when nothing is said.</summary>
    public int? Quantity { get; init; }
}

/// <summary>The asset as it was entered.</summary>
internal sealed record AddAssetPayload : Payload
{
    /// <summary>The asset.</summary>
    public Ref<LibraryAsset>? Asset { get; init; }
}

/// <summary>The asset as it was corrected.</summary>
internal sealed record EditAssetPayload : Payload
{
    /// <summary>The asset.</summary>
    public Ref<LibraryAsset>? Asset { get; init; }
}

/// <summary>The closed line.</summary>
internal sealed record RemoveAssetPayload : Payload
{
    /// <summary>What left the register.</summary>
    public Ref<LibraryAsset>? Asset { get; init; }
}
