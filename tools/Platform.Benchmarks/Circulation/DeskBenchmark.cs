using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Storage;
using Platform.Storage.Circulation;

namespace Platform.Benchmarks.Circulation;

/// <summary>
/// Check-outs and returns at a desk whose database holds the given number of loans, by a librarian's scope with every filter on; beside
/// them the same statements written by hand. Times of the wall and of the processor, the two in turns; first with commits on the disk
/// before they are answered, then without.
/// </summary>
internal static class DeskBenchmark
{
    private const int Rounds = 1_500;
    private const int WarmUp = 600; // until the code is compiled for good: the first of the two would bear it

    public static async Task<int> RunAsync(int loans)
    {
        foreach (var synchronous in new[] { SqliteSynchronous.Full, SqliteSynchronous.Normal })
            await RunAsync(loans, synchronous);
        return 0;
    }

    private static async Task RunAsync(int loans, SqliteSynchronous synchronous)
    {
        var folder = Directory.CreateTempSubdirectory("platform-bench-").FullName;
        try
        {
            var options = Options.Create(new StorageOptions { DataFolder = folder, Synchronous = synchronous.ToString() });
            var databases = new LibraryDbFactory(options, TimeProvider.System, NullLoggerFactory.Instance);
            await new DatabaseLifecycle(databases, options).MigrateAsync(CancellationToken.None);
            await FillAsync(databases, loans);
            await MeasureAsync(databases, loans, synchronous);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(LibraryDbFactory databases, int loans, SqliteSynchronous synchronous)
    {
        var librarian = new Scope { Actor = "librarian", LibraryIds = [1], Permissions = RolePermissions.Of(Role.Librarian) };
        var (product, byHand) = (new Series(), new Series());
        var at = new DateTimeOffset(2026, 10, 5, 5, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < WarmUp + Rounds; i++)
        {
            var (number, card) = (Name("TK", 1 + i % 20_000), Name("HS", 1 + i * 7 % 2_000));
            var lending = await Timing.OfAsync(async () =>
            {
                await using var db = databases.For(librarian);
                var lent = await Lending.LendAsync(db, new LendRequest { LibraryId = 1, RegistrationNumber = number, CardNumber = card }, at, default);
                if (!lent.IsDone)
                    throw new InvalidOperationException($"{number}: {lent.Refusals[0].Refusal.English}");
            });
            await using (var db = databases.For(librarian))
                await Returning.ReturnAsync(db, new ReturnRequest { LibraryId = 1, RegistrationNumber = number }, at.AddMinutes(1), default);
            var writing = await Timing.OfAsync(() => HandWrittenDesk.LendAsync(databases, number, card));
            await HandWrittenDesk.ReturnAsync(databases, number);
            if (i < WarmUp)
                continue;
            product.Add(lending);
            byHand.Add(writing);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {loans} loans, {Rounds} check-outs each, synchronous {synchronous}
              check-out                   {product}
              the same statements by hand {byHand}
            """));
    }

    private static string Name(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:000000}");

    private static async Task FillAsync(LibraryDbFactory databases, int loans)
    {
        await using var db = databases.For(Scope.System);
        db.Libraries.Add(new Library { Code = "BENCH", Name = "Trường THCS Đo Tốc độ", Level = SchoolLevel.LowerSecondary });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO Records (LibraryId, Kind, Title, TitleKey, SearchText, Fingerprint, CreatedAt, UpdatedAt, Version)
            SELECT 1, 1, 'Truyện kể số ' || i, 'truyen', 'truyen', printf('%064d', i), '2025-01-01', '2025-01-01', 1 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT INTO Items (LibraryId, RecordId, RegistrationNumber, Type, Price, Funding, AcquiredOn, Status, Version)
            SELECT 1, 1 + i % 5000, printf('TK%06d', i), 3, 10000, 1, '2025-01-01', 1, 1 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
            INSERT INTO Patrons (LibraryId, CardNumber, FullName, NameKey, Category, Grade, RegisteredOn, IsTemporary, Version)
            SELECT 1, printf('HS%06d', i), 'Học sinh', 'hoc sinh', 1, 6, '2025-08-01', 0, 1 FROM n;
            """);
        await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {loans})
            INSERT INTO Loans (LibraryId, ItemId, PatronId, Kind, PatronCategory, Grade, ItemType, LentAt, LentOn, DueOn, ReturnedAt, EndedAs, Renewals, Version)
            SELECT 1, 1 + (i * 7919) % 20000, 1 + i % 2000, 1, 1, 6, 3,
              date('2025-08-01', '+' || (i % 300) || ' days') || ' 03:00:00', date('2025-08-01', '+' || (i % 300) || ' days'), date('2025-08-15', '+' || (i % 300) || ' days'),
              date('2025-08-10', '+' || (i % 300) || ' days') || ' 03:00:00', 1, 0, 1 FROM n;
            """));
    }
}

/// <summary>What one operation took.</summary>
internal readonly record struct Timing(double Wall, double Processor)
{
    public static async Task<Timing> OfAsync(Func<Task> operation)
    {
        using var process = Process.GetCurrentProcess();
        var (processor, wall) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await operation();
        process.Refresh();
        return new Timing(Stopwatch.GetElapsedTime(wall).TotalMilliseconds, (process.TotalProcessorTime - processor).TotalMilliseconds);
    }
}

/// <summary>Many operations of one kind.</summary>
internal sealed class Series
{
    private readonly List<Timing> _timings = [];

    public void Add(Timing timing) => _timings.Add(timing);

    public override string ToString()
    {
        var wall = _timings.Select(t => t.Wall).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {wall[wall.Count / 2]:0.00} ms, p95 {wall[wall.Count * 95 / 100]:0.00} ms, p99 {wall[wall.Count * 99 / 100]:0.00} ms; processor {_timings.Average(t => t.Processor):0.00} ms each");
    }
}
