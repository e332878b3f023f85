using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Model.Text;

namespace Platform.Testing;

public static partial class A
{
    /// <summary>A teacher's lesson that was published and contributed; or a work of which copies are held.</summary>
    public static EResource Resource(Library library, RightsBasis rights = RightsBasis.TeacherMade, int? copies = null, string title = "Phép cộng có nhớ") => new()
    {
        LibraryId = library.Id,
        Kind = EResourceKind.ELesson,
        Title = title,
        TitleKey = VietnameseText.Fold(title),
        Subject = "Toán",
        GradeFrom = 6,
        GradeTo = 6,
        Author = "Lương Thị Thơm",
        Rights = rights,
        Licence = Licence.GroupSchools,
        ConsentOn = Today,
        CopiesHeld = copies,
        Level = SharingLevel.Download,
        Audience = Audience.Group,
        State = EResourceState.Contributed,
        NewestVersion = 1,
        PublishedVersion = 1,
        PublishedOn = Today,
        ContributedOn = Today,
        CreatedAt = Noon,
    };
}
