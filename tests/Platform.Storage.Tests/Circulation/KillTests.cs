using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Storage.Circulation;
using Platform.Storage.Patrons;
using Platform.Storage.Sqlite;
using Platform.Storage.Tests.Patrons;

namespace Platform.Storage.Tests.Circulation;

/// <summary>
/// A process that is killed (SIGKILL) in the middle of a class set, a stock-taking, a promotion, an import of pupils, a pupil's change
/// of school, a weeding or a transfer of copies leaves all of it or nothing. The victim is
/// this test program itself, started again to do one piece of work on the same file.
/// </summary>
public sealed class KillTests
{
    private const string FileVariable = "PLATFORM_TEST_VICTIM_DATABASE";
    private const string WorkVariable = "PLATFORM_TEST_VICTIM_WORK";
    private const int Pupils = 300;
    private const int Rounds = 3;
    private const int TransferRows = 4;

    // The copies that left, those that entered, their lines, and the answer.
    private const int ItemTransferRows = 3 * Pupils + 1;

    private static readonly byte[] NewPupils = ExportFile.Pupils([.. Enumerable.Range(0, Pupils).Select(n => ExportFile.Pupil(n.ToString("0000000000", CultureInfo.InvariantCulture), $"Giàng A Páo {n}", "8C"))]);

    [Theory]
    [InlineData("class-set")]
    [InlineData("stock-taking")]
    [InlineData("promotion")]
    [InlineData("pupil-import")]
    [InlineData("transfer")]
    [InlineData("weeding")]
    [InlineData("item-transfer")]
    public async Task KilledProcess_LeavesAllOrNothing(string work)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Kills by the signals of Unix.");
        var random = new Random(20261005);
        for (var round = 0; round < Rounds; round++)
        {
            await using var database = await LibraryDatabase.CreateAsync();
            await FillAsync(database, work);
            using var victim = Start(database, work);
            var ready = await victim.StandardOutput.ReadLineAsync();
            while (ready is not (null or "ready"))
                ready = await victim.StandardOutput.ReadLineAsync();
            ready.ShouldBe("ready", await ErrorsAsync(victim, ready));
            await Task.Delay(random.Next(0, 300)); // the moment is random on purpose: before, within and after the transaction

            victim.Kill(entireProcessTree: true);
            await victim.WaitForExitAsync();

            (await CountAsync(database, work)).ShouldBeOneOf(0, work switch { "transfer" => TransferRows, "item-transfer" => ItemTransferRows, _ => Pupils });
        }
    }

    /// <summary>Not a test: the victim's work, run only in the process that is to be killed.</summary>
    [Fact(Explicit = true)]
    public async Task Victim()
    {
        var file = Environment.GetEnvironmentVariable(FileVariable);
        Assert.SkipWhen(file is null, "Runs in the process that is to be killed.");
        var options = new DbContextOptionsBuilder<SqliteLibraryDb>();
        options.UseSqliteLibrary(file!); // set by the parent
        await using var db = new SqliteLibraryDb(options.Options, Model.Access.Scope.System, TimeProvider.System);
        await db.Libraries.CountAsync();
        await using (var output = Console.OpenStandardOutput())
            await output.WriteAsync("\nready\n"u8.ToArray());
        await WorkAsync(db, Environment.GetEnvironmentVariable(WorkVariable)!); // set by the parent
        await Task.Delay(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    private static async Task<string> ErrorsAsync(Process victim, string? ready) =>
        ready is null ? await victim.StandardError.ReadToEndAsync() : "";

    private static async Task WorkAsync(Model.LibraryDb db, string work)
    {
        var record = await db.Records.Select(r => r.Id).SingleAsync();
        var schoolClass = await db.Classes.Select(c => c.Id).SingleAsync();
        var library = await db.Libraries.OrderBy(l => l.Id).Select(l => l.Id).FirstAsync();
        switch (work)
        {
            case "class-set":
                await ClassLending.LendAsync(db, new ClassSetRequest { LibraryId = library, ClassId = schoolClass, RecordIds = [record] }, A.Noon, default);
                break;
            case "promotion":
                await Promoting.PromoteAsync(db, new PromotionRequest { LibraryId = library, FromStartYear = 2026, On = new DateOnly(2027, 8, 1) }, default);
                break;
            case "pupil-import":
                var import = new PersonImportRequest { LibraryId = library, StartYear = 2026, CreatesClasses = true, On = A.Today };
                var preview = await PersonImport.PreviewAsync(db, import, NewPupils, default);
                await PersonImport.ConfirmAsync(db, import, NewPupils, preview.Token!, default); // nothing is wrong with the file
                break;
            case "transfer":
                var transfer = await db.PatronTransfers.SingleAsync();
                await Transferring.AcceptAsync(db, transfer.ToLibraryId, transfer.Id, "MOI-1", A.Today, default);
                break;
            case "weeding":
                await Weedings.CarryOutAsync(db, library, await db.Weedings.Select(w => w.Id).SingleAsync(), A.Today, default);
                break;
            case "item-transfer":
                var waiting = await db.ItemTransfers.SingleAsync();
                await ItemTransfers.AcceptAsync(db, waiting.ToLibraryId, waiting.Id, A.Today, default);
                break;
            default:
                var numbers = await db.Items.Select(i => i.RegistrationNumber).ToListAsync();
                await StockTakings.ScanAsync(db, library, await db.StockTakings.Select(s => s.Id).SingleAsync(), "A", [.. numbers.Select(n => new Scan(n, A.Noon))], default);
                break;
        }
    }

    private static async Task<int> CountAsync(LibraryDatabase database, string work)
    {
        await using var db = database.Open();
        return work switch
        {
            "class-set" => await db.Loans.CountAsync(),
            "promotion" => await db.Patrons.CountAsync(p => p.ClassName == "7A"),
            "pupil-import" => await db.Patrons.CountAsync(p => p.ClassName == "8C"),
            // The new card, the old one closed, the place in the class ended, the offer accepted.
            "transfer" => await db.Patrons.CountAsync(p => p.CardNumber == "MOI-1") + await db.Patrons.CountAsync(p => p.LeftOn != null)
                + await db.ClassMemberships.CountAsync(m => m.UntilOn != null) + await db.PatronTransfers.CountAsync(t => t.State == TransferState.Accepted && t.NewPatronId != null),
            "item-transfer" => await db.Items.CountAsync(i => i.WithdrawalReason == WithdrawalReason.Transferred) + await db.Items.CountAsync(i => i.FormerItemId != null)
                + await db.ItemTransferLines.CountAsync(l => l.NewItemId != null && !l.IsWaiting) + await db.ItemTransfers.CountAsync(t => t.State == ItemTransferState.Accepted),
            "weeding" => await db.Items.CountAsync(i => i.Status == ItemStatus.Withdrawn && i.WithdrawalDecision == "12/QĐ"),
            _ => await db.StockTakingLines.CountAsync(),
        };
    }

    private static Process Start(LibraryDatabase database, string work)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true }; // a process has a path
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        foreach (var argument in new[] { "--filter-method", $"{typeof(KillTests).FullName}.{nameof(Victim)}", "--explicit", "only" })
            start.ArgumentList.Add(argument);
        start.Environment[FileVariable] = database.ConnectionString;
        start.Environment[WorkVariable] = work;
        return Process.Start(start)!; // starts or throws
    }

    private static async Task FillAsync(LibraryDatabase database, string work)
    {
        var library = await database.HasAsync(A.Library());
        var record = await database.HasAsync(A.Record(library));
        var schoolClass = await database.HasAsync(A.Class(library));
        await database.HasAsync(new StockTaking { LibraryId = library.Id, Name = "Kiểm kê", StartedAt = A.Noon, ClosedAt = work is "item-transfer" ? A.Noon : null });
        await using var db = database.Open();
        var pupils = Enumerable.Range(0, Pupils).Select(_ => A.Patron(library)).ToList();
        db.AddRange(pupils);
        db.AddRange(Enumerable.Range(0, Pupils).Select(n => A.Item(record, ItemType.Textbook, n.ToString("0000", CultureInfo.InvariantCulture))));
        await db.SaveChangesAsync();
        db.AddRange(pupils.Select(pupil => A.Member(pupil, schoolClass)));
        var weeding = new Weeding { LibraryId = library.Id, Name = "Đợt 1", OpenedOn = A.Today, State = work is "item-transfer" ? WeedingState.Cancelled : WeedingState.Decided, DecisionNumber = "12/QĐ", DecidedOn = A.Today.AddDays(-20), PublishedOn = A.Today.AddDays(-20) };
        foreach (var item in await db.Items.ToListAsync())
            weeding.Lines.Add(new WeedingLine { LibraryId = library.Id, ItemId = item.Id, Reason = WeedingReason.WornOut, Handling = WeedingHandling.Destroyed });
        var neighbour = A.Library();
        db.AddRange(weeding, neighbour);
        await db.SaveChangesAsync();
        db.Add(new ItemTransfer
        {
            LibraryId = library.Id,
            ToLibraryId = neighbour.Id,
            DecisionNumber = "5/QĐ",
            DecidedOn = A.Today,
            Reason = "Sáp nhập trường",
            PreparedOn = A.Today,
            Lines = [.. weeding.Lines.Select(l => new ItemTransferLine { LibraryId = library.Id, ToLibraryId = neighbour.Id, ItemId = l.ItemId })],
        });
        db.Add(new PatronTransfer { LibraryId = library.Id, ToLibraryId = neighbour.Id, PatronId = pupils[0].Id, FullName = "Giàng A Páo", Category = PatronCategory.Pupil, OfferedOn = A.Today });
        await db.SaveChangesAsync();
    }
}
