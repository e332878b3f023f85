using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Runs;
using Platform.Reporting.Scheduling;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Reporting.Tests;

/// <summary>A real database, a clock that stands in November 2026, and the runner over both.</summary>
internal sealed class ReportingFixture : IAsyncDisposable
{
    private ReportingFixture(LibraryDatabase database, FakeTimeProvider clock, Library library)
    {
        (Database, Clock, Library) = (database, clock, library);
        Runner = RunnerWith(new ReportingOptions());
    }

    public static DefinitionCatalogue Catalogue { get; } = DefinitionCatalogue.Load();

    public LibraryDatabase Database { get; }

    public FakeTimeProvider Clock { get; }

    public Library Library { get; }

    public ReportRunner Runner { get; }

    public static async Task<ReportingFixture> CreateAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 3, 0, 0, TimeSpan.Zero));
        var database = await LibraryDatabase.CreateAsync(clock);
        var library = await database.HasAsync(A.Library("TH-BANLAU", "Trường Tiểu học Bản Lầu", SchoolLevel.Primary));
        var commune = await database.HasAsync(new Organisation { Code = "H38.51.7", Name = "UBND xã Bản Lầu", Kind = OrganisationKind.Commune });
        await database.HasAsync(new LibraryParent { LibraryId = library.Id, OrganisationId = commune.Id, FromOn = new DateOnly(2025, 7, 1) });
        return new ReportingFixture(database, clock, library);
    }

    /// <summary>A runner with settings of its own.</summary>
    public ReportRunner RunnerWith(ReportingOptions options)
    {
        var databases = new LibraryDbFactory(Options.Create(new StorageOptions { ConnectionString = Database.ConnectionString }), Clock, NullLoggerFactory.Instance);
        return new ReportRunner(databases, Catalogue, new SnapshotBuilder(Catalogue), Options.Create(options), Clock, NullLogger<ReportRunner>.Instance);
    }

    /// <summary>Closes a period and opens what was frozen.</summary>
    public async Task<(ReportRun Run, OpenSnapshot Snapshot)> CloseAsync(string report, string period, Library? library = null)
    {
        var outcome = await Runner.RunAsync(new ReportRequest(report, (library ?? Library).Code, period), TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull(outcome.Message);
        await using var db = Database.Open();
        var snapshot = await SnapshotStore.OpenAsync(db, outcome.Run!.Id, TestContext.Current.CancellationToken);
        return (outcome.Run, snapshot.ShouldNotBeNull());
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
