using Platform.Model.Libraries;

namespace Platform.Model.Sharing;

/// <summary>A group of libraries that share catalogue and resources by agreement (nhóm liên thông thư viện; NĐ 93/2020 Đ.25).</summary>
public sealed class LibraryGroup : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group's code, unique in the platform.</summary>
    public required string Code { get; set; }

    /// <summary>The group's name.</summary>
    public required string Name { get; set; }

    /// <summary>Day from which the agreement holds.</summary>
    public required DateOnly AgreedOn { get; set; }

    /// <summary>Last day of the agreement; null when it has no end.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>In which order owners of a copy are asked to lend it, as codes; null for the usual order.</summary>
    public string? LenderOrder { get; set; }

    /// <summary>The member libraries, past and present.</summary>
    public ICollection<Membership> Memberships { get; init; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A library's membership in a group, dated so that a report on last year uses last year's members.</summary>
public sealed class Membership : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The group.</summary>
    public long GroupId { get; init; }

    /// <summary>The member library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Whether the library leads the group (đầu mối, thư viện chủ trì): it controls record quality and signs in members.</summary>
    public required bool IsHub { get; set; }

    /// <summary>First day of the membership.</summary>
    public required DateOnly JoinedOn { get; init; }

    /// <summary>Last day of the membership; null while it lasts.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>The group.</summary>
    public LibraryGroup Group { get; init; } = null!;

    /// <summary>The member library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}
