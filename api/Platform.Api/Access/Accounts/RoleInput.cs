using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Sharing;

namespace Platform.Api.Access.Accounts;

/// <summary>A role to give, with its place: a library, a managing body or a group, as the role needs.</summary>
internal sealed record RoleInput
{
    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>The library at which it holds: for librarians, teachers, pupils and guardians.</summary>
    public Ref<Library>? LibraryId { get; init; }

    /// <summary>Code of the managing body: for education officers.</summary>
    public string? OrganisationCode { get; init; }

    /// <summary>The group: for hub librarians; for a portal the group it serves.</summary>
    public Ref<LibraryGroup>? GroupId { get; init; }

    /// <summary>The own card of a pupil or of staff; for a guardian the child's card.</summary>
    public Ref<Patron>? PatronId { get; init; }

    /// <summary>First day of the role; today when nothing is said.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Last day of the role; null for no end.</summary>
    public DateOnly? UntilOn { get; init; }
}
