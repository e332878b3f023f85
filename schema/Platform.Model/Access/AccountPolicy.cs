namespace Platform.Model.Access;

/// <summary>Who may give which role to whom: nobody gives a role that the own roles do not let them give, nor beyond the own libraries.</summary>
public static class AccountPolicy
{
    /// <summary>Whether the holder of the roles may give or take the role on the day; null when so.</summary>
    /// <param name="held">The caller's own assignments.</param>
    /// <param name="wanted">The role in question, with its place.</param>
    /// <param name="tree">Whose libraries the caller's roles reach.</param>
    /// <param name="on">Today.</param>
    public static AccountRefusal? MayGrant(IEnumerable<RoleAssignment> held, RoleAssignment wanted, LibraryTree tree, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(wanted);
        var allowed = held.Where(own => own.Holds(on)).Any(own =>
            RolePermissions.GrantableBy(own.Role).Contains(wanted.Role)
            && (own.Role is Role.SystemAdministrator || (wanted.LibraryId is { } library && ScopeOf.ReachOf(own, tree, on).Covers(library))));
        return allowed ? null : AccountRefusal.RoleNotYours(wanted.Role);
    }

    /// <summary>Whether the caller may change the account: only when it could have given all its roles; null when so.</summary>
    public static AccountRefusal? MayManage(IReadOnlyList<RoleAssignment> held, Account account, LibraryTree tree, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(account);
        var above = account.Roles.Where(r => r.UntilOn is null || on <= r.UntilOn).FirstOrDefault(r => MayGrant(held, r, tree, on) is not null);
        return above is null ? null : AccountRefusal.AccountAbove(above.Role);
    }

    /// <summary>Whether both are the same role at the same place, in at least one common day.</summary>
    public static bool IsSameIn(RoleAssignment one, RoleAssignment other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return (one.Role, one.LibraryId, one.OrganisationId, one.GroupId, one.PatronId) == (other.Role, other.LibraryId, other.OrganisationId, other.GroupId, other.PatronId)
            && (one.UntilOn is null || other.FromOn <= one.UntilOn) && (other.UntilOn is null || one.FromOn <= other.UntilOn);
    }

    /// <summary>Whether role, place and days fit together; null when so.</summary>
    public static AccountRefusal? FaultOf(RoleAssignment wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (wanted.UntilOn < wanted.FromOn)
            return AccountRefusal.PeriodInvalid(wanted.FromOn, wanted.UntilOn.Value);
        var place = (wanted.LibraryId is not null, wanted.OrganisationId is not null, wanted.GroupId is not null, wanted.PatronId is not null);
        return wanted.Role switch
        {
            Role.SystemAdministrator => place is (false, false, false, false) ? null : AccountRefusal.RoleTarget(wanted.Role, "-"),
            Role.EducationOffice => place is (false, true, false, false) ? null : AccountRefusal.RoleTarget(wanted.Role, "organisationId"),
            Role.HubLibrarian => place is (false, false, true, false) ? null : AccountRefusal.RoleTarget(wanted.Role, "groupId"),
            Role.Portal => place is (false, false, _, false) ? null : AccountRefusal.RoleTarget(wanted.Role, "groupId"),
            Role.Librarian or Role.TeacherLibrarian or Role.Teacher => place is (true, false, false, _) ? null : AccountRefusal.RoleTarget(wanted.Role, "libraryId"),
            Role.Pupil or Role.Guardian => place is (true, false, false, true) ? null : AccountRefusal.RoleTarget(wanted.Role, "patronId"),
            _ => throw new InvalidOperationException($"No rule for the role {wanted.Role}."),
        };
    }
}
