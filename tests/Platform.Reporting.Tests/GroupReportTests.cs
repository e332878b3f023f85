using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Reporting.Rendering;
using Platform.Reporting.Runs;
using Platform.Reporting.Scheduling;
using Platform.Reporting.Snapshots;
using Platform.Storage.Demo;

namespace Platform.Reporting.Tests;

/// <summary>R-05, R-06 and R-07 of the demo group, against counts made by hand from its data files.</summary>
public sealed class GroupReportTests(GroupReportTests.DemoSchools demo) : IClassFixture<GroupReportTests.DemoSchools>
{
    // From eresources.json: those taught or appraised so that two days later lies between 01/08/2025 and 17/01/2026, and after it up to 31/05/2026.
    public static TheoryData<string, int, int> Contributions => new() { { "THHB", 5, 1 }, { "LCSN", 5, 0 }, { "CSMS", 4, 3 }, { "PTDM", 4, 2 } };

    // From sharing.json: handed over between 18/01/2026 and 31/05/2026.
    public static TheoryData<string, int, int, int> Movements => new() { { "THHB", 1, 2, 0 }, { "LCSN", 2, 2, 15 }, { "CSMS", 3, 2, 15 }, { "PTDM", 1, 1, 0 } };

    [Fact]
    public async Task Lists_AreAsCountedByHand()
    {
        foreach (var (library, first, second) in Contributions.Select(row => row.Data))
            foreach (var (period, count) in new[] { ("2025-2026-HK1", first), ("2025-2026-HK2", second) })
            {
                var list = await demo.CloseAsync("R-06", library, period);
                Rows(list, "list").ShouldBe(count, $"{library} {period}");
                Total(list, "list", 1).ShouldBe(count);
                Total(list, "summary", 0).ShouldBe(count);
            }
        foreach (var (library, lent, borrowed, rotated) in Movements.Select(row => row.Data))
        {
            var list = await demo.CloseAsync("R-05", library, "2025-2026-HK2");
            (Rows(list, "lent"), Rows(list, "borrowed"), Rows(list, "rotation")).ShouldBe((lent, borrowed, rotated), library);
        }
    }

    [Fact]
    public async Task GroupReport_IsAsCountedByHand()
    {
        var report = await demo.CloseAsync("R-07", "CSMS", "2025-2026-HK2");

        var members = report.Report.Document.Tables.Single(t => t.Code == "members").Rows;
        // E-resources, lent, borrowed, overdue at the end, rotated out, rotated in.
        members.Select(r => string.Join(' ', [r.Texts[1], .. r.Cells.Skip(3).Select(c => c.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))])).ShouldBe(
        [
            "THHB 1 1 2 0 0 0",
            "LCSN 0 2 2 0 5 10",
            "CSMS 3 3 2 1 10 5",
            "PTDM 2 1 1 0 0 0",
            " 6 7 7 1 15 15",
        ]);
        await using var db = demo.Database.Open();
        var held = await db.Items.Where(i => i.Library.Code == "CSMS" && i.AcquiredOn <= new DateOnly(2026, 5, 31)).Select(i => i.RecordId).Distinct().CountAsync();
        members.Single(r => r.Texts[1] == "CSMS").Cells[0].Value.ShouldBe(held);
        (await demo.CloseAsync("R-07", "THHB", "2025-2026-HK2")).Report.Document.Tables.Single(t => t.Code == "members").Rows.Count(r => !r.IsTotal).ShouldBe(0, "only the hub reports on the group");
    }

    [Theory]
    [InlineData("R-05", "CSMS", "LUÂN CHUYỂN", "Quá hạn")]
    [InlineData("R-06", "CSMS", "Archimedes", "09/BB-TNV")]
    [InlineData("R-07", "CSMS", "PTDM", "Hoa Ban")]
    public async Task Pdf_ShowsWhatTheHubReads(string report, string library, string first, string second)
    {
        var snapshot = await demo.CloseAsync(report, library, "2025-2026-HK2");

        var text = PdfReading.TextOf(Rendered.Keep(ReportFiles.Write(snapshot.Report, ReportFormat.Pdf)));
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("HIỆU TRƯỞNG");
        words.ShouldContain(first);
        words.ShouldContain(second);
    }

    private static int Rows(OpenSnapshot snapshot, string table) => snapshot.Report.Document.Tables.Single(t => t.Code == table).Rows.Count(r => !r.IsTotal);

    private static long Total(OpenSnapshot snapshot, string table, int column) =>
        snapshot.Report.Document.Tables.Single(t => t.Code == table).Rows.Last(r => r.IsTotal).Cells[column].Value;

    /// <summary>The demo group in a database, loaded once for all tests of the class.</summary>
    public sealed class DemoSchools : IAsyncLifetime
    {
        private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));
        private ReportRunner? _runner;
        private LibraryDatabase? _database;

        public LibraryDatabase Database => _database!; // loaded before any test

        public async ValueTask InitializeAsync()
        {
            _database = await LibraryDatabase.CreateAsync(_clock);
            await new DemoGroup(Database.Databases, _clock, NullLogger<DemoGroup>.Instance).LoadAsync(CancellationToken.None);
            _runner = new ReportRunner(Database.Databases, ReportingFixture.Catalogue, new SnapshotBuilder(ReportingFixture.Catalogue), Options.Create(new ReportingOptions()), _clock, NullLogger<ReportRunner>.Instance);
        }

        public async Task<OpenSnapshot> CloseAsync(string report, string library, string period)
        {
            var outcome = await _runner!.RunAsync(new ReportRequest(report, library, period), TestContext.Current.CancellationToken); // loaded before any test
            outcome.Refusal.ShouldBeNull(outcome.Message);
            await using var db = Database.Open(Scope.System);
            return (await SnapshotStore.OpenAsync(db, outcome.Run!.Id, TestContext.Current.CancellationToken)).ShouldNotBeNull(); // not refused
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
