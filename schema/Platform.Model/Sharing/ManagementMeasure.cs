namespace Platform.Model.Sharing;

/// <summary>What the management view counts.</summary>
public enum ManagementMeasure : byte
{
    /// <summary>Copies in stock on the period's last day.</summary>
    Copies = 1,

    /// <summary>Copies that are fit for the catalogue of the group: with title, author, publication, subject and call number (NĐ 93/2020 Đ.28).</summary>
    CompleteCopies = 2,

    /// <summary>Pupils with a valid card on the period's last day.</summary>
    Pupils = 3,

    /// <summary>Loans that began in the period, to take home or to read in the library.</summary>
    Loans = 4,

    /// <summary>Loans that are overdue on the period's last day, in a running period today; managementOverdue lists them.</summary>
    OverdueLoans = 5,

    /// <summary>Visits in the period.</summary>
    Visits = 6,

    /// <summary>E-resources contributed to the group in the period.</summary>
    ContributedEResources = 7,

    /// <summary>Money given to the group in the period, in đồng.</summary>
    ContributedMoney = 8,

    /// <summary>Working days of staff given to the group in the period.</summary>
    ContributedStaffDays = 9,

    /// <summary>Copies lent to other libraries in the period.</summary>
    InterLibraryLent = 10,

    /// <summary>Copies borrowed from other libraries in the period.</summary>
    InterLibraryBorrowed = 11,

    /// <summary>Items sent to other libraries in rotations in the period.</summary>
    RotationSent = 12,

    /// <summary>Copies of other libraries that the borrower should have given back by the period's last day, in a running period by today; managementOverdue lists them.</summary>
    OverdueInterLibrary = 13,

    /// <summary>Records that the library's last assessment of quality looked at, made before the period's end.</summary>
    AssessedRecords = 14,

    /// <summary>Points of quality in that assessment: the mean of the records' scores (0 to 100) times the records. The mean of several libraries is POINTS by ASSESSED_RECORDS.</summary>
    QualityPoints = 15,
}

/// <summary>By what the management view groups. The list is closed: no column can be asked for by name.</summary>
public enum ManagementDimension : byte
{
    /// <summary>The library.</summary>
    Library = 1,

    /// <summary>Register of the copy; for loans at lending.</summary>
    ItemType = 2,

    /// <summary>Category of the reader at lending or visiting.</summary>
    Reader = 3,

    /// <summary>Calendar month of the day that counts.</summary>
    Month = 4,
}
