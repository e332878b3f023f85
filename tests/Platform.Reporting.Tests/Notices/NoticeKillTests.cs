using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Model;
using Platform.Model.Notices;
using Platform.Model.Patrons;
using Platform.Reporting.Delivery;
using Platform.Reporting.Notices;
using Platform.Reporting.Tests.Delivery;
using Platform.Storage;

namespace Platform.Reporting.Tests.Notices;

/// <summary>
/// A process that is killed (SIGKILL) among many notices: whoever goes on sends none of them a second time. The victim is this test program
/// itself, started again on the same file.
/// </summary>
public sealed class NoticeKillTests
{
    private const string FileVariable = "PLATFORM_TEST_NOTICE_DATABASE";
    private const string PortVariable = "PLATFORM_TEST_NOTICE_PORT";
    private const int Readers = 12;
    private const int BeforeTheKill = 4;

    [Fact]
    public async Task KilledRun_SendsNothingTwice_AndTheNextOneSendsTheRest()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Kills by the signals of Unix.");
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = new SmtpListener();
        await using var database = await LibraryDatabase.CreateAsync(clock);
        await FillAsync(database, SchoolTime.DayOf(clock.GetUtcNow()));

        using (var victim = Start(database, server))
        {
            // What it says is read away, so that it never waits for a full pipe.
            _ = victim.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            while (server.Mails.Count < BeforeTheKill && !victim.HasExited)
                await Task.Delay(5, TestContext.Current.CancellationToken);
            victim.Kill(entireProcessTree: true);
            await victim.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        server.Mails.Count.ShouldBeInRange(BeforeTheKill, Readers - 1, "the kill fell into the run");
        clock.Advance(TimeSpan.FromMinutes(11)); // its claims are over
        await Post(database.Databases, server.Port, clock).RunAsync(default);
        await Post(database.Databases, server.Port, clock).RunAsync(default);

        server.Recipients.ShouldBeUnique();
        await using var db = database.Open();
        var states = await db.Notices.GroupBy(n => n.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        (states.GetValueOrDefault(NoticeState.Sent) + states.GetValueOrDefault(NoticeState.Unknown)).ShouldBe(Readers);
        states.GetValueOrDefault(NoticeState.Unknown).ShouldBeLessThanOrEqualTo(1, "only the one that was under way is not known of");
        server.Mails.Count.ShouldBeInRange(Readers - 1, Readers);
    }

    /// <summary>Not a test: the victim's work, run only in the process that is to be killed.</summary>
    [Fact(Explicit = true)]
    public async Task Victim()
    {
        var file = Environment.GetEnvironmentVariable(FileVariable);
        Assert.SkipWhen(file is null, "Runs in the process that is to be killed.");
        var databases = new LibraryDbFactory(
            Options.Create(new StorageOptions { Provider = nameof(DatabaseProvider.Sqlite), ConnectionString = file }), TimeProvider.System, NullLoggerFactory.Instance);
        await Post(databases, int.Parse(Environment.GetEnvironmentVariable(PortVariable)!, CultureInfo.InvariantCulture), TimeProvider.System).RunAsync(default); // set by the parent
    }

    private static NoticePost Post(LibraryDbFactory databases, int port, TimeProvider clock) => new(
        databases,
        new NoticeMail(Options.Create(new DeliveryOptions { Mail = new MailOptions { Host = "127.0.0.1", Port = port, Security = nameof(MailSecurity.None), From = "thuvien@example.vn" } })),
        clock);

    private static Process Start(LibraryDatabase database, SmtpListener server)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true }; // a process has a path
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(NoticeKillTests).Assembly.Location);
        foreach (var argument in new[] { "--filter-method", $"{typeof(NoticeKillTests).FullName}.{nameof(Victim)}", "--explicit", "only" })
            start.ArgumentList.Add(argument);
        start.Environment[FileVariable] = database.ConnectionString;
        start.Environment[PortVariable] = server.Port.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!; // starts or throws
    }

    private static async Task FillAsync(LibraryDatabase database, DateOnly today)
    {
        var library = await database.HasAsync(A.Library());
        var record = await database.HasAsync(A.Record(library));
        for (var n = 0; n < Readers; n++)
        {
            var reader = await database.HasAsync(A.Patron(library));
            foreach (var party in new[] { ConsentParty.Guardian, ConsentParty.Person })
                await database.HasAsync(new Consent { LibraryId = library.Id, PatronId = reader.Id, Purpose = ConsentPurpose.Notices, GivenBy = party, GivenOn = today });
            await database.HasAsync(new NoticeContact { LibraryId = library.Id, PatronId = reader.Id, Mail = string.Create(CultureInfo.InvariantCulture, $"ph{n}@example.vn") });
            await database.HasAsync(A.Loan(await database.HasAsync(A.Item(record)), reader, today.AddDays(-20)));
        }
    }
}
