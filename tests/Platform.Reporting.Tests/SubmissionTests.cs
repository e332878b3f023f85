using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;
using Platform.Model.Patrons;
using Platform.Model.Reporting;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Submissions;

namespace Platform.Reporting.Tests;

public sealed class SubmissionTests
{
    // The way of csdl.moet.gov.vn, written down by hand: every pair that is not here is refused.
    internal static readonly Dictionary<(SubmissionState, SubmissionAction), SubmissionState> Way = new()
    {
        [(SubmissionState.Draft, SubmissionAction.Submit)] = SubmissionState.Submitted,
        [(SubmissionState.Draft, SubmissionAction.Correct)] = SubmissionState.Draft,
        [(SubmissionState.Draft, SubmissionAction.Lock)] = SubmissionState.Locked,
        [(SubmissionState.Submitted, SubmissionAction.Approve)] = SubmissionState.Approved,
        [(SubmissionState.Submitted, SubmissionAction.Reject)] = SubmissionState.Rejected,
        [(SubmissionState.Submitted, SubmissionAction.Lock)] = SubmissionState.Locked,
        [(SubmissionState.Approved, SubmissionAction.Lock)] = SubmissionState.Locked,
        [(SubmissionState.Rejected, SubmissionAction.Submit)] = SubmissionState.Submitted,
        [(SubmissionState.Rejected, SubmissionAction.Correct)] = SubmissionState.Draft,
        [(SubmissionState.Rejected, SubmissionAction.Lock)] = SubmissionState.Locked,
        [(SubmissionState.Locked, SubmissionAction.RequestUnlock)] = SubmissionState.UnlockRequested,
        [(SubmissionState.Locked, SubmissionAction.Unlock)] = SubmissionState.Draft,
        [(SubmissionState.UnlockRequested, SubmissionAction.Unlock)] = SubmissionState.Draft,
        [(SubmissionState.UnlockRequested, SubmissionAction.RefuseUnlock)] = SubmissionState.Locked,
    };

    [Fact]
    public void EveryStepOfEveryState_FollowsTheWayOrIsRefused()
    {
        foreach (var state in Enum.GetValues<SubmissionState>())
        {
            foreach (var action in Enum.GetValues<SubmissionAction>())
            {
                var decision = SubmissionPolicy.Decide(state, action, "vì sao");

                if (Way.TryGetValue((state, action), out var next))
                    decision.State.ShouldBe(next, $"{action} of {state}");
                else
                    decision.Refusal.ShouldBe(SubmissionRefusal.WrongState, $"{action} of {state}");
            }
        }
    }

    [Theory]
    [InlineData(SubmissionState.Submitted, SubmissionAction.Reject)]
    [InlineData(SubmissionState.Locked, SubmissionAction.RequestUnlock)]
    [InlineData(SubmissionState.UnlockRequested, SubmissionAction.RefuseUnlock)]
    [InlineData(SubmissionState.Rejected, SubmissionAction.Correct)]
    public void StepThatMustSayWhy_IsRefusedWithoutAMessage(SubmissionState state, SubmissionAction action) =>
        SubmissionPolicy.Decide(state, action, " ").Refusal.ShouldBe(SubmissionRefusal.MessageMissing);

    [Fact]
    public void ParentBeforeManyChildren_IsRefusedWithTheFirstOfThem() =>
        SubmissionPolicy.Decide(SubmissionState.Draft, SubmissionAction.Submit, null, [.. Enumerable.Range(1, 23).Select(n => $"T{n}")]).Message
            .ShouldBe("23 reports of the level below are not accepted yet: T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17, T18, T19, T20, … (+3).");

    [Fact]
    public async Task RejectedReport_IsCorrectedSentAgainAndApproved_WithItsHistoryReadable()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (run, before) = await fixture.CloseAsync("R-01", "2026-10");
        var desk = Desk(fixture);
        await StepAsync(fixture, desk, run.Id, SubmissionAction.Submit);
        await StepAsync(fixture, desk, run.Id, SubmissionAction.Reject, "Thiếu lượt bạn đọc ngày 12/10.");
        await fixture.Database.HasAsync(A.Visit(fixture.Library, new DateOnly(2026, 10, 12), PatronCategory.Pupil, 25));

        await using (var db = fixture.Database.Open())
            (await desk.CorrectAsync(db, run.Id, "Bổ sung nhật ký ngày 12/10.", TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
        await StepAsync(fixture, desk, run.Id, SubmissionAction.Submit);
        await StepAsync(fixture, desk, run.Id, SubmissionAction.Approve);

        await using var reading = fixture.Database.Open();
        var steps = await reading.SubmissionSteps.AsNoTracking().OrderBy(s => s.Id).ToListAsync(TestContext.Current.CancellationToken);
        steps.Select(s => (s.Action, s.State, s.Snapshot, s.Message)).ShouldBe(
        [
            (SubmissionAction.Submit, SubmissionState.Submitted, 1, null),
            (SubmissionAction.Reject, SubmissionState.Rejected, 1, "Thiếu lượt bạn đọc ngày 12/10."),
            (SubmissionAction.Correct, SubmissionState.Draft, 2, "Bổ sung nhật ký ngày 12/10."),
            (SubmissionAction.Submit, SubmissionState.Submitted, 2, null),
            (SubmissionAction.Approve, SubmissionState.Approved, 2, null),
        ]);
        var after = await SnapshotStore.OpenAsync(reading, run.Id, TestContext.Current.CancellationToken);
        CellDifference.Between(before.Report.Document, after.ShouldNotBeNull().Report.Document)
            .ShouldBe([new CellDifference("readers", "HS-VISITS", "Số lượt học sinh đến thư viện", "value", 31, 56)]);
        var first = await reading.ReportSnapshots.AsNoTracking().SingleAsync(s => s.RunId == run.Id && s.Number == 1, TestContext.Current.CancellationToken);
        SnapshotStore.Open(first).Report.Hash.ShouldBe(before.Report.Hash);
    }

    [Fact]
    public async Task CorrectionThatChangesNothing_IsRefused()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (run, _) = await fixture.CloseAsync("R-01", "2026-10");

        await using var db = fixture.Database.Open();
        var outcome = await Desk(fixture).CorrectAsync(db, run.Id, "Xem lại.", TestContext.Current.CancellationToken);

        outcome.Refusal.ShouldBe(SubmissionRefusal.NothingChanged);
        (await db.SubmissionSteps.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task CallerOfAnotherLibrary_FindsNoReport_AReaderMayNotSubmit()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var (run, _) = await fixture.CloseAsync("R-01", "2026-10");
        var stranger = new Scope { Actor = "stranger", LibraryIds = [fixture.Library.Id + 1], Permissions = new HashSet<Permission> { Permission.ReadReports, Permission.SubmitReports } };
        var reader = new Scope { Actor = "reader", LibraryIds = [fixture.Library.Id], Permissions = new HashSet<Permission> { Permission.ReadReports } };

        (await StepAsAsync(fixture, stranger, run.Id)).Refusal.ShouldBe(SubmissionRefusal.NotFound);
        (await StepAsAsync(fixture, reader, run.Id)).Refusal.ShouldBe(SubmissionRefusal.NotAllowed);
    }

    [Fact]
    public async Task TwoWhoStepAtOnce_OneIsStale()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var (run, _) = await fixture.CloseAsync("R-01", "2026-10");
        await using var first = fixture.Database.Open();
        await using var second = fixture.Database.Open();
        await first.ReportRuns.LoadAsync(TestContext.Current.CancellationToken);
        await second.ReportRuns.LoadAsync(TestContext.Current.CancellationToken);
        var desk = Desk(fixture);

        var outcomes = new[]
        {
            await desk.StepAsync(first, run.Id, SubmissionAction.Submit, null, TestContext.Current.CancellationToken),
            await desk.StepAsync(second, run.Id, SubmissionAction.Submit, null, TestContext.Current.CancellationToken),
        };

        outcomes.Select(o => o.Refusal).ShouldBe([null, SubmissionRefusal.Stale]);
    }

    private static SubmissionDesk Desk(ReportingFixture fixture) => new(fixture.Runner, ReportingFixture.Catalogue, fixture.Clock);

    private static async Task StepAsync(ReportingFixture fixture, SubmissionDesk desk, long run, SubmissionAction action, string? message = null)
    {
        await using var db = fixture.Database.Open();
        var outcome = await desk.StepAsync(db, run, action, message, TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull(outcome.Message);
    }

    private static async Task<SubmissionOutcome> StepAsAsync(ReportingFixture fixture, Scope scope, long run)
    {
        await using var db = fixture.Database.Open(scope);
        return await Desk(fixture).StepAsync(db, run, SubmissionAction.Submit, null, TestContext.Current.CancellationToken);
    }
}
