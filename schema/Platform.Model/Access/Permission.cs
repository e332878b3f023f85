namespace Platform.Model.Access;

/// <summary>What a caller may do. Every field and mutation of the API names the one it needs; nothing is allowed that is not named.</summary>
public enum Permission : byte
{
    /// <summary>Read what everyone may read: the union catalogue, libraries, groups.</summary>
    ReadCatalogue = 1,

    /// <summary>Create, change, merge and import bibliographic records and items of the own libraries.</summary>
    EditCatalogue = 2,

    /// <summary>Control the records of the whole group: review proposals, merge, standardise.</summary>
    ControlCatalogue = 3,

    /// <summary>Read patrons of the own libraries.</summary>
    ReadPatrons = 4,

    /// <summary>Create and change patrons of the own libraries.</summary>
    EditPatrons = 5,

    /// <summary>Lend, take back, renew, and read loans of the own libraries.</summary>
    Circulate = 6,

    /// <summary>Lend in spite of a rule that allows an override.</summary>
    OverrideCirculation = 7,

    /// <summary>Read reports of the own libraries or organisations.</summary>
    ReadReports = 8,

    /// <summary>Run, close and correct reports of the own libraries.</summary>
    EditReports = 9,

    /// <summary>Sign and submit reports.</summary>
    SubmitReports = 10,

    /// <summary>Approve or reject submitted reports.</summary>
    ApproveReports = 11,

    /// <summary>Read the e-resources of the group as far as their access level allows.</summary>
    ReadRepository = 12,

    /// <summary>Contribute e-resources of the own library.</summary>
    EditRepository = 13,

    /// <summary>Lead a group: members, agreements, rotation plans, guidance.</summary>
    ManageGroup = 14,

    /// <summary>Manage accounts of the own libraries.</summary>
    ManageAccounts = 15,

    /// <summary>Read the own loans, holds and data.</summary>
    ReadOwn = 16,

    /// <summary>Run the platform: every library, jobs, webhooks, backup.</summary>
    Administer = 17,
}
