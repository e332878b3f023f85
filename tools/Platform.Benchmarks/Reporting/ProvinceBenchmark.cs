using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Rendering;
using Platform.Reporting.Runs;
using Platform.Reporting.Scheduling;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Benchmarks.Reporting;

/// <summary>
/// Closes every yearly form of each school of a province and writes it as PDF and XLSX. A school has 600 readers, 8,000 copies of 2,000
/// titles and 12,000 loans in the year. Memory is shown after each quarter of the schools: it must not grow with their number.
/// </summary>
internal static class ProvinceBenchmark
{
    private const int Province = 600;

    public static async Task<int> RunAsync(int schools)
    {
        var folder = Directory.CreateTempSubdirectory("platform-bench-").FullName;
        try
        {
            var options = Options.Create(new StorageOptions { DataFolder = folder });
            var databases = new LibraryDbFactory(options, TimeProvider.System, NullLoggerFactory.Instance);
            await new DatabaseLifecycle(databases, options).MigrateAsync(CancellationToken.None);
            for (var school = 1; school <= schools; school++)
                await FillAsync(databases, school);
            var (files, effort) = await Effort.OfAsync(() => CloseAllAsync(databases, schools));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{schools} schools, {files} files: {effort}; {Province} schools at this pace: {effort.Wall.TotalMinutes * Province / schools:0.0} min ({effort.Processor.TotalMinutes * Province / schools:0.0} min of processor on one core)"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Schools on all cores, as many workers would: within a school one form after the other.
    private static async Task<int> CloseAllAsync(LibraryDbFactory databases, int schools)
    {
        var catalogue = DefinitionCatalogue.Load();
        var runner = new ReportRunner(databases, catalogue, new SnapshotBuilder(catalogue), Options.Create(new ReportingOptions()), new YearIsOver(), NullLogger<ReportRunner>.Instance);
        var period = ReportPeriod.OfSchoolYear(PeriodKind.SchoolYear, 2025);
        var forms = catalogue.Definitions.Where(d => d.Periods.Contains(PeriodKind.SchoolYear) && d.HoldsOn(period.LastOn)).ToList();
        var costs = forms.ToDictionary(f => f.Code, _ => new long[3]);
        var (done, differing) = (0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(1, schools), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (school, cancellationToken) =>
        {
            foreach (var form in forms)
                await CloseAsync(databases, runner, form, school, period, costs[form.Code], cancellationToken);
            if (await ProvinceFigures.DifferAsync(databases, CodeOf(school), school is 1, cancellationToken))
                Interlocked.Increment(ref differing);
            if (Interlocked.Increment(ref done) is var closed && closed % Math.Max(1, schools / 4) is 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  after {closed} schools: {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB live, {Environment.WorkingSet >> 20} MiB resident"));
        });
        foreach (var (form, cost) in costs.OrderByDescending(c => c.Value.Sum()))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {form}: closed in {Mean(cost[0]):0} ms, PDF {Mean(cost[1]):0} ms, XLSX {Mean(cost[2]):0} ms"));
        Console.WriteLine($"  figures that differ from hand-written SQL: in {differing} of {schools} schools");
        return schools * forms.Count * 2;

        double Mean(long ticks) => TimeSpan.FromTicks(ticks).TotalMilliseconds / schools;
    }

    private static async Task CloseAsync(
        LibraryDbFactory databases, ReportRunner runner, ReportDefinition form, int school, ReportPeriod period, long[] cost, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var outcome = await runner.RunAsync(new ReportRequest(form.Code, CodeOf(school), period.Code), cancellationToken);
        var run = outcome.Run ?? throw new InvalidOperationException($"{form.Code} of {CodeOf(school)}: {outcome.Message}");
        Interlocked.Add(ref cost[0], clock.Elapsed.Ticks);
        await using var db = databases.For(Scope.System);
        var snapshot = (await SnapshotStore.OpenAsync(db, run.Id, cancellationToken))!; // closed above
        foreach (var (place, format) in new[] { (1, ReportFormat.Pdf), (2, ReportFormat.Xlsx) })
        {
            clock.Restart();
            ReportFiles.Write(snapshot.Report, format);
            Interlocked.Add(ref cost[place], clock.Elapsed.Ticks);
        }
    }

    private static string CodeOf(int school) => string.Create(CultureInfo.InvariantCulture, $"T{school:000}");

    private static async Task FillAsync(LibraryDbFactory databases, int school)
    {
        await using var db = databases.For(Scope.System);
        var library = new Library { Code = CodeOf(school), Name = $"Trường Tiểu học số {school}", Level = SchoolLevel.Primary };
        db.Libraries.Add(library);
        await db.SaveChangesAsync();
        var (records, items, patrons) = (2000L * (school - 1), 8000L * (school - 1), 600L * (school - 1));
        await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
            INSERT INTO Records (Id, LibraryId, Kind, Title, TitleKey, SearchText, Fingerprint, CreatedAt, UpdatedAt, Version)
            SELECT {records} + i, {library.Id}, 1, 'Truyện kể số ' || i || ': những ngày ở bản Lầu', 'truyen', 'truyen', printf('%064d', i), '2025-01-01', '2025-01-01', 1 FROM n;
            INSERT INTO RecordContents (RecordId, Format, Bytes) SELECT Id, {(byte)StoredFormat.Iso2709}, X'30303037396e6173206132323030303337206920343530303030383030343130303030301e323530383031643230323532303236766d20777220702020202020202030202020613076696520641e1d' FROM Records WHERE LibraryId = {library.Id};
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
            INSERT INTO Items (Id, LibraryId, RecordId, RegistrationNumber, Type, Price, Funding, AcquiredOn, Status, Version)
            SELECT {items} + i, {library.Id}, {records} + 1 + i % 2000, printf('TK.%06d', i), 1 + i % 5, 10000 + i, 1 + i % 3, date('2020-01-01', '+' || (i % 2300) || ' days'), 1, 1 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
            INSERT INTO Patrons (Id, LibraryId, CardNumber, FullName, NameKey, Category, Grade, RegisteredOn, IsTemporary, Version)
            SELECT {patrons} + i, {library.Id}, printf('HS%06d', i), 'Học sinh', 'hoc sinh', CASE WHEN i % 20 = 0 THEN 2 ELSE 1 END, CASE WHEN i % 20 = 0 THEN NULL ELSE 1 + i % 5 END, '2025-08-01', 0, 1 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
            INSERT INTO Loans (LibraryId, ItemId, PatronId, Kind, PatronCategory, Grade, ItemType, LentAt, LentOn, DueOn, ReturnedAt, Renewals, Version)
            SELECT {library.Id}, {items} + 1 + (i * 7919) % 8000, {patrons} + 1 + i % 600, 1 + (i / 3) % 2, CASE WHEN (1 + i % 600) % 20 = 0 THEN 2 ELSE 1 END,
              CASE WHEN (1 + i % 600) % 20 = 0 THEN NULL ELSE 1 + (1 + i % 600) % 5 END, 1 + (1 + (i * 7919) % 8000) % 5,
              date('2025-08-01', '+' || (i % 300) || ' days') || ' 03:00:00', date('2025-08-01', '+' || (i % 300) || ' days'), date('2025-08-15', '+' || (i % 300) || ' days'),
              date('2025-08-10', '+' || (i % 300) || ' days') || ' 03:00:00', 0, 1 FROM n;
            """));
    }

    private sealed class YearIsOver : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 8, 5, 0, 0, 0, TimeSpan.Zero);
    }
}
