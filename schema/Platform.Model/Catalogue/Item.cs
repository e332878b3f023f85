using Platform.Model.Circulation;
using Platform.Model.Libraries;

namespace Platform.Model.Catalogue;

/// <summary>One physical copy with a registration number: a line of the accession register (sổ đăng ký cá biệt).</summary>
public sealed class Item : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that owns the copy.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The publication of which this is a copy.</summary>
    public required long RecordId { get; set; }

    /// <summary>Registration number (số đăng ký cá biệt, ĐKCB), unique in the library, never reused; a string: leading zeros count.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>The register the copy stands in: textbook, teachers' book, reference, children's book, periodical.</summary>
    public required ItemType Type { get; set; }

    /// <summary>Call number on the spine label (ký hiệu xếp giá).</summary>
    public string? CallNumber { get; set; }

    /// <summary>Shelf or room, free text.</summary>
    public string? Location { get; set; }

    /// <summary>Price in whole đồng; null when unknown.</summary>
    public long? Price { get; set; }

    /// <summary>Where the money or the copy came from.</summary>
    public required FundingSource Funding { get; set; }

    /// <summary>Day of entry in the register (ngày vào sổ).</summary>
    public required DateOnly AcquiredOn { get; set; }

    /// <summary>Whether the copy can be lent, or why not. A loan does not change it: an item on loan has an open loan.</summary>
    public required ItemStatus Status { get; set; }

    /// <summary>Day on which the copy left the stock; null while it belongs to it.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Number of the decision by which the copy left the stock (đã thanh lọc, số quyết định); null while it belongs to it, or when none was recorded.</summary>
    public string? WithdrawalDecision { get; set; }

    /// <summary>Why the copy left the stock; null while it belongs to it, or when no reason was recorded.</summary>
    public WithdrawalReason? WithdrawalReason { get; set; }

    /// <summary>What became of a copy that left by a weeding (hình thức xử lý); null for any other.</summary>
    public WeedingHandling? WithdrawalHandling { get; set; }

    /// <summary>The copy as the library that transferred it had it; null when it did not come by a transfer.</summary>
    public long? FormerItemId { get; init; }

    /// <summary>The import that entered the copy; null when a person did.</summary>
    public long? ImportBatchId { get; init; }

    /// <summary>The publication.</summary>
    public BibliographicRecord Record { get; init; } = null!;

    /// <summary>The owning library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Type of a copy by the registers of Vietnamese school libraries.</summary>
public enum ItemType : byte
{
    /// <summary>Textbook (SGK, sách giáo khoa).</summary>
    Textbook = 1,

    /// <summary>Teachers' book (SNV, sách nghiệp vụ).</summary>
    TeacherBook = 2,

    /// <summary>Reference book (STK, sách tham khảo).</summary>
    ReferenceBook = 3,

    /// <summary>Children's book (STN, sách thiếu nhi).</summary>
    ChildrensBook = 4,

    /// <summary>Newspaper or magazine (báo, tạp chí).</summary>
    Periodical = 5,

    /// <summary>Anything else: maps, pictures, discs.</summary>
    Other = 6,
}

/// <summary>Source of a copy or of the money for it (nguồn kinh phí).</summary>
public enum FundingSource : byte
{
    /// <summary>Bought from the state budget (ngân sách).</summary>
    Budget = 1,

    /// <summary>Bought from other funds (kinh phí khác: parents' association, socialised funds).</summary>
    OtherFunds = 2,

    /// <summary>Given (tặng).</summary>
    Donation = 3,

    /// <summary>Allotted by a higher body (cấp phát).</summary>
    Allotment = 4,

    /// <summary>Moved from another library (luân chuyển, chuyển giao).</summary>
    Transfer = 5,

    /// <summary>Not recorded.</summary>
    Unknown = 6,
}

/// <summary>Why a copy left the stock (lý do xuất, general register part II). The first five are those of a weeding.</summary>
public enum WithdrawalReason : byte
{
    /// <summary>Its content was out of date (lạc hậu).</summary>
    Outdated = WeedingReason.Outdated,

    /// <summary>A textbook or reference book that was replaced (chương trình cũ).</summary>
    Replaced = WeedingReason.Replaced,

    /// <summary>A popular newspaper or magazine two years after publication.</summary>
    OldPeriodical = WeedingReason.OldPeriodical,

    /// <summary>Worn out (rách nát).</summary>
    WornOut = WeedingReason.WornOut,

    /// <summary>Lost and written off (mất).</summary>
    Lost = WeedingReason.Lost,

    /// <summary>Transferred to another library by a decision (chuyển giao).</summary>
    Transferred = 6,
}

/// <summary>State of a copy in the stock.</summary>
public enum ItemStatus : byte
{
    /// <summary>Can be lent when it has no open loan.</summary>
    InStock = 1,

    /// <summary>Reported lost (mất).</summary>
    Lost = 2,

    /// <summary>Damaged, not lent (hư hỏng).</summary>
    Damaged = 3,

    /// <summary>Taken out of the stock by a decision (đã thanh lọc).</summary>
    Withdrawn = 4,

    /// <summary>Read in the library only.</summary>
    ReferenceOnly = 5,
}
