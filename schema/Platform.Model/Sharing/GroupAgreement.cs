using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Repository;

namespace Platform.Model.Sharing;

/// <summary>An article of a group's agreement (điều khoản), dated: what a report on last year quotes is last year's.</summary>
public sealed class AgreementArticle : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group.</summary>
    public required long GroupId { get; init; }

    /// <summary>Number of the article (Điều).</summary>
    public required int Number { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; set; }

    /// <summary>Its text.</summary>
    public required string Text { get; set; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day on which it holds; null while it has no end.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>The group.</summary>
    public LibraryGroup Group { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What a member gave to the group in a school year: money or staff (đóng góp kinh phí, nhân lực).</summary>
public sealed class MemberContribution : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group.</summary>
    public required long GroupId { get; init; }

    /// <summary>The member library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>First calendar year of the school year: 2026 for 2026-2027.</summary>
    public required int SchoolYear { get; init; }

    /// <summary>Money in whole đồng; 0 for staff only.</summary>
    public required long Amount { get; init; }

    /// <summary>Working days of staff; 0 for money only.</summary>
    public required int StaffDays { get; init; }

    /// <summary>Day on which it was given.</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>For what; null when not said.</summary>
    public string? Note { get; init; }

    /// <summary>The group.</summary>
    public LibraryGroup Group { get; init; } = null!;

    /// <summary>The member library.</summary>
    public Library Library { get; init; } = null!;
}

/// <summary>A message of the hub to all members (hướng dẫn nghiệp vụ).</summary>
public sealed class GuidanceMessage : IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group.</summary>
    public required long GroupId { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>Its text.</summary>
    public required string Text { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The group.</summary>
    public LibraryGroup Group { get; init; } = null!;
}

/// <summary>What every member of a group owes in a semester.</summary>
public sealed class SemesterDuty : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group.</summary>
    public required long GroupId { get; init; }

    /// <summary>The semester, as <c>2026-2027-HK1</c>.</summary>
    public required string Semester { get; init; }

    /// <summary>Fewest e-resources that a member contributes.</summary>
    public required int FewestEResources { get; set; }

    /// <summary>Whether members take part in the rotation of printed items.</summary>
    public required bool Rotates { get; set; }

    /// <summary>Day by which the stamped lists are with the hub.</summary>
    public required DateOnly ListsDueOn { get; set; }

    /// <summary>The group.</summary>
    public LibraryGroup Group { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A stamped list that a member sends to the hub, and the hub's receipt.</summary>
public sealed class SemesterList : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group.</summary>
    public required long GroupId { get; init; }

    /// <summary>The member library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The semester, as <c>2026-2027-HK1</c>.</summary>
    public required string Semester { get; init; }

    /// <summary>Which list.</summary>
    public required SemesterListKind Kind { get; init; }

    /// <summary>How many lines it has, as counted when it was sent.</summary>
    public required int Lines { get; set; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; set; }

    /// <summary>The closed report that was sent; null for lists sent before reports were kept.</summary>
    public long? RunId { get; set; }

    /// <summary>The stored bytes of the signed and stamped scan; null while there is none.</summary>
    public long? ScanId { get; set; }

    /// <summary>Name of the scan's file; null while there is none.</summary>
    public string? ScanName { get; set; }

    /// <summary>Why the hub gave it back; null unless it did.</summary>
    public string? ReturnReason { get; set; }

    /// <summary>When the hub acknowledged it; null until then.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }

    /// <summary>The group.</summary>
    public LibraryGroup Group { get; init; } = null!;

    /// <summary>The member library.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>The closed report that was sent.</summary>
    public ReportRun? Run { get; init; }

    /// <summary>The stored bytes of the signed and stamped scan.</summary>
    public FileContent? Scan { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>The lists of a semester.</summary>
public enum SemesterListKind : byte
{
    /// <summary>R-05: inter-library loans (danh sách tài liệu mượn liên thư viện).</summary>
    InterLibraryLoans = 1,

    /// <summary>R-06: contributed e-resources (danh sách học liệu điện tử đóng góp).</summary>
    ContributedEResources = 2,
}
