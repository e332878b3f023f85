namespace Platform.Model.Sharing;

/// <summary>Why a group's members or agreement cannot be changed that way.</summary>
public enum GroupRefusal : byte
{
    /// <summary>The day lies outside the days of the agreement.</summary>
    OutsideAgreement = 1,

    /// <summary>The library is a member on that day or later.</summary>
    AlreadyMember = 2,

    /// <summary>The library is no member on that day.</summary>
    NotAMember = 3,

    /// <summary>The hub hands over to another member before it leaves.</summary>
    HubStays = 4,

    /// <summary>The day lies before the membership began.</summary>
    BeforeJoining = 5,

    /// <summary>Items of the library, or held by it, are still on their way in a rotation or an inter-library loan.</summary>
    StillMoving = 6,

    /// <summary>The library is the hub already.</summary>
    AlreadyHub = 7,

    /// <summary>An article of that number holds from a later day already.</summary>
    LaterArticle = 8,

    /// <summary>The agreement ends before it begins.</summary>
    EndsBeforeItBegins = 9,
}

/// <summary>Decides who may join, leave and lead a group, and which article follows which. Pure.</summary>
public static class GroupPolicy
{
    /// <summary>Why the library cannot join on the day; null when it can.</summary>
    /// <param name="group">The group.</param>
    /// <param name="memberships">Every membership that the library had in it.</param>
    /// <param name="joinedOn">First day of the new one.</param>
    public static GroupRefusal? AgainstJoining(LibraryGroup group, IEnumerable<Membership> memberships, DateOnly joinedOn)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (joinedOn < group.AgreedOn || joinedOn > group.EndsOn)
            return GroupRefusal.OutsideAgreement;
        return memberships.Any(m => m.LeftOn is null || m.LeftOn >= joinedOn) ? GroupRefusal.AlreadyMember : null;
    }

    /// <summary>Why the membership cannot end on the day; null when it can.</summary>
    /// <param name="membership">The membership.</param>
    /// <param name="leftOn">Its last day.</param>
    /// <param name="moving">Items on their way that the library owns or holds for others.</param>
    public static GroupRefusal? AgainstLeaving(Membership membership, DateOnly leftOn, int moving)
    {
        ArgumentNullException.ThrowIfNull(membership);
        if (membership.LeftOn is not null)
            return GroupRefusal.NotAMember;
        if (membership.IsHub)
            return GroupRefusal.HubStays;
        if (leftOn < membership.JoinedOn)
            return GroupRefusal.BeforeJoining;
        return moving > 0 ? GroupRefusal.StillMoving : null;
    }

    /// <summary>Why the library cannot become the hub on the day; null when it can.</summary>
    /// <param name="membership">Its membership on the day; null without one.</param>
    public static GroupRefusal? AgainstLeading(Membership? membership) => membership switch
    {
        null or { LeftOn: not null } => GroupRefusal.NotAMember,
        { IsHub: true } => GroupRefusal.AlreadyHub,
        _ => null,
    };

    /// <summary>Why an article's new wording cannot hold from the day; null when it can.</summary>
    /// <param name="former">Every wording of the article so far.</param>
    /// <param name="fromOn">First day of the new one.</param>
    public static GroupRefusal? AgainstWording(IEnumerable<AgreementArticle> former, DateOnly fromOn) =>
        former.Any(a => a.FromOn > fromOn) ? GroupRefusal.LaterArticle : null;
}
