using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Reporting;
using Platform.Reporting.Rendering;
using Platform.Reporting.Runs;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Tests;

public sealed class ReportRunnerTests
{
    [Fact]
    public async Task SameRunTwice_LeavesOneLineAndTheSameBytes()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (first, before) = await fixture.CloseAsync("R-01", "2026-10");
        var files = ReportFiles.Formats.Select(format => ReportFiles.Write(before.Report, format).Bytes).ToList();

        fixture.Clock.Advance(TimeSpan.FromDays(400));
        await SampleMonth.FillAgainAsync(fixture);
        var (second, after) = await fixture.CloseAsync("R-01", "2026-10");

        second.Id.ShouldBe(first.Id);
        await using var db = fixture.Database.Open();
        (await db.ReportRuns.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await db.ReportSnapshots.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        ReportFiles.Formats.Select(format => ReportFiles.Write(after.Report, format).Bytes).ShouldBe(files);
    }

    [Fact]
    public async Task TwoWorkersAtOnce_LeaveOneLine()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(() => fixture.Runner.RunAsync(new ReportRequest("R-01", fixture.Library.Code, "2026-10"), TestContext.Current.CancellationToken))));

        outcomes.Select(o => o.Run.ShouldNotBeNull().Id).Distinct().Count().ShouldBe(1);
        outcomes.Count(o => o.IsNew).ShouldBe(1);
    }

    [Fact]
    public async Task SameDataInAnotherDatabase_GiveTheSameHash()
    {
        var hashes = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var fixture = await ReportingFixture.CreateAsync();
            await SampleMonth.FillAsync(fixture);
            fixture.Clock.Advance(TimeSpan.FromHours(i * 31));
            hashes.Add((await fixture.CloseAsync("R-01", "2026-10")).Snapshot.Report.Hash);
        }

        hashes[1].ShouldBe(hashes[0]);
    }

    [Theory]
    [InlineData("R-99", "TH-BANLAU", "2026-10", RunRefusal.UnknownReport, "There is no report 'R-99' for 2026-10.")]
    [InlineData("R-01", "TH-X", "2026-10", RunRefusal.UnknownLibrary, "There is no library 'TH-X'.")]
    [InlineData("R-01", "TH-BANLAU", "10/2026", RunRefusal.UnknownPeriod, "'10/2026' is no period: write 2026-05, 2025-2026 or 2025-2026-HK1.")]
    [InlineData("R-01", "TH-BANLAU", "2025-2026", RunRefusal.WrongPeriod, "Report 'R-01' covers Month, not SchoolYear.")]
    [InlineData("R-01", "TH-BANLAU", "2026-11", RunRefusal.PeriodNotOver, "The period '2026-11' ends on 2026-11-30: it can be closed from the day after.")]
    public async Task RunThatCannotBe_IsRefusedWithItsReason(string report, string library, string period, RunRefusal refusal, string message)
    {
        await using var fixture = await ReportingFixture.CreateAsync();

        var outcome = await fixture.Runner.RunAsync(new ReportRequest(report, library, period), TestContext.Current.CancellationToken);

        outcome.Run.ShouldBeNull();
        outcome.Refusal.ShouldBe(refusal);
        outcome.Message.ShouldBe(message);
    }

    [Fact]
    public async Task LastMinuteOfTheMonthInVietnam_IsStillNotOver()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var request = new ReportRequest("R-01", fixture.Library.Code, "2026-12");

        fixture.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 16, 59, 59, TimeSpan.Zero));
        var before = await fixture.Runner.RunAsync(request, TestContext.Current.CancellationToken);
        fixture.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero));
        var after = await fixture.Runner.RunAsync(request, TestContext.Current.CancellationToken);

        before.Refusal.ShouldBe(RunRefusal.PeriodNotOver);
        after.Run.ShouldNotBeNull();
    }

    [Fact]
    public async Task CopyEnteredLate_DoesNotChangeTheClosedMonth()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, before) = await fixture.CloseAsync("R-01", "2026-10");

        var record = await fixture.Database.HasAsync(A.Record(fixture.Library, "Sách vào sổ muộn"));
        var late = A.Item(record, ItemType.Textbook, "GK.09999");
        late.AcquiredOn = new DateOnly(2026, 10, 15);
        await fixture.Database.HasAsync(late);
        var (_, after) = await fixture.CloseAsync("R-01", "2026-10");

        after.Report.Hash.ShouldBe(before.Report.Hash);
    }

    [Fact]
    public async Task StoredByteChanged_IsDetectedAndNamed()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (run, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        await using var db = fixture.Database.Open();
        var chunk = await db.SnapshotChunks.AsNoTracking().SingleAsync(c => c.Kind == ChunkKind.Facts, TestContext.Current.CancellationToken);
        var document = (await db.ReportSnapshots.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Document;

        for (var at = 0; at < chunk.Bytes.Length; at += 7)
        {
            await db.SnapshotChunks.Where(c => c.Id == chunk.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Bytes, Flipped(chunk.Bytes, at)), TestContext.Current.CancellationToken);
            var faults = await SnapshotCheck.FaultsOfAsync(db, snapshot.SnapshotId, TestContext.Current.CancellationToken);
            faults.Select(f => f.ToString()).ShouldBe(["The snapshot's chunk 0 is not the one that was frozen."]);
        }
        for (var at = 0; at < document.Length; at += 41)
        {
            await db.ReportSnapshots.ExecuteUpdateAsync(s => s.SetProperty(c => c.Document, Flipped(document, at)), TestContext.Current.CancellationToken);
            var damage = await Should.ThrowAsync<SnapshotDamagedException>(() => SnapshotStore.OpenAsync(db, run.Id, TestContext.Current.CancellationToken));
            damage.Message.ShouldBe("The snapshot's document is not the one that was frozen.");
        }
    }

    [Fact]
    public async Task ChunkAndItsHashesChangedTogether_AreStillDetected()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        await using var db = fixture.Database.Open();
        var chunk = await db.SnapshotChunks.AsNoTracking().SingleAsync(c => c.Kind == ChunkKind.Facts, TestContext.Current.CancellationToken);
        var facts = FactChunk.Read(Seal.Unpack(chunk.Bytes));
        facts[0] = facts[0] with { Units = 1000 };
        var forged = FactChunk.Write(facts);
        var packed = Seal.Pack(forged);

        await db.SnapshotChunks.Where(c => c.Id == chunk.Id).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Bytes, packed).SetProperty(c => c.Hash, Seal.OfChunk(forged)).SetProperty(c => c.StoredHash, Seal.Of(packed)),
            TestContext.Current.CancellationToken);

        var faults = await SnapshotCheck.FaultsOfAsync(db, snapshot.SnapshotId, TestContext.Current.CancellationToken);
        faults.Select(f => f.ToString()).ShouldBe(["The snapshot's facts are not those that the document was sealed with."]);
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var changed = (byte[])bytes.Clone();
        changed[at] ^= 0x10;
        return changed;
    }
}
