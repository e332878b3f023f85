using Platform.Model.Libraries;
using Platform.Model.Repository;

namespace Platform.Model.Tests.Repository;

/// <summary>The way of an e-resource from draft to contribution.</summary>
public sealed class AppraisalTests
{
    private static readonly AppraisalStep.RecordMinutes Minutes = new("03/BB-TT", A.Today, ["Nguyễn Thị Hoa"]);

    [Fact]
    public void Way_IsWalkedInOrder()
    {
        var states = new[] { EResourceState.Submitted, EResourceState.Appraised, EResourceState.Published, EResourceState.Contributed };
        AppraisalStep[] steps = [new AppraisalStep.Submit(), Minutes, new AppraisalStep.Publish(), new AppraisalStep.Contribute(IsMember: true)];
        var resource = Lesson(EResourceState.Draft);

        foreach (var (step, state) in steps.Zip(states))
        {
            Decide(resource, step).ShouldBe(AppraisalDecision.To(state));
            resource.State = state;
        }
    }

    // Rows: states. Columns: submit, return, minutes, lesson, publish, contribute, withdraw.
    [Theory]
    [InlineData(EResourceState.Draft, "x.....x")]
    [InlineData(EResourceState.Submitted, ".xxx..x")]
    [InlineData(EResourceState.Returned, "x.....x")]
    [InlineData(EResourceState.Appraised, ".x..x.x")]
    [InlineData(EResourceState.Published, ".....xx")]
    [InlineData(EResourceState.Contributed, "......x")]
    [InlineData(EResourceState.Withdrawn, ".......")]
    public void EveryStepFromEveryState_IsTakenOrRefused(EResourceState state, string expected)
    {
        AppraisalStep[] steps =
        [
            new AppraisalStep.Submit(), new AppraisalStep.Return("Thiếu phụ lục"), Minutes, new AppraisalStep.RecordLesson("6A", A.Today),
            new AppraisalStep.Publish(), new AppraisalStep.Contribute(IsMember: true), new AppraisalStep.Withdraw("Sai kiến thức"),
        ];
        var resource = Lesson(state);

        var found = steps.Select(step => Decide(resource, step)).ToList();

        string.Concat(found.Select(decision => decision.Next is null ? '.' : 'x')).ShouldBe(expected);
        found.Where(decision => decision.Next is null).ShouldAllBe(decision => decision.Refusal == AppraisalRefusal.WrongState);
    }

    [Fact]
    public void Refusals_NameWhatIsMissing()
    {
        var tomorrow = A.Today.AddDays(1);
        Appraisal.Decide(Lesson(EResourceState.Draft), hasFile: false, new AppraisalStep.Submit(), A.Today).Refusal.ShouldBe(AppraisalRefusal.NoFile);
        Decide(Lesson(EResourceState.Submitted), new AppraisalStep.Return(" ")).Refusal.ShouldBe(AppraisalRefusal.NoReasons);
        Decide(Lesson(EResourceState.Submitted), Minutes with { Members = [" "] }).Refusal.ShouldBe(AppraisalRefusal.IncompleteMinutes);
        Decide(Lesson(EResourceState.Submitted), Minutes with { Number = "" }).Refusal.ShouldBe(AppraisalRefusal.IncompleteMinutes);
        Decide(Lesson(EResourceState.Submitted), Minutes with { HeldOn = tomorrow }).Refusal.ShouldBe(AppraisalRefusal.FutureEvidence);
        Decide(Lesson(EResourceState.Submitted), new AppraisalStep.RecordLesson("", A.Today)).Refusal.ShouldBe(AppraisalRefusal.NoClass);
        Decide(Lesson(EResourceState.Submitted), new AppraisalStep.RecordLesson("6A", tomorrow)).Refusal.ShouldBe(AppraisalRefusal.FutureEvidence);
        Decide(Lesson(EResourceState.Published), new AppraisalStep.Contribute(IsMember: false)).Refusal.ShouldBe(AppraisalRefusal.NotAMember);
    }

    [Fact]
    public void Rights_AreAskedBeforePublishing()
    {
        var lesson = Lesson(EResourceState.Appraised);
        lesson.ConsentOn = null;
        Decide(lesson, new AppraisalStep.Publish()).Refusal.ShouldBe(AppraisalRefusal.NoConsent);
        var copy = Copy(EResourceState.Appraised, copies: null);
        Decide(copy, new AppraisalStep.Publish()).Refusal.ShouldBe(AppraisalRefusal.NoCopiesHeld);
        copy.CopiesHeld = 3;
        Decide(copy, new AppraisalStep.Publish(CopiesInStock: 2)).Refusal.ShouldBe(AppraisalRefusal.CopiesNotHeld);
        Decide(copy, new AppraisalStep.Publish(CopiesInStock: 3)).Refusal.ShouldBeNull();
        copy.CopiesEvidence = "Hợp đồng 12/2026/HĐ-NXB";
        Decide(copy, new AppraisalStep.Publish()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void CopyOfAWorkOnSaleDigitally_IsPublishedAtHomeAndNotContributed()
    {
        var copy = Copy(EResourceState.Published, copies: 3);
        copy.IsOnSaleDigitally = true;

        Decide(copy, new AppraisalStep.Contribute(IsMember: true)).Refusal.ShouldBe(AppraisalRefusal.OnSaleDigitally);
    }

    [Theory]
    [InlineData(EResourceKind.ELesson, EvidenceKind.Minutes, true, ElearningReason.AppraisedLesson, true)]
    [InlineData(EResourceKind.LessonPlan, EvidenceKind.Taught, true, ElearningReason.TaughtLesson, true)]
    [InlineData(EResourceKind.EBook, EvidenceKind.Minutes, true, ElearningReason.TeachingMaterial, true)]
    [InlineData(EResourceKind.EBook, EvidenceKind.Minutes, false, ElearningReason.NotForTeaching, false)]
    [InlineData(EResourceKind.ELesson, EvidenceKind.None, true, ElearningReason.NoEvidence, false)]
    public void Elearning_CountsWhatServesTeachingWithEvidence(EResourceKind kind, EvidenceKind evidence, bool forTeaching, ElearningReason reason, bool counts)
    {
        var resource = Lesson(EResourceState.Contributed);
        resource.Kind = kind;
        resource.Subject = forTeaching ? "Toán" : null;

        Elearning.Judge(resource, hasFile: true, evidence).ShouldBe(reason);
        Elearning.Counts(reason).ShouldBe(counts);
    }

    [Fact]
    public void Elearning_DoesNotCountWhatNobodyCanOpen()
    {
        var resource = Lesson(EResourceState.Contributed);

        Elearning.Judge(resource, hasFile: false, EvidenceKind.Minutes).ShouldBe(ElearningReason.NoFile);
        resource.WithdrawnOn = A.Today;
        Elearning.Judge(resource, hasFile: true, EvidenceKind.Minutes).ShouldBe(ElearningReason.Withdrawn);
        (resource.WithdrawnOn, resource.PublishedVersion) = (null, null);
        Elearning.Judge(resource, hasFile: true, EvidenceKind.Minutes).ShouldBe(ElearningReason.NotPublished);
    }

    private static AppraisalDecision Decide(EResource resource, AppraisalStep step) => Appraisal.Decide(resource, hasFile: true, step, A.Today);

    private static EResource Lesson(EResourceState state) => In(state, A.Resource(new Library { Code = "TV1", Name = "THCS", Level = SchoolLevel.LowerSecondary }));

    private static EResource Copy(EResourceState state, int? copies) =>
        In(state, A.Resource(new Library { Code = "TV1", Name = "THCS", Level = SchoolLevel.LowerSecondary }, RightsBasis.LibraryCopy, copies));

    private static EResource In(EResourceState state, EResource resource)
    {
        resource.State = state;
        return resource;
    }
}
