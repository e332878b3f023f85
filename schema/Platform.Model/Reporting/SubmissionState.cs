namespace Platform.Model.Reporting;

/// <summary>Where a report stands on its way to the managing body, as on the Ministry's own portal.</summary>
public enum SubmissionState : byte
{
    /// <summary>Closed by the library, not yet sent up (bản thảo).</summary>
    Draft = 1,

    /// <summary>Sent to the managing body (đã gửi).</summary>
    Submitted = 2,

    /// <summary>Accepted by the managing body (đã phê duyệt).</summary>
    Approved = 3,

    /// <summary>Sent back with a message (từ chối).</summary>
    Rejected = 4,

    /// <summary>Closed for changes after approval or the deadline (đã khóa).</summary>
    Locked = 5,

    /// <summary>Locked, and the library asks to open it (gửi yêu cầu mở khóa).</summary>
    UnlockRequested = 6,
}

/// <summary>What somebody does with a submission.</summary>
public enum SubmissionAction : byte
{
    /// <summary>The library sends the report up.</summary>
    Submit = 1,

    /// <summary>The managing body accepts it.</summary>
    Approve = 2,

    /// <summary>The managing body sends it back; a message says why.</summary>
    Reject = 3,

    /// <summary>The managing body, or the deadline, closes it for changes.</summary>
    Lock = 4,

    /// <summary>The library asks to open it; a message says why.</summary>
    RequestUnlock = 5,

    /// <summary>The managing body opens it again.</summary>
    Unlock = 6,

    /// <summary>The managing body keeps it locked; a message says why.</summary>
    RefuseUnlock = 7,

    /// <summary>The library freezes a new version; a reason says why.</summary>
    Correct = 8,
}
