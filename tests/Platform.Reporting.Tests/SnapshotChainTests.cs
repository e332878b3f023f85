using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Patrons;
using Platform.Model.Reporting;
using Platform.Reporting.Doctor;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Submissions;

namespace Platform.Reporting.Tests;

/// <summary>The versions of a report as a chain: what was frozen stays, byte for byte, and whatever is changed in the store is named.</summary>
public sealed class SnapshotChainTests
{
    [Fact]
    public async Task EveryVersion_HoldsTheHashOfTheOneBefore()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var run = await ThreeVersionsAsync(fixture);

        await using var db = fixture.Database.Open();
        var versions = await db.ReportSnapshots.AsNoTracking().OrderBy(s => s.Number).ToListAsync(TestContext.Current.CancellationToken);
        versions.Select(v => SnapshotStore.Open(v).Report.Document.Previous).ShouldBe([null, versions[0].Hash, versions[1].Hash]);
        (await SnapshotChain.FaultsOfAsync(db, run, null, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE ReportSnapshots SET Document = zeroblob(length(Document)) WHERE Number = 1", "The snapshot's version 1: document is not the one that was frozen.")]
    [InlineData("UPDATE SnapshotChunks SET Bytes = zeroblob(length(Bytes)) WHERE Kind = 1 AND SnapshotId = (SELECT Id FROM ReportSnapshots WHERE Number = 2)", "The snapshot's version 2: chunk 0 is not the one that was frozen.")]
    [InlineData("UPDATE ReportSnapshots SET StoredHash = Hash WHERE Number = 3", "The snapshot's version 3: document is not the one that was frozen.")]
    public async Task ByteChangedInAnyVersion_IsNamed_ByTheCheckTheVerifierAndTheDoctor(string tamper, string fault)
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var run = await ThreeVersionsAsync(fixture);
        await using var db = fixture.Database.Open();
        var hash = await db.ReportSnapshots.Where(s => s.Number == 3).Select(s => s.Hash).SingleAsync(TestContext.Current.CancellationToken);

        await db.Database.ExecuteSqlRawAsync(tamper, TestContext.Current.CancellationToken);

        (await SnapshotChain.FaultsOfAsync(db, run, null, TestContext.Current.CancellationToken)).Select(f => f.ToString()).ShouldBe([fault]);
        var verdict = await new ReportVerifier(fixture.Database.Databases).VerifyAsync(hash, TestContext.Current.CancellationToken);
        (verdict.Verdict, string.Join('|', verdict.Faults)).ShouldBe((ReportVerdict.Damaged, fault));
        var doctor = new ReportDoctor(fixture.Runner, ReportingFixture.Catalogue, fixture.Database.Databases, fixture.Clock);
        var findings = await doctor.DiagnoseAsync("R-01", fixture.Library, ReportPeriod.Month(2026, 10), TestContext.Current.CancellationToken);
        findings!.Single(f => f.Cause is ReportCause.StoredReportDamaged).Vietnamese.ShouldEndWith(fault);
    }

    // Everything within the first version is made to fit again; only the second one still knows what it corrected.
    [Fact]
    public async Task VersionForgedAsAWhole_BreaksTheLinkOfTheNext()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var run = await ThreeVersionsAsync(fixture);
        await using var db = fixture.Database.Open();
        var first = await db.ReportSnapshots.SingleAsync(s => s.Number == 1, TestContext.Current.CancellationToken);
        var document = SnapshotStore.Open(first).Report.Document;
        var bytes = CanonicalJson.Write(document with { Library = document.Library with { Name = "Trường khác" } });
        var packed = Seal.Pack(bytes);

        await db.ReportSnapshots.Where(s => s.Number == 1).ExecuteUpdateAsync(
            s => s.SetProperty(v => v.Document, packed).SetProperty(v => v.StoredHash, Seal.Of(packed)).SetProperty(v => v.Hash, Seal.Of(bytes)), TestContext.Current.CancellationToken);

        (await SnapshotChain.FaultsOfAsync(db, run, null, TestContext.Current.CancellationToken)).Select(f => f.ToString())
            .ShouldBe(["The snapshot's version 2 does not follow the version before it."]);
    }

    [Fact]
    public async Task VersionTakenOut_IsMissed()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var run = await ThreeVersionsAsync(fixture);
        await using var db = fixture.Database.Open();

        await db.ReportSnapshots.Where(s => s.Number == 2).ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        (await SnapshotChain.FaultsOfAsync(db, run, null, TestContext.Current.CancellationToken)).Select(f => f.ToString())
            .ShouldBe(["The snapshot's version 2 is not there.", "The snapshot's version 3 does not follow the version before it."]);
    }

    [Fact]
    public async Task FactEnteredLate_IsSaidByTheDoctor_AndGoesIntoACorrectionOnly()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (run, before) = await fixture.CloseAsync("R-01", "2026-10");
        await fixture.Database.HasAsync(A.Visit(fixture.Library, new DateOnly(2026, 10, 12), PatronCategory.Pupil, 25));

        var doctor = new ReportDoctor(fixture.Runner, ReportingFixture.Catalogue, fixture.Database.Databases, fixture.Clock);
        var findings = await doctor.DiagnoseAsync("R-01", fixture.Library, ReportPeriod.Month(2026, 10), TestContext.Current.CancellationToken);

        findings!.Single(f => f.Cause is ReportCause.LateFacts).Vietnamese.ShouldBe("1 số liệu đã khác bản chốt số 1 vì dữ liệu nhập hoặc sửa sau khi chốt.");
        (await fixture.CloseAsync("R-01", "2026-10")).Snapshot.Report.Hash.ShouldBe(before.Report.Hash);
        run.CurrentSnapshot.ShouldBe(1);
    }

    // Live rows are deleted, moved to other days and added at random: every file is made again from what was frozen.
    [Theory]
    [InlineData("R-01", "2026-10")]
    [InlineData("R-03", "2026-2027")]
    [InlineData("S-02", "2026-2027")]
    public async Task LiveDataMutatedAtRandom_EveryFileIsTheSameByteForByte(string report, string period)
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        fixture.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 2, 3, 0, 0, TimeSpan.Zero));
        await SampleMonth.FillAsync(fixture);
        var (run, before) = await fixture.CloseAsync(report, period);
        var files = FilesOf(before);

        var mutations = Gen.Sample(Gen.Elements(Mutations), 8).ToList();
        mutations.Count.ShouldBe(8);
        foreach (var mutation in mutations)
        {
            await using var db = fixture.Database.Open();
            await db.Database.ExecuteSqlRawAsync(mutation, TestContext.Current.CancellationToken);
        }

        await using var reading = fixture.Database.Open();
        var after = (await SnapshotStore.OpenAsync(reading, run.Id, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        FilesOf(after).ShouldBe(files);
        (await SnapshotChain.FaultsOfAsync(reading, run.Id, null, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static readonly string[] Mutations =
    [
        "DELETE FROM Loans WHERE Id % 2 = 0",
        "DELETE FROM Visits WHERE Id % 2 = 1",
        "UPDATE Visits SET Visitors = Visitors + 7",
        "UPDATE Items SET Price = 1, AcquiredOn = '2020-01-01' WHERE Id % 3 = 0",
        "UPDATE Items SET RegistrationNumber = 'X' || Id",
        "UPDATE Records SET Title = 'Nhan đề khác', Author = NULL",
        "UPDATE Libraries SET Name = 'Trường đổi tên', Principal = NULL",
        "UPDATE Loans SET PatronId = NULL, Grade = 5",
    ];

    private static List<string> FilesOf(OpenSnapshot snapshot) =>
        [.. Enum.GetValues<ReportFormat>().Select(format => $"{format} {Seal.Of(ReportFiles.Write(snapshot.Report, format).Bytes)}")];

    private static async Task<long> ThreeVersionsAsync(ReportingFixture fixture)
    {
        await SampleMonth.FillAsync(fixture);
        var (run, _) = await fixture.CloseAsync("R-01", "2026-10");
        var desk = new SubmissionDesk(fixture.Runner, ReportingFixture.Catalogue, fixture.Clock);
        foreach (var day in new[] { 12, 13 })
        {
            await fixture.Database.HasAsync(A.Visit(fixture.Library, new DateOnly(2026, 10, day), PatronCategory.Pupil, 25));
            await using var db = fixture.Database.Open();
            (await desk.CorrectAsync(db, run.Id, "Bổ sung nhật ký.", TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
        }
        return run.Id;
    }
}
