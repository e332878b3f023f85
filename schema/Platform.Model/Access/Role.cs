namespace Platform.Model.Access;

/// <summary>What an account is at a school, a group or an office. Whoever has no role is anonymous.</summary>
public enum Role : byte
{
    /// <summary>Runs the platform: accounts, libraries, jobs. Does not read what patrons borrow.</summary>
    SystemAdministrator = 1,

    /// <summary>Works at a managing body: reads and approves the reports of the schools below it.</summary>
    EducationOffice = 2,

    /// <summary>Leads a group: controls its records, signs in members, manages their accounts, reads their reports.</summary>
    HubLibrarian = 3,

    /// <summary>Runs a school's library.</summary>
    Librarian = 4,

    /// <summary>A teacher who also looks after the library; without overrides, accounts and signing.</summary>
    TeacherLibrarian = 5,

    /// <summary>Teaches at a school: borrows, and contributes lessons.</summary>
    Teacher = 6,

    /// <summary>Learns at a school: borrows, and sees the own loans only.</summary>
    Pupil = 7,

    /// <summary>Acts for a child: sees the child's loans only.</summary>
    Guardian = 8,

    /// <summary>A front end or another service that reads the shared catalogue and repository; no person.</summary>
    Portal = 9,
}
