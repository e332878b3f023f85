using Platform.Model.Catalogue;
using Platform.Model.Libraries;

namespace Platform.Model.Repository;

/// <summary>
/// A digital resource that a school offers: an electronic lesson, a lesson plan, an e-book, a recording (học liệu điện tử). It walks from
/// draft to contribution; who may open it depends on its level, its audience and what the library shares with its group.
/// </summary>
public sealed class EResource : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library that offers the resource.</summary>
    public required long LibraryId { get; init; }

    /// <summary>What it is.</summary>
    public required EResourceKind Kind { get; set; }

    /// <summary>Title.</summary>
    public required string Title { get; set; }

    /// <summary>Folded title for sorting and prefix search; never shown.</summary>
    public string TitleKey { get; set; } = "";

    /// <summary>Folded title, author, subject and text for searching without marks; never shown.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>School subject that it serves (môn học), for example Toán; null when it serves none.</summary>
    public string? Subject { get; set; }

    /// <summary>Lowest grade (khối) that it serves, 1 to 12, 0 for preschool; null when it serves none.</summary>
    public int? GradeFrom { get; set; }

    /// <summary>Highest grade that it serves; equal to the lowest for one grade.</summary>
    public int? GradeTo { get; set; }

    /// <summary>The teacher or other person who made it, as the work is to be attributed.</summary>
    public required string Author { get; set; }

    /// <summary>What it is about, in a few sentences.</summary>
    public string? Description { get; set; }

    /// <summary>Main language, MARC code, for example <c>vie</c>.</summary>
    public string Language { get; set; } = "vie";

    /// <summary>By what right the library offers it.</summary>
    public required RightsBasis Rights { get; set; }

    /// <summary>Under which licence readers get it.</summary>
    public required Licence Licence { get; set; }

    /// <summary>Day on which the author agreed in writing to sharing; required for works of teachers before publication.</summary>
    public DateOnly? ConsentOn { get; set; }

    /// <summary>
    /// How many lawful copies the libraries hold of a work under copyright: never more people read it at one time (Luật SHTT Đ.25). Null where
    /// that limit does not apply.
    /// </summary>
    public int? CopiesHeld { get; set; }

    /// <summary>
    /// The contract, invoice or receipt that shows the copies held, with its number and day, where the catalogue does not. Without it no more
    /// people read the work at one time than copies of its record are in the library's stock.
    /// </summary>
    public string? CopiesEvidence { get; set; }

    /// <summary>Whether the work is on sale in digital form: then copies of libraries may not be shared between them (Luật SHTT Đ.25).</summary>
    public bool IsOnSaleDigitally { get; set; }

    /// <summary>What readers outside the own library may do with it (NĐ 93/2020 Đ.26.2).</summary>
    public required SharingLevel Level { get; set; }

    /// <summary>Who may find it.</summary>
    public required Audience Audience { get; set; }

    /// <summary>Whether pupils are kept from it, for example a test with its key.</summary>
    public bool TeachersOnly { get; set; }

    /// <summary>How far the newest version is on its way to publication.</summary>
    public EResourceState State { get; set; } = EResourceState.Draft;

    /// <summary>Number of the newest version, from 1; 0 while there is none.</summary>
    public int NewestVersion { get; set; }

    /// <summary>Number of the version that readers get; null until one was published.</summary>
    public int? PublishedVersion { get; set; }

    /// <summary>Day of the first publication.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>Day on which it was contributed to the group: it counts for the semester of that day.</summary>
    public DateOnly? ContributedOn { get; set; }

    /// <summary>Day on which the library withdrew it; the row and its evidence stay.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Why it was returned or withdrawn, as it was written; null otherwise.</summary>
    public string? Reasons { get; set; }

    /// <summary>Whether it counts as "học liệu điện tử" under TT 16/2022 Đ.2.2.</summary>
    public bool CountsAsElearning { get; set; }

    /// <summary>Why it counts, or why not.</summary>
    public ElearningReason ElearningReason { get; set; } = ElearningReason.NoFile;

    /// <summary>The catalogue's record of the same work; null when it has none.</summary>
    public long? RecordId { get; set; }

    /// <summary>When it was first saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The library that offers the resource.</summary>
    public Library Library { get; init; } = null!;

    /// <summary>The catalogue's record of the same work.</summary>
    public BibliographicRecord? Record { get; init; }

    /// <summary>All versions of its content.</summary>
    public ICollection<EResourceVersion> Versions { get; init; } = [];

    /// <summary>Every step it took, with the evidence.</summary>
    public ICollection<AppraisalRecord> Steps { get; init; } = [];

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Whether readers get it at all.</summary>
    public bool IsOpen => PublishedVersion is not null && WithdrawnOn is null;

    /// <summary>Whether no more people may read it at one time than copies are held.</summary>
    public bool IsLimitedToCopies => Rights is RightsBasis.LibraryCopy;
}

/// <summary>Kind of an e-resource.</summary>
public enum EResourceKind : byte
{
    /// <summary>Electronic lesson (bài giảng điện tử).</summary>
    ELesson = 1,

    /// <summary>Lesson plan (giáo án, kế hoạch bài dạy).</summary>
    LessonPlan = 2,

    /// <summary>E-book (sách điện tử).</summary>
    EBook = 3,

    /// <summary>Sound recording (âm thanh).</summary>
    Audio = 4,

    /// <summary>Film or screen recording (video).</summary>
    Video = 5,

    /// <summary>Picture, map, diagram (tranh, ảnh, bản đồ).</summary>
    Image = 6,

    /// <summary>Anything else.</summary>
    Other = 7,
}

/// <summary>How far the newest version of an e-resource is on its way to publication.</summary>
public enum EResourceState : byte
{
    /// <summary>Being made.</summary>
    Draft = 1,

    /// <summary>Handed to the subject group (tổ bộ môn).</summary>
    Submitted = 2,

    /// <summary>Given back to its author with reasons.</summary>
    Returned = 3,

    /// <summary>Appraised by the subject group, or shown to have been taught.</summary>
    Appraised = 4,

    /// <summary>Open to the readers of its audience.</summary>
    Published = 5,

    /// <summary>Contributed to the group.</summary>
    Contributed = 6,

    /// <summary>Taken back by its library.</summary>
    Withdrawn = 7,
}

/// <summary>By what right a library offers a work.</summary>
public enum RightsBasis : byte
{
    /// <summary>Made by a teacher of the school, who agreed to sharing.</summary>
    TeacherMade = 1,

    /// <summary>Offered by its author to everyone under an open licence.</summary>
    OpenLicence = 2,

    /// <summary>Free of copyright.</summary>
    PublicDomain = 3,

    /// <summary>A digital copy of a work that the libraries hold: readable by as many at one time as copies are held (Luật SHTT Đ.25).</summary>
    LibraryCopy = 4,

    /// <summary>Bought with a contract that allows sharing.</summary>
    Contract = 5,
}

/// <summary>Licence under which readers get an e-resource.</summary>
public enum Licence : byte
{
    /// <summary>For teaching and learning in the group's schools; nothing else.</summary>
    GroupSchools = 1,

    /// <summary>Creative Commons Attribution 4.0.</summary>
    CcBy = 2,

    /// <summary>Creative Commons Attribution-ShareAlike 4.0.</summary>
    CcBySa = 3,

    /// <summary>Creative Commons Attribution-NonCommercial 4.0.</summary>
    CcByNc = 4,

    /// <summary>Free of copyright.</summary>
    PublicDomain = 5,

    /// <summary>All rights reserved; use only as far as the law and the level allow.</summary>
    Reserved = 6,
}

/// <summary>Who may find an e-resource.</summary>
public enum Audience : byte
{
    /// <summary>Readers of the own library.</summary>
    OwnLibrary = 1,

    /// <summary>Readers of all member libraries, once it was contributed.</summary>
    Group = 2,

    /// <summary>Everyone who searches the union catalogue.</summary>
    Everyone = 3,
}

/// <summary>What readers of other libraries may do (mức chia sẻ, NĐ 93/2020 Đ.26.2 a to d).</summary>
public enum SharingLevel : byte
{
    /// <summary>Find and see the description (a).</summary>
    SearchOnly = 1,

    /// <summary>Read or watch online (b).</summary>
    ReadOnline = 2,

    /// <summary>Download (c).</summary>
    Download = 3,

    /// <summary>Read and download once the reader's library has paid (d).</summary>
    Paid = 4,
}
