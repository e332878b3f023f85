using Platform.Model.Libraries;
using Platform.Model.Repository;

namespace Platform.Model.Sharing;

/// <summary>
/// The highest level at which a member shares resources of one kind with its group, dated (NĐ 93/2020 Đ.26.2). A resource's own level may
/// be stricter; a kind for which nothing was agreed is shared at the resource's own level.
/// </summary>
public sealed class MemberLevel : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group.</summary>
    public required long GroupId { get; init; }

    /// <summary>The member library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The kind of resources; null for all kinds without a level of their own.</summary>
    public EResourceKind? Kind { get; init; }

    /// <summary>The level.</summary>
    public required SharingLevel Level { get; init; }

    /// <summary>First day of the level.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day of the level; null while it has no end.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>The group.</summary>
    public LibraryGroup Group { get; init; } = null!;

    /// <summary>The member library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The level that holds for a kind on a day; null when none was set. The kind's own level goes before that for all kinds.</summary>
    public static SharingLevel? Of(IEnumerable<MemberLevel> levels, EResourceKind kind, DateOnly on) => levels
        .Where(l => (l.Kind is null || l.Kind == kind) && l.FromOn <= on && (l.UntilOn is null || on <= l.UntilOn))
        .OrderByDescending(l => l.Kind is not null)
        .ThenByDescending(l => l.FromOn)
        .FirstOrDefault()?.Level;
}
