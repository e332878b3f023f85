namespace Platform.Model.Repository;

/// <summary>What a reader wants with an e-resource.</summary>
public enum AccessAction : byte
{
    /// <summary>Find it and see its description.</summary>
    Search = 1,

    /// <summary>See a thumbnail, or the passage of its text that a search found.</summary>
    Preview = 2,

    /// <summary>Read or watch it online.</summary>
    ReadOnline = 3,

    /// <summary>Download it.</summary>
    Download = 4,

    /// <summary>Take its description away: harvest, MARC or Dublin Core export.</summary>
    ExportDescription = 5,

    /// <summary>See it in a list or count of another library's or the group's report.</summary>
    Report = 6,
}

/// <summary>What the reader is to the resource's library.</summary>
public enum Standing : byte
{
    /// <summary>Edits the resources of the library: librarian or contributing teacher.</summary>
    Editor = 1,

    /// <summary>Teacher of the own school.</summary>
    OwnTeacher = 2,

    /// <summary>Pupil of the own school.</summary>
    OwnPupil = 3,

    /// <summary>Leads the group to which the library belongs.</summary>
    Hub = 4,

    /// <summary>Staff or teacher of another member library of the group.</summary>
    MemberTeacher = 5,

    /// <summary>Pupil of another member library of the group.</summary>
    MemberPupil = 6,

    /// <summary>Anyone else.</summary>
    Outsider = 7,
}

/// <summary>Why access is refused.</summary>
public enum AccessRefusal : byte
{
    /// <summary>There is nothing that the reader may know of.</summary>
    NotVisible = 1,

    /// <summary>It is for teachers.</summary>
    TeachersOnly = 2,

    /// <summary>The sharing level ends at searching.</summary>
    SearchOnly = 3,

    /// <summary>The sharing level ends at reading online.</summary>
    ReadOnlineOnly = 4,

    /// <summary>The reader's library has not paid.</summary>
    NotPaid = 5,

    /// <summary>The work is on sale in digital form: its copies are not shared between libraries.</summary>
    OnSaleDigitally = 6,

    /// <summary>A work under copyright is read online in turn, not downloaded.</summary>
    CopiesAreNotDownloaded = 7,

    /// <summary>As many people read the work as copies are held.</summary>
    AllCopiesAreRead = 8,

    /// <summary>A browser cannot show the format without running something.</summary>
    NotReadableOnline = 9,

    /// <summary>There is no small picture of it, or not yet.</summary>
    NoThumbnail = 10,
}

/// <summary>Everything a decision about access depends on, besides the resource.</summary>
/// <param name="Standing">What the reader is to the resource's library.</param>
/// <param name="MemberLevel">The highest level at which the resource's library shares this kind today; null when it set none.</param>
/// <param name="HasPaid">Whether the reader's library has paid for the resource.</param>
public sealed record AccessFacts(Standing Standing, SharingLevel? MemberLevel = null, bool HasPaid = false);

/// <summary>Who may do what with an e-resource (NĐ 93/2020 Đ.26.2, Luật SHTT Đ.25). Pure; asked again at every download.</summary>
public static class AccessPolicy
{
    /// <summary>Why the action is refused; null when it is allowed.</summary>
    public static AccessRefusal? Refuse(EResource resource, AccessAction action, AccessFacts facts)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Standing is Standing.Editor)
            return null;
        if (!IsVisible(resource, facts.Standing))
            return AccessRefusal.NotVisible;
        if (action is AccessAction.Search or AccessAction.ExportDescription or AccessAction.Report)
            return null;
        if (resource.TeachersOnly && facts.Standing is (Standing.OwnPupil or Standing.MemberPupil or Standing.Outsider))
            return AccessRefusal.TeachersOnly;
        return ContentRefusal(resource, action, facts);
    }

    /// <summary>Whether the reader may know that the resource exists.</summary>
    public static bool IsVisible(EResource resource, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return standing switch
        {
            Standing.Editor => true,
            _ when !resource.IsOpen => false,
            Standing.OwnTeacher or Standing.OwnPupil => true,
            Standing.Hub or Standing.MemberTeacher or Standing.MemberPupil =>
                resource.Audience is Audience.Everyone || (resource.Audience is Audience.Group && resource.ContributedOn is not null),
            Standing.Outsider => resource.Audience is Audience.Everyone,
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
        };
    }

    private static AccessRefusal? ContentRefusal(EResource resource, AccessAction action, AccessFacts facts)
    {
        if (resource.IsLimitedToCopies && action is AccessAction.Download)
            return AccessRefusal.CopiesAreNotDownloaded;
        if (facts.Standing is Standing.OwnTeacher or Standing.OwnPupil)
            return null;
        if (resource.IsLimitedToCopies && resource.IsOnSaleDigitally && action is not AccessAction.Preview)
            return AccessRefusal.OnSaleDigitally;
        return LevelRefusal(MemberLevelOf(facts), action, facts) ?? LevelRefusal(resource.Level, action, facts);
    }

    // Beyond the group only what everyone may search is known; its content stays with the members.
    private static SharingLevel MemberLevelOf(AccessFacts facts) =>
        facts.Standing is Standing.Outsider ? SharingLevel.SearchOnly : facts.MemberLevel ?? SharingLevel.Download;

    private static AccessRefusal? LevelRefusal(SharingLevel level, AccessAction action, AccessFacts facts) => level switch
    {
        SharingLevel.SearchOnly => AccessRefusal.SearchOnly,
        SharingLevel.ReadOnline => action is AccessAction.Download ? AccessRefusal.ReadOnlineOnly : null,
        SharingLevel.Download => null,
        // Who may pay sees what for.
        SharingLevel.Paid => facts.HasPaid || action is AccessAction.Preview ? null : AccessRefusal.NotPaid,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
