namespace Platform.Model.Repository;

/// <summary>One step of an e-resource on its way, with its evidence. Steps are added, never changed.</summary>
public sealed class AppraisalRecord : IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The resource.</summary>
    public long ResourceId { get; init; }

    /// <summary>The library that offers the resource.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The version that the step is about.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>The state after the step.</summary>
    public required EResourceState State { get; init; }

    /// <summary>What the step rests on.</summary>
    public required EvidenceKind Evidence { get; init; }

    /// <summary>Number of the subject group's minutes (số biên bản); null without minutes.</summary>
    public string? MinutesNumber { get; init; }

    /// <summary>Day of the minutes, or on which the lesson was taught; null without evidence.</summary>
    public DateOnly? EvidenceOn { get; init; }

    /// <summary>Who appraised it, one a line; null without minutes.</summary>
    public string? Members { get; init; }

    /// <summary>The class that was taught, for example 6A; null when not taught.</summary>
    public string? ClassName { get; init; }

    /// <summary>Reasons of a return or withdrawal; null otherwise.</summary>
    public string? Reasons { get; init; }

    /// <summary>When the step was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The resource.</summary>
    public EResource Resource { get; init; } = null!;
}

/// <summary>What makes a resource fit for contribution (căn cứ đủ điều kiện).</summary>
public enum EvidenceKind : byte
{
    /// <summary>Nothing: the step needs no evidence.</summary>
    None = 1,

    /// <summary>Minutes of the subject group's appraisal (biên bản thẩm định của tổ bộ môn).</summary>
    Minutes = 2,

    /// <summary>A lesson in which it was really taught (đã giảng dạy thực tế).</summary>
    Taught = 3,
}
