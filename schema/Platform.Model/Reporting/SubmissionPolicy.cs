using Platform.Model.Access;

namespace Platform.Model.Reporting;

/// <summary>
/// Which step a submission may take: pure and total. The way is the one of csdl.moet.gov.vn: send, approve or reject with a message,
/// send again, lock, ask for unlock. A correction is possible while the library holds the report, and starts the way anew.
/// </summary>
public static class SubmissionPolicy
{
    /// <summary>Decides about a step.</summary>
    /// <param name="state">Where the submission stands.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="message">The message that goes with it.</param>
    /// <param name="missing">Who below has no accepted report yet; a parent sends and is approved only after its children.</param>
    /// <param name="closedAbove">The body above whose own return rests on this report; null while there is none, or it is open.</param>
    public static SubmissionDecision Decide(
        SubmissionState state, SubmissionAction action, string? message, IReadOnlyList<string>? missing = null, string? closedAbove = null)
    {
        if (Next(state, action) is not { } next)
            return SubmissionDecision.Refused(SubmissionRefusal.WrongState, $"A report that is {state} cannot be changed by {action}.");
        if (NeedsMessage(action) && string.IsNullOrWhiteSpace(message))
            return SubmissionDecision.Refused(SubmissionRefusal.MessageMissing, $"{action} needs a message that says why.");
        if (action is SubmissionAction.Submit or SubmissionAction.Approve && missing is { Count: > 0 })
            return SubmissionDecision.Open(missing);
        if (action is SubmissionAction.Unlock && closedAbove is not null)
            return SubmissionDecision.Refused(SubmissionRefusal.ParentClosed, $"{closedAbove} has already sent its own return, which rests on this report: it must be returned or opened first.");
        return SubmissionDecision.To(next);
    }

    /// <summary>The permission that an action needs.</summary>
    public static Permission PermissionFor(SubmissionAction action) => action switch
    {
        SubmissionAction.Submit or SubmissionAction.RequestUnlock => Permission.SubmitReports,
        SubmissionAction.Approve or SubmissionAction.Reject or SubmissionAction.Lock or SubmissionAction.Unlock or SubmissionAction.RefuseUnlock => Permission.ApproveReports,
        SubmissionAction.Correct => Permission.EditReports,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Unknown action."),
    };

    private static SubmissionState? Next(SubmissionState state, SubmissionAction action) => (state, action) switch
    {
        (SubmissionState.Draft or SubmissionState.Rejected, SubmissionAction.Submit) => SubmissionState.Submitted,
        (SubmissionState.Submitted, SubmissionAction.Approve) => SubmissionState.Approved,
        (SubmissionState.Submitted, SubmissionAction.Reject) => SubmissionState.Rejected,
        (SubmissionState.Draft or SubmissionState.Submitted or SubmissionState.Approved or SubmissionState.Rejected, SubmissionAction.Lock) => SubmissionState.Locked,
        (SubmissionState.Locked, SubmissionAction.RequestUnlock) => SubmissionState.UnlockRequested,
        (SubmissionState.UnlockRequested, SubmissionAction.RefuseUnlock) => SubmissionState.Locked,
        (SubmissionState.Locked or SubmissionState.UnlockRequested, SubmissionAction.Unlock) => SubmissionState.Draft,
        (SubmissionState.Draft or SubmissionState.Rejected, SubmissionAction.Correct) => SubmissionState.Draft,
        _ => null,
    };

    private static bool NeedsMessage(SubmissionAction action) =>
        action is SubmissionAction.Reject or SubmissionAction.RequestUnlock or SubmissionAction.RefuseUnlock or SubmissionAction.Correct;
}

/// <summary>The state that follows, or why there is none.</summary>
public sealed record SubmissionDecision
{
    private const int MostNamed = 20;

    /// <summary>The state that follows; null when the step was refused.</summary>
    public SubmissionState? State { get; private init; }

    /// <summary>Why the step was refused; null when it was not.</summary>
    public SubmissionRefusal? Refusal { get; private init; }

    /// <summary>The refusal in a sentence with its values; empty when it was not refused.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Who below has no accepted report yet, when that is the refusal.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    internal static SubmissionDecision Open(IReadOnlyList<string> missing) => new()
    {
        Refusal = SubmissionRefusal.ChildrenOpen,
        Message = $"{missing.Count} reports of the level below are not accepted yet: {Named(missing)}.",
        Missing = missing,
    };

    /// <summary>The first of many names, and how many more there are.</summary>
    public static string Named(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))}, … (+{names.Count - MostNamed})";
    }

    internal static SubmissionDecision To(SubmissionState state) => new() { State = state };

    internal static SubmissionDecision Refused(SubmissionRefusal refusal, string message) => new() { Refusal = refusal, Message = message };
}

/// <summary>Why a step of a submission was refused.</summary>
public enum SubmissionRefusal : byte
{
    /// <summary>The state does not allow the action.</summary>
    WrongState = 1,

    /// <summary>The action needs a message.</summary>
    MessageMissing = 2,

    /// <summary>Reports of the level below are not approved.</summary>
    ChildrenOpen = 3,

    /// <summary>There is no such report, or the caller may not see it.</summary>
    NotFound = 4,

    /// <summary>The caller may not do this for the library.</summary>
    NotAllowed = 5,

    /// <summary>Somebody else changed the report in the meantime.</summary>
    Stale = 6,

    /// <summary>A correction would change nothing: the data give the same figures.</summary>
    NothingChanged = 7,

    /// <summary>The body above has already sent its own return, which rests on this report.</summary>
    ParentClosed = 8,
}
