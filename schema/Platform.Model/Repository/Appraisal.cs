namespace Platform.Model.Repository;

/// <summary>A step that someone wants an e-resource to take.</summary>
public abstract record AppraisalStep
{
    private AppraisalStep()
    {
    }

    /// <summary>The author hands the newest version to the subject group.</summary>
    public sealed record Submit : AppraisalStep;

    /// <summary>The subject group gives it back.</summary>
    public sealed record Return(string Reasons) : AppraisalStep;

    /// <summary>The subject group's minutes are recorded.</summary>
    public sealed record RecordMinutes(string Number, DateOnly HeldOn, IReadOnlyList<string> Members) : AppraisalStep;

    /// <summary>The lesson in which it was taught is recorded instead of minutes.</summary>
    public sealed record RecordLesson(string ClassName, DateOnly TaughtOn) : AppraisalStep;

    /// <summary>The library opens the newest version to its audience.</summary>
    /// <param name="CopiesInStock">Copies of the resource's record in the stock of its library; matters for works under copyright only.</param>
    public sealed record Publish(int CopiesInStock = 0) : AppraisalStep;

    /// <summary>The library contributes it to its group.</summary>
    public sealed record Contribute(bool IsMember) : AppraisalStep;

    /// <summary>The library takes it back.</summary>
    public sealed record Withdraw(string Reasons) : AppraisalStep;
}

/// <summary>Why an e-resource cannot take a step.</summary>
public enum AppraisalRefusal : byte
{
    /// <summary>The step does not follow the state it is in.</summary>
    WrongState = 1,

    /// <summary>The newest version has no file.</summary>
    NoFile = 2,

    /// <summary>Reasons must be given.</summary>
    NoReasons = 3,

    /// <summary>Minutes need a number and at least one member.</summary>
    IncompleteMinutes = 4,

    /// <summary>A taught lesson needs its class.</summary>
    NoClass = 5,

    /// <summary>The evidence is dated after today.</summary>
    FutureEvidence = 6,

    /// <summary>A teacher's work needs the teacher's consent first.</summary>
    NoConsent = 7,

    /// <summary>A library's copy needs the number of copies held.</summary>
    NoCopiesHeld = 8,

    /// <summary>The library is in no group today.</summary>
    NotAMember = 9,

    /// <summary>The work is on sale in digital form: copies may not be shared between libraries (Luật SHTT Đ.25).</summary>
    OnSaleDigitally = 10,

    /// <summary>Its audience is the own library only.</summary>
    OwnLibraryOnly = 11,

    /// <summary>More copies are said to be held than the catalogue has in stock, and no evidence is named.</summary>
    CopiesNotHeld = 12,
}

/// <summary>What becomes of a step: the next state, or why not.</summary>
public readonly record struct AppraisalDecision(EResourceState? Next, AppraisalRefusal? Refusal)
{
    /// <summary>The step is taken.</summary>
    public static AppraisalDecision To(EResourceState next) => new(next, null);

    /// <summary>The step is refused.</summary>
    public static AppraisalDecision No(AppraisalRefusal refusal) => new(null, refusal);
}

/// <summary>
/// The way of an e-resource: draft, submitted, appraised by minutes or shown to have been taught, published, contributed; returned with
/// reasons on the way, withdrawn at any time. Pure: decides and changes nothing.
/// </summary>
public static class Appraisal
{
    /// <summary>Decides a step.</summary>
    /// <param name="resource">The resource as it stands.</param>
    /// <param name="hasFile">Whether its newest version has a file.</param>
    /// <param name="step">The step.</param>
    /// <param name="today">Today at the school.</param>
    public static AppraisalDecision Decide(EResource resource, bool hasFile, AppraisalStep step, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return step switch
        {
            AppraisalStep.Submit => From(resource, EResourceState.Submitted, hasFile ? null : AppraisalRefusal.NoFile, EResourceState.Draft, EResourceState.Returned),
            AppraisalStep.Return back => From(resource, EResourceState.Returned, ReasonsFault(back.Reasons), EResourceState.Submitted, EResourceState.Appraised),
            AppraisalStep.RecordMinutes minutes => From(resource, EResourceState.Appraised, MinutesFault(minutes, today), EResourceState.Submitted),
            AppraisalStep.RecordLesson lesson => From(resource, EResourceState.Appraised, LessonFault(lesson, today), EResourceState.Submitted),
            AppraisalStep.Publish publish => From(resource, EResourceState.Published, RightsFault(resource) ?? CopiesFault(resource, publish.CopiesInStock), EResourceState.Appraised),
            AppraisalStep.Contribute contribution => From(resource, EResourceState.Contributed, ContributionFault(resource, contribution), EResourceState.Published),
            AppraisalStep.Withdraw back => resource.State is not EResourceState.Withdrawn
                ? From(resource, EResourceState.Withdrawn, ReasonsFault(back.Reasons), resource.State)
                : AppraisalDecision.No(AppraisalRefusal.WrongState),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
    }

    private static AppraisalDecision From(EResource resource, EResourceState next, AppraisalRefusal? fault, params ReadOnlySpan<EResourceState> from)
    {
        if (!from.Contains(resource.State))
            return AppraisalDecision.No(AppraisalRefusal.WrongState);
        return fault is { } refusal ? AppraisalDecision.No(refusal) : AppraisalDecision.To(next);
    }

    private static AppraisalRefusal? ReasonsFault(string reasons) => string.IsNullOrWhiteSpace(reasons) ? AppraisalRefusal.NoReasons : null;

    private static AppraisalRefusal? MinutesFault(AppraisalStep.RecordMinutes minutes, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(minutes.Number) || minutes.Members.All(string.IsNullOrWhiteSpace))
            return AppraisalRefusal.IncompleteMinutes;
        return minutes.HeldOn > today ? AppraisalRefusal.FutureEvidence : null;
    }

    private static AppraisalRefusal? LessonFault(AppraisalStep.RecordLesson lesson, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(lesson.ClassName))
            return AppraisalRefusal.NoClass;
        return lesson.TaughtOn > today ? AppraisalRefusal.FutureEvidence : null;
    }

    private static AppraisalRefusal? RightsFault(EResource resource)
    {
        if (resource.Rights is RightsBasis.TeacherMade && resource.ConsentOn is null)
            return AppraisalRefusal.NoConsent;
        return resource.IsLimitedToCopies && resource.CopiesHeld is null or < 1 ? AppraisalRefusal.NoCopiesHeld : null;
    }

    private static AppraisalRefusal? CopiesFault(EResource resource, int inStock) =>
        resource.IsLimitedToCopies && string.IsNullOrWhiteSpace(resource.CopiesEvidence) && resource.CopiesHeld > inStock ? AppraisalRefusal.CopiesNotHeld : null;

    private static AppraisalRefusal? ContributionFault(EResource resource, AppraisalStep.Contribute contribution)
    {
        if (!contribution.IsMember)
            return AppraisalRefusal.NotAMember;
        if (resource.Audience is Audience.OwnLibrary)
            return AppraisalRefusal.OwnLibraryOnly;
        if (resource.IsLimitedToCopies && resource.IsOnSaleDigitally)
            return AppraisalRefusal.OnSaleDigitally;
        return RightsFault(resource);
    }
}
