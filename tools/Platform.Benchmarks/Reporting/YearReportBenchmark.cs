using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;
using Platform.Storage;

namespace Platform.Benchmarks.Reporting;

/// <summary>
/// Closes the school-year report of one library with the given number of loans, 20,000 copies and 2,000 readers: counting,
/// freezing every fact, rendering the PDF, opening a page of contributors; beside it the bare counts of the loans in hand-written SQL.
/// </summary>
internal static class YearReportBenchmark
{
    private const int Rounds = 4;

    public static async Task<int> RunAsync(int loans)
    {
        var folder = Directory.CreateTempSubdirectory("platform-bench-").FullName;
        try
        {
            var options = Options.Create(new StorageOptions { DataFolder = folder });
            var databases = new LibraryDbFactory(options, TimeProvider.System, NullLoggerFactory.Instance);
            await new DatabaseLifecycle(databases, options).MigrateAsync(CancellationToken.None);
            await FillAsync(databases, loans);
            for (var round = 0; round < Rounds; round++)
                await MeasureAsync(databases, loans);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(LibraryDbFactory databases, int loans)
    {
        var catalogue = DefinitionCatalogue.Load();
        var period = ReportPeriod.OfSchoolYear(PeriodKind.SchoolYear, 2025);
        await using var db = databases.For(Scope.System);
        var library = await db.Libraries.AsNoTracking().SingleAsync();
        var readers = await ConsistentReaders.OpenAsync(databases, Scope.System, CancellationToken.None);
        var query = new FactQuery(readers.Databases[0], library.Id, period) { Beside = [.. readers.Databases.Skip(1)] };

        var (content, built) = await Effort.OfAsync(() => new SnapshotBuilder(catalogue).BuildAsync(
            catalogue.Find("R-03", period.LastOn)!, new ReportSubject(library, null, new Dictionary<string, string>()), query, CancellationToken.None));
        await readers.DisposeAsync();
        var (row, stored) = await Effort.OfAsync(() => StoreAsync(databases, content, library.Id, period));
        var (pdf, rendered) = await Effort.OfAsync(() => Task.FromResult(ReportFiles.Write(new FrozenReport(content.Document, content.Hash), ReportFormat.Pdf)));
        var (groups, sql) = await Effort.OfAsync(() => HandWrittenCounts.RunAsync(db));

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {loans} loans, {content.Document.Facts.Count} facts in {content.Chunks.Count} chunks of {row.Chunks.Sum(c => c.Bytes.Length) / 1024} KiB
              counted, frozen, hashed  {built}
              stored                   {stored}
              PDF of {pdf.Bytes.Length / 1024} KiB          {rendered}
              the same aggregates in hand-written SQL ({groups} groups)  {sql}
              {process.PeakWorkingSet64 >> 20} MiB at most
            """));
    }

    private static async Task<ReportSnapshot> StoreAsync(LibraryDbFactory databases, SnapshotContent content, long libraryId, ReportPeriod period)
    {
        await using var db = databases.For(Scope.System);
        var snapshot = SnapshotStore.ToRow(content, libraryId, 1, DateTimeOffset.UnixEpoch);
        await db.ReportRuns.ExecuteDeleteAsync();
        db.ReportRuns.Add(new ReportRun
        {
            LibraryId = libraryId,
            DefinitionCode = "R-03",
            DefinitionVersion = 1,
            PeriodKind = period.Kind,
            Period = period.Code,
            FirstOn = period.FirstOn,
            LastOn = period.LastOn,
            ClosedAt = DateTimeOffset.UnixEpoch,
            CurrentSnapshot = 1,
            Snapshots = [snapshot],
        });
        await db.SaveChangesAsync();
        return snapshot;
    }

    private static async Task FillAsync(LibraryDbFactory databases, int loans)
    {
        await using var db = databases.For(Scope.System);
        db.Libraries.Add(new Library { Code = "BENCH", Name = "Trường Tiểu học Đo Tốc độ", Level = SchoolLevel.Primary });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO Records (LibraryId, Kind, Title, TitleKey, SearchText, Fingerprint, CreatedAt, UpdatedAt, Version)
            SELECT 1, 1, 'Truyện kể số ' || i || ': những ngày ở bản Lầu', 'truyen', 'truyen', printf('%064d', i), '2025-01-01', '2025-01-01', 1 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT INTO Items (LibraryId, RecordId, RegistrationNumber, Type, Price, Funding, AcquiredOn, Status, Version)
            SELECT 1, 1 + i % 5000, printf('TK.%06d', i), 1 + i % 5, 10000 + i, 1 + i % 3, date('2025-01-01', '+' || (i % 500) || ' days'), 1, 1 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
            INSERT INTO Patrons (LibraryId, CardNumber, FullName, NameKey, Category, Grade, RegisteredOn, IsTemporary, Version)
            SELECT 1, printf('HS%06d', i), 'Học sinh', 'hoc sinh', CASE WHEN i % 20 = 0 THEN 2 ELSE 1 END, CASE WHEN i % 20 = 0 THEN NULL ELSE 1 + i % 5 END, '2025-08-01', 0, 1 FROM n;
            """);
        await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {loans})
            INSERT INTO Loans (LibraryId, ItemId, PatronId, Kind, PatronCategory, Grade, ItemType, LentAt, LentOn, DueOn, ReturnedAt, Renewals, Version)
            SELECT 1, 1 + (i * 7919) % 20000, 1 + i % 2000, 1 + (i / 3) % 2, CASE WHEN (1 + i % 2000) % 20 = 0 THEN 2 ELSE 1 END,
              CASE WHEN (1 + i % 2000) % 20 = 0 THEN NULL ELSE 1 + (1 + i % 2000) % 5 END, 1 + (1 + (i * 7919) % 20000) % 5,
              date('2025-08-01', '+' || (i % 300) || ' days') || ' 03:00:00', date('2025-08-01', '+' || (i % 300) || ' days'), date('2025-08-15', '+' || (i % 300) || ' days'),
              date('2025-08-10', '+' || (i % 300) || ' days') || ' 03:00:00', 0, 1 FROM n;
            """));
    }
}
