using Platform.Model.Libraries;
using Platform.Model.Patrons;

namespace Platform.Model.Access;

/// <summary>A role that an account has in some days, and where: at a library, for a managing body, or for a group. Ended, never deleted.</summary>
public sealed class RoleAssignment : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The account.</summary>
    public long AccountId { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>The library at which the role holds; for a pupil or guardian that of the card.</summary>
    public long? LibraryId { get; init; }

    /// <summary>The managing body for which an education officer acts.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>The group that a hub librarian leads or a portal serves.</summary>
    public long? GroupId { get; init; }

    /// <summary>The own card of a pupil or of staff; for a guardian the child's card.</summary>
    public long? PatronId { get; init; }

    /// <summary>First day of the role.</summary>
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day of the role; null while it has no end.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>The account.</summary>
    public Account Account { get; init; } = null!;

    /// <summary>The library at which the role holds.</summary>
    public Library? Library { get; init; }

    /// <summary>The card.</summary>
    public Patron? Patron { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Whether the role holds on the day.</summary>
    public bool Holds(DateOnly on) => FromOn <= on && (UntilOn is null || on <= UntilOn);
}
