using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Reporting.Submissions;

namespace Platform.Reporting.Tests;

/// <summary>What communes and the Sở send up after their schools: a random walk beside a model written by hand, and the refusals in words.</summary>
public sealed class ConsolidationTests : IAsyncDisposable
{
    private const string Form = "R-11";
    private static readonly ReportPeriod Year = ReportPeriod.OfSchoolYear(PeriodKind.SchoolYear, 2025);

    // TH-1 and TH-2 are below XA-1, TH-3 below XA-2, both communes and PT-1 below the Sở.
    private static readonly Dictionary<string, string[]> Below = new() { ["XA-1"] = ["TH-1", "TH-2"], ["XA-2"] = ["TH-3"], ["SO"] = ["PT-1", "XA-1", "XA-2"] };
    private static readonly string[] Schools = ["PT-1", "TH-1", "TH-2", "TH-3"];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 20, 3, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, long> _ids = [];
    private LibraryDatabase? _database;

    private LibraryDatabase Database => _database!; // made at the beginning of each test

    public ValueTask DisposeAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task RandomWalk_ParentNeverStandsOnAnOpenChild()
    {
        await FillAsync();
        var model = new Model();
        var random = new Random(7);
        string[] names = [.. Schools, .. Below.Keys];
        // Steps forward are taken more often than others, so that the walk reaches the top.
        SubmissionAction[] forward = [SubmissionAction.Submit, SubmissionAction.Approve, SubmissionAction.Submit, SubmissionAction.Approve, SubmissionAction.Lock, SubmissionAction.Unlock];
        SubmissionAction[] actions = [.. forward, .. Enum.GetValues<SubmissionAction>().Except([SubmissionAction.Correct])];
        var refusals = new HashSet<SubmissionRefusal?>();

        for (var step = 0; step < 400; step++)
        {
            var (name, action) = (names[random.Next(names.Length)], actions[random.Next(actions.Length)]);
            var expected = model.Take(name, action);
            var (refusal, missing) = await StepAsync(name, action);

            refusal.ShouldBe(expected.Refusal, $"{action} of {name}");
            missing.ShouldBe(expected.Missing, $"{action} of {name}");
            refusals.Add(refusal);
            (await StatesAsync()).ShouldBe(model.States, ignoreOrder: true);
            foreach (var (parent, children) in Below.Where(b => model.States[b.Key] is SubmissionState.Submitted or SubmissionState.Approved))
                children.ShouldAllBe(child => model.IsAccepted(child), $"{parent} after {action} of {name}");
        }
        refusals.Order().ShouldBe([null, SubmissionRefusal.WrongState, SubmissionRefusal.ChildrenOpen, SubmissionRefusal.ParentClosed]);
    }

    [Fact]
    public async Task BodyBeforeItsSchools_IsRefusedByName_AndNothingIsSaved()
    {
        await FillAsync();
        await StepAsync("TH-2", SubmissionAction.Submit);
        await StepAsync("TH-2", SubmissionAction.Approve);

        await using var db = Database.Open();
        var outcome = await Desk.SubmitAsync(db, "XA-1", Form, Year, null, TestContext.Current.CancellationToken);

        outcome.Message.ShouldBe("1 reports of the level below are not accepted yet: TH-1.");
        outcome.Missing.ShouldBe(["TH-1"]);
        (await Database.Open().ConsolidatedReports.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task ReturnSentAgain_NamesEverySchoolsHash_AndTheListBefore()
    {
        await FillAsync();
        foreach (var step in new[] { SubmissionAction.Submit, SubmissionAction.Approve })
            await StepAsync("TH-3", step);
        await StepAsync("XA-2", SubmissionAction.Submit);
        await StepAsync("XA-2", SubmissionAction.Reject);
        await StepAsync("XA-2", SubmissionAction.Submit);

        await using var db = Database.Open();
        var report = await db.ConsolidatedReports.Include(r => r.Steps).SingleAsync(TestContext.Current.CancellationToken);
        var sent = report.Steps.Where(s => s.Action == SubmissionAction.Submit).OrderBy(s => s.Id).ToList();
        sent.Select(s => s.Lines).ShouldBe([$"TH-3 {HashOf("TH-3")}", $"TH-3 {HashOf("TH-3")}"]);
        sent[0].Hash.ShouldBe(ConsolidationDesk.HashOf(sent[0].Lines!, null));
        sent[1].Hash.ShouldBe(ConsolidationDesk.HashOf(sent[1].Lines!, sent[0].Hash));
        report.Hash.ShouldBe(sent[1].Hash);
    }

    [Fact]
    public async Task StrangerOrTheBodyItself_MayNotDecide()
    {
        await FillAsync();
        foreach (var step in new[] { SubmissionAction.Submit, SubmissionAction.Approve })
            await StepAsync("TH-3", step);
        await StepAsync("XA-2", SubmissionAction.Submit);
        Scope Officer(params string[] bodies) => new()
        {
            Actor = "officer",
            OrganisationIds = [.. bodies.Select(b => _ids[b])],
            Permissions = RolePermissions.Of(Role.EducationOffice),
        };
        var id = (await Database.Open().ConsolidatedReports.SingleAsync(TestContext.Current.CancellationToken)).Id;

        (await AsAsync(Officer("XA-1"), id)).ShouldBe(SubmissionRefusal.NotFound);
        (await AsAsync(Officer("XA-2"), id)).ShouldBe(SubmissionRefusal.NotAllowed);
        (await AsAsync(Officer("SO", "XA-1", "XA-2"), id)).ShouldBeNull();
        await using var db = Database.Open(Officer("XA-1"));
        (await Desk.SubmitAsync(db, "XA-2", Form, Year, null, TestContext.Current.CancellationToken)).Refusal.ShouldBe(SubmissionRefusal.NotAllowed);
    }

    [Fact]
    public async Task HubBeforeItsMembersLists_IsRefused_UntilItAcknowledgedThem()
    {
        await FillAsync();
        var hk2 = ReportPeriod.OfSchoolYear(PeriodKind.SecondSemester, 2025);
        await using var db = Database.Open();
        var libraries = await db.Libraries.OrderBy(l => l.Code).ToListAsync(TestContext.Current.CancellationToken);
        var group = await Database.HasAsync(A.Group(libraries[0], libraries[1]));
        var run = await Database.HasAsync(Run(libraries[0].Id, "R-07", hk2, libraries[0].Code));
        var list = await Database.HasAsync(List(group.Id, libraries[1].Id, SemesterListKind.InterLibraryLoans, _clock.GetUtcNow()));

        var before = await SchoolDesk.StepAsync(db, run.Id, SubmissionAction.Submit, null, TestContext.Current.CancellationToken);
        await Database.HasAsync(List(group.Id, libraries[1].Id, SemesterListKind.ContributedEResources, _clock.GetUtcNow()));
        var after = await SchoolDesk.StepAsync(db, run.Id, SubmissionAction.Submit, null, TestContext.Current.CancellationToken);

        (before.Refusal, before.Message).ShouldBe((SubmissionRefusal.ChildrenOpen, "1 reports of the level below are not accepted yet: TH-1 R-06."));
        after.Refusal.ShouldBeNull(after.Message);
        list.ShouldNotBeNull();
    }

    // R-11 is due 60 days after 31/07/2026, by TT 05/2020/TT-BVHTTDL: on 29/09/2026.
    [Fact]
    public async Task Deadline_LocksWhatASchoolStillHolds_OnceAndNotWhatTheOfficeHolds()
    {
        await FillAsync();
        await StepAsync("TH-1", SubmissionAction.Submit);
        foreach (var step in new[] { SubmissionAction.Submit, SubmissionAction.Approve })
            await StepAsync("TH-2", step);
        var deadlines = new ReportDeadlines(Database.Databases, ReportingFixture.Catalogue, _clock);

        _clock.SetUtcNow(new DateTimeOffset(2026, 9, 29, 3, 0, 0, TimeSpan.Zero));
        await deadlines.RunAsync(TestContext.Current.CancellationToken);
        var onTheDay = await StatesAsync();
        _clock.SetUtcNow(new DateTimeOffset(2026, 9, 30, 3, 0, 0, TimeSpan.Zero));
        await deadlines.RunAsync(TestContext.Current.CancellationToken);
        var after = await StatesAsync();
        await StepAsync("TH-3", SubmissionAction.Unlock);
        await deadlines.RunAsync(TestContext.Current.CancellationToken);

        onTheDay.ShouldNotContain(s => s.Value == SubmissionState.Locked);
        after.Where(s => s.Value == SubmissionState.Locked).Select(s => s.Key).ShouldBe(["PT-1", "TH-2", "TH-3"], ignoreOrder: true);
        (await StatesAsync())["TH-3"].ShouldBe(SubmissionState.Draft, "opened after the deadline, it stays open");
        await using var db = Database.Open();
        var standing = await new StandingList(ReportingFixture.Catalogue, _clock).OfAsync(db, Form, Year, TestContext.Current.CancellationToken);
        standing!.Schools.Where(s => s.IsLate).Select(s => s.Code).ShouldBe(["PT-1", "TH-3"]);
        (standing.Approved, standing.Closed).ShouldBe((1, 4));
    }

    [Fact]
    public async Task SchoolThatOwesAReport_IsRemindedOnceAtEachStep()
    {
        await FillAsync();
        await StepAsync("TH-1", SubmissionAction.Submit);
        var deadlines = new ReportDeadlines(Database.Databases, ReportingFixture.Catalogue, _clock);
        _clock.SetUtcNow(new DateTimeOffset(2026, 9, 27, 3, 0, 0, TimeSpan.Zero));

        await deadlines.RunAsync(TestContext.Current.CancellationToken);
        await deadlines.RunAsync(TestContext.Current.CancellationToken);

        await using var db = Database.Open();
        var reminders = await db.Reminders.Where(r => r.Key.StartsWith("report/R-11/")).OrderBy(r => r.Library.Code).Select(r => new { r.Library.Code, r.Key, r.Text }).ToListAsync(TestContext.Current.CancellationToken);
        reminders.Select(r => r.Code).ShouldBe(["PT-1", "TH-2", "TH-3"]);
        reminders[0].Key.ShouldBe("report/R-11/2025-2026/-3");
        reminders[0].Text.ShouldStartWith("Chưa gửi báo cáo R-11 kỳ 2025-2026");
        reminders[0].Text.ShouldEndWith("Hạn: 29/09/2026.");
    }

    private ConsolidationDesk Desk => new(ReportingFixture.Catalogue, _clock);

    private SubmissionDesk SchoolDesk => new(null!, ReportingFixture.Catalogue, _clock); // counts nothing: no correction is taken here

    private static string HashOf(string school) => new(school[^1], 64);

    private static ReportRun Run(long library, string form, ReportPeriod period, string code) => new()
    {
        LibraryId = library,
        DefinitionCode = form,
        DefinitionVersion = 1,
        PeriodKind = period.Kind,
        Period = period.Code,
        FirstOn = period.FirstOn,
        LastOn = period.LastOn,
        ClosedAt = A.Noon.AddMonths(-2),
        CurrentSnapshot = 1,
        Snapshots = [new ReportSnapshot { LibraryId = library, Number = 1, Hash = HashOf(code), FrozenAt = A.Noon, Document = [], StoredHash = HashOf(code), Facts = 0 }],
    };

    private static SemesterList List(long group, long library, SemesterListKind kind, DateTimeOffset at) =>
        new() { GroupId = group, LibraryId = library, Semester = "2025-2026-HK2", Kind = kind, Lines = 1, SentAt = at, ReceivedAt = at };

    private async Task FillAsync()
    {
        _database = await LibraryDatabase.CreateAsync(_clock);
        foreach (var (code, kind) in new[] { ("SO", OrganisationKind.Department), ("XA-1", OrganisationKind.Commune), ("XA-2", OrganisationKind.Commune) })
            _ids[code] = (await Database.HasAsync(new Organisation { Code = code, Name = code, Kind = kind })).Id;
        foreach (var school in Schools)
        {
            var library = await Database.HasAsync(A.Library(school));
            _ids[school] = (await Database.HasAsync(Run(library.Id, Form, Year, school))).Id;
            await Database.HasAsync(new LibraryParent { LibraryId = library.Id, OrganisationId = _ids[Below.Single(b => b.Value.Contains(school)).Key], FromOn = new DateOnly(2025, 7, 1) });
        }
        foreach (var commune in new[] { "XA-1", "XA-2" })
            await Database.HasAsync(new OrganisationParent { OrganisationId = _ids[commune], ParentId = _ids["SO"], FromOn = new DateOnly(2025, 7, 1) });
    }

    private async Task<(SubmissionRefusal? Refusal, IReadOnlyList<string> Missing)> StepAsync(string name, SubmissionAction action)
    {
        await using var db = Database.Open();
        if (Schools.Contains(name))
        {
            var taken = await SchoolDesk.StepAsync(db, _ids[name], action, "vì sao", TestContext.Current.CancellationToken);
            return (taken.Refusal, taken.Missing);
        }
        var report = await db.ConsolidatedReports.AsNoTracking().SingleOrDefaultAsync(r => r.OrganisationId == _ids[name], TestContext.Current.CancellationToken);
        if (action is not SubmissionAction.Submit && report is null)
            return (SubmissionRefusal.WrongState, []);
        var outcome = action is SubmissionAction.Submit
            ? await Desk.SubmitAsync(db, name, Form, Year, null, TestContext.Current.CancellationToken)
            : await Desk.StepAsync(db, report!.Id, action, "vì sao", TestContext.Current.CancellationToken); // checked above
        return (outcome.Refusal, outcome.Missing);
    }

    private async Task<SubmissionRefusal?> AsAsync(Scope scope, long report)
    {
        await using var db = Database.Open(scope);
        return (await Desk.StepAsync(db, report, SubmissionAction.Approve, null, TestContext.Current.CancellationToken)).Refusal;
    }

    private async Task<Dictionary<string, SubmissionState>> StatesAsync()
    {
        await using var db = Database.Open();
        var states = await db.ReportRuns.Where(r => r.DefinitionCode == Form).Select(r => new { r.Library.Code, r.State }).ToDictionaryAsync(r => r.Code, r => r.State, TestContext.Current.CancellationToken);
        foreach (var body in Below.Keys)
            states[body] = await db.ConsolidatedReports.Where(r => r.Organisation.Code == body).Select(r => (SubmissionState?)r.State).SingleOrDefaultAsync(TestContext.Current.CancellationToken) ?? SubmissionState.Draft;
        return states;
    }

    /// <summary>The hierarchy as the law has it, without a database.</summary>
    private sealed class Model
    {
        private readonly HashSet<string> _sent = [];
        private readonly HashSet<string> _approved = [];

        public Dictionary<string, SubmissionState> States { get; } = Schools.Concat(Below.Keys).ToDictionary(name => name, _ => SubmissionState.Draft);

        public bool IsAccepted(string name) =>
            States[name] is SubmissionState.Approved || (States[name] is SubmissionState.Locked or SubmissionState.UnlockRequested && _approved.Contains(name));

        public (SubmissionRefusal? Refusal, IReadOnlyList<string> Missing) Take(string name, SubmissionAction action)
        {
            // What was never sent is no return yet: nobody can decide about it.
            if (Below.ContainsKey(name) && action is not SubmissionAction.Submit && !_sent.Contains(name))
                return (SubmissionRefusal.WrongState, []);
            if (!SubmissionTests.Way.TryGetValue((States[name], action), out var next))
                return (SubmissionRefusal.WrongState, []);
            if (action is SubmissionAction.Submit && Below.TryGetValue(name, out var children) && children.Where(c => !IsAccepted(c)).ToList() is { Count: > 0 } missing)
                return (SubmissionRefusal.ChildrenOpen, missing);
            var parent = Below.Where(b => b.Value.Contains(name)).Select(b => b.Key).SingleOrDefault();
            if (action is SubmissionAction.Unlock && parent is not null && States[parent] is not (SubmissionState.Draft or SubmissionState.Rejected))
                return (SubmissionRefusal.ParentClosed, []);
            States[name] = next;
            if (action is SubmissionAction.Submit)
                _sent.Add(name);
            if (action is SubmissionAction.Approve)
                _approved.Add(name);
            if (action is SubmissionAction.Reject or SubmissionAction.Unlock)
                _approved.Remove(name);
            return (null, []);
        }
    }
}
