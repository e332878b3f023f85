using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Reporting.Runs;
using Platform.Reporting.Scheduling;
using Platform.Storage;
using Quartz;

namespace Platform.Reporting.Tests;

public sealed class SchedulingTests
{
    [Fact]
    public async Task FirstFiring_PlansTheMonthThatEnded()
    {
        await using var fixture = await ReportingFixture.CreateAsync();

        var requests = await Plan(fixture).PlanAsync("R-01", new DateOnly(2026, 11, 1), TestContext.Current.CancellationToken);

        requests.ShouldBe([new ReportRequest("R-01", "TH-BANLAU", "2026-10")]);
    }

    [Fact]
    public async Task FiringAfterMonthsOff_PlansEveryMonthSinceTheLastReport()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await fixture.CloseAsync("R-01", "2026-08");

        var requests = await Plan(fixture).PlanAsync("R-01", new DateOnly(2026, 12, 3), TestContext.Current.CancellationToken);

        requests.Select(r => r.Period).ShouldBe(["2026-09", "2026-10", "2026-11"]);
    }

    [Fact]
    public async Task RepeatedFiring_PlansNothingThatIsClosed()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await fixture.Database.HasAsync(A.Library("TH-2", "Trường Tiểu học số 2", SchoolLevel.Primary));
        await fixture.CloseAsync("R-01", "2026-10");

        var requests = await Plan(fixture).PlanAsync("R-01", new DateOnly(2026, 11, 1), TestContext.Current.CancellationToken);

        requests.ShouldBe([new ReportRequest("R-01", "TH-2", "2026-10")]);
    }

    [Theory]
    [InlineData("Reporting:Scheduler", "Sometimes", "Reporting:Scheduler must be InProcess or Off, was 'Sometimes'.")]
    [InlineData("Reporting:Schedules:R-77", "0 0 2 1 * ?", "Reporting:Schedules names 'R-77', which is no report.")]
    [InlineData("Reporting:Schedules:R-01", "every month", "Reporting:Schedules:R-01 must be a cron expression with seconds, was 'every month'.")]
    [InlineData("Reporting:CatchUp", "0", "Reporting:CatchUp must be between 1 and 120 periods, was 0.")]
    public async Task BadSetting_StopsTheStartAndIsNamed(string key, string value, string message)
    {
        await using var database = await LibraryDatabase.CreateAsync();
        using var host = Host(database, Directory.CreateTempSubdirectory("platform-scheduler-").FullName, (key, value));

        var fault = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        fault.Failures.ShouldContain(message);
    }

    [Fact]
    public async Task FiredSchedule_ClosesTheLastMonthOnce_AndSurvivesARestart()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TH-1"));
        await database.HasAsync(A.Library("TH-2"));
        var folder = Directory.CreateTempSubdirectory("platform-scheduler-").FullName;

        for (var start = 0; start < 2; start++)
        {
            using var host = Host(database, folder);
            await host.StartAsync(TestContext.Current.CancellationToken);
            var scheduler = host.Services.GetRequiredService<IScheduler>();
            await scheduler.TriggerJob(new JobKey("R-01", "plan"), TestContext.Current.CancellationToken);
            await RunsAsync(database, 2);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        await using var db = database.Open();
        db.ReportRuns.Select(r => r.Library.Code).OrderBy(code => code).ToList().ShouldBe(["TH-1", "TH-2"]);
        File.Exists(Path.Combine(folder, "scheduler.db")).ShouldBeTrue();
    }

    // A school's computer is off over the holidays: what the schedule missed is made up for at the next start, and what was paused stays so.
    [Fact]
    public async Task PausedSchedule_StaysPausedOverARestart_RunsByHand_AndAFiringMissedWhileOffIsMadeUpForOnce()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TH-1"));
        var folder = Directory.CreateTempSubdirectory("platform-scheduler-").FullName;
        using (var host = Host(database, folder))
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            var desk = host.Services.GetRequiredService<ScheduleDesk>();
            (await desk.SteerAsync("r-01", ScheduleAction.Pause, TestContext.Current.CancellationToken)).ShouldBeTrue();
            (await desk.SteerAsync("R-77", ScheduleAction.Pause, TestContext.Current.CancellationToken)).ShouldBeFalse();
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
        await MissAsync(folder);
        using (var host = Host(database, folder))
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            var desk = host.Services.GetRequiredService<ScheduleDesk>();
            var paused = (await desk.ListAsync(TestContext.Current.CancellationToken)).Single();
            (paused.Report, paused.IsPaused).ShouldBe(("R-01", true));
            (await desk.SteerAsync("R-01", ScheduleAction.RunNow, TestContext.Current.CancellationToken)).ShouldBeTrue();
            await RunsAsync(database, 1);
            await desk.SteerAsync("R-01", ScheduleAction.Resume, TestContext.Current.CancellationToken);
            (await desk.ListAsync(TestContext.Current.CancellationToken)).Single().IsPaused.ShouldBeFalse();
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
        await database.HasAsync(A.Library("TH-2"));
        await MissAsync(folder);
        using (var host = Host(database, folder))
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            await RunsAsync(database, 2);
            (await host.Services.GetRequiredService<ScheduleDesk>().ListAsync(TestContext.Current.CancellationToken)).Single().LastAt.ShouldNotBeNull();
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
        await using var db = database.Open();
        db.ReportRuns.Select(r => r.Library.Code).OrderBy(code => code).ToList().ShouldBe(["TH-1", "TH-2"]);
    }

    [Fact]
    public async Task ScheduleThatWasChangedInTheSettings_FiresByTheNewOne()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("platform-scheduler-").FullName;
        var next = new List<DateTimeOffset?>();

        foreach (var cron in new[] { "0 0 2 1 1 ? 2090", "0 0 2 1 1 ? 2091" })
        {
            using var host = Host(database, folder, ("Reporting:Schedules:R-01", cron));
            await host.StartAsync(TestContext.Current.CancellationToken);
            next.Add((await host.Services.GetRequiredService<ScheduleDesk>().ListAsync(TestContext.Current.CancellationToken)).Single().NextAt);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        next.Select(n => n?.UtcDateTime.Year).ShouldBe([2089, 2090], "02:00 in Vietnam is the evening before in UTC");
    }

    // As if the process had been off when the schedule should have fired.
    private static async Task MissAsync(string folder)
    {
        await using var store = new SqliteConnection($"Data Source={Path.Combine(folder, "scheduler.db")};Pooling=False");
        await store.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = store.CreateCommand();
        command.CommandText = "UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = $past WHERE TRIGGER_NAME = 'R-01' AND TRIGGER_GROUP = 'plan'";
        command.Parameters.AddWithValue("$past", TimeProvider.System.GetUtcNow().AddDays(-3).Ticks);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    private static PlanReports Plan(ReportingFixture fixture)
    {
        var databases = new LibraryDbFactory(Options.Create(new StorageOptions { ConnectionString = fixture.Database.ConnectionString }), fixture.Clock, NullLoggerFactory.Instance);
        return new PlanReports(databases, ReportingFixture.Catalogue, Options.Create(new ReportingOptions()));
    }

    private static IHost Host(LibraryDatabase database, string folder, params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        builder.Configuration["Storage:DataFolder"] = folder;
        builder.Configuration["ConnectionStrings:Library"] = database.ConnectionString;
        builder.Services.AddScoped(_ => Scope.System);
        builder.Services.AddPlatformStorage(builder.Configuration);
        builder.Services.AddPlatformReporting(builder.Configuration);
        return builder.Build();
    }

    // The scheduler's threads run by themselves: ask until they are done, at most for a minute.
    private static async Task RunsAsync(LibraryDatabase database, int count)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            await using var db = database.Open();
            if (db.ReportRuns.Count() >= count)
                return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"There are not {count} runs after a minute.");
    }
}
