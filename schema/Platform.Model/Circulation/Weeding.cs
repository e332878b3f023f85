using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Model.Circulation;

/// <summary>
/// A weeding of the stock (thanh lọc, TT 02/2020/TT-BVHTTDL): copies are proposed with reasons, the head of the school decides, the list is
/// published, then the copies leave the register. Its rows are the dossier, kept for good.
/// </summary>
public sealed class Weeding : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>What it is called in the papers.</summary>
    public required string Name { get; init; }

    /// <summary>The day it was begun.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Where it stands.</summary>
    public WeedingState State { get; set; } = WeedingState.Proposed;

    /// <summary>Copies in the stock when it was decided: at most a tenth of them leave.</summary>
    public int? Stock { get; set; }

    /// <summary>Number of the decision (số quyết định); null before.</summary>
    public string? DecisionNumber { get; set; }

    /// <summary>Day of the decision; null before.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Day on which the list was published; null before.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>Day on which the copies left the stock; null before.</summary>
    public DateOnly? CarriedOutOn { get; set; }

    /// <summary>The library.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>The proposed copies.</summary>
    public ICollection<WeedingLine> Lines { get; init; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A copy that a weeding proposes: a line of its list (danh mục).</summary>
public sealed class WeedingLine : ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The weeding.</summary>
    public long WeedingId { get; init; }

    /// <summary>The copy.</summary>
    public required long ItemId { get; init; }

    /// <summary>Why it leaves.</summary>
    public required WeedingReason Reason { get; set; }

    /// <summary>What becomes of it.</summary>
    public required WeedingHandling Handling { get; set; }

    /// <summary>The weeding.</summary>
    public Weeding Weeding { get; init; } = null!;

    /// <summary>The copy.</summary>
    public Item Item { get; init; } = null!;
}

/// <summary>Where a weeding stands.</summary>
public enum WeedingState : byte
{
    /// <summary>Copies are proposed.</summary>
    Proposed = 1,

    /// <summary>Decided: the list is fixed and published.</summary>
    Decided = 2,

    /// <summary>The copies have left the stock (đã thanh lọc).</summary>
    CarriedOut = 3,

    /// <summary>Given up.</summary>
    Cancelled = 4,
}

/// <summary>Why a copy leaves (TT 02/2020, criteria).</summary>
public enum WeedingReason : byte
{
    /// <summary>Its content is out of date (lạc hậu).</summary>
    Outdated = 1,

    /// <summary>A textbook or reference book that was replaced (chương trình cũ).</summary>
    Replaced = 2,

    /// <summary>A popular newspaper or magazine two years after publication.</summary>
    OldPeriodical = 3,

    /// <summary>Worn out (rách nát).</summary>
    WornOut = 4,

    /// <summary>Lost (mất).</summary>
    Lost = 5,
}

/// <summary>What becomes of a weeded copy.</summary>
public enum WeedingHandling : byte
{
    /// <summary>Destroyed (tiêu hủy).</summary>
    Destroyed = 1,

    /// <summary>Given to another library or reader (chuyển giao, tặng). A library of the platform gets them by a transfer instead.</summary>
    GivenAway = 2,

    /// <summary>Sold as paper (bán thanh lý).</summary>
    Sold = 3,

    /// <summary>Nothing is left of it: it was lost.</summary>
    WrittenOff = 4,

    /// <summary>Exchanged with another library (trao đổi).</summary>
    Exchanged = 5,

    /// <summary>Recycled as paper (tái chế).</summary>
    Recycled = 6,
}
