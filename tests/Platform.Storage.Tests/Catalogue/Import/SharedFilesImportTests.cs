using Microsoft.EntityFrameworkCore;
using Platform.Marc;
using Platform.Model.Catalogue;
using Platform.Storage.Catalogue.Import;

namespace Platform.Storage.Tests.Catalogue.Import;

/// <summary>The folder of real records: none is lost, none is changed, none is added twice.</summary>
public sealed class SharedFilesImportTests
{
    private const int VietnameseRecords = 20_000;

    [Fact]
    public async Task EveryReadableFile_IsImportedWhole_AndOnlyOnce()
    {
        var folder = SharedData.Require("marc", "files");
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        var import = new RecordImport(database.Databases, TimeProvider.System);
        var expectations = new List<string>();
        var (read, imported) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (await import.RunAsync(Request(file), null, CancellationToken.None) is not ImportResult.Done done)
            {
                if (await HoldsRecordsAsync(file))
                    expectations.Add($"{file}: refused, though it holds records");
                continue;
            }
            var again = (await import.RunAsync(Request(file), null, CancellationToken.None)).ShouldBeOfType<ImportResult.Done>();
            imported++;
            read += done.Counts.Read;
            expectations.AddRange(await FaultsOfAsync(database, file, done));
            if (again.Counts.Added + again.Counts.ItemsAdded > 0)
                expectations.Add($"{file}: the second import added {again.Counts}");
        }

        expectations.Take(20).ShouldBeEmpty($"{expectations.Count} in all");
        imported.ShouldBeGreaterThan(500);
        read.ShouldBeGreaterThan(24_500);
    }

    [Fact]
    public async Task VietnameseRecords_AreAllThere_WithTheirCopies()
    {
        var folder = SharedData.Require("marc", "files", "cse-library+koha_import");
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        var import = new RecordImport(database.Databases, TimeProvider.System);
        foreach (var file in Directory.EnumerateFiles(folder, "*.mrc").Order(StringComparer.Ordinal))
            await import.RunAsync(Request(file), null, CancellationToken.None);

        await using var db = database.Open();
        (await db.Records.CountAsync()).ShouldBe(VietnameseRecords);
        (await db.Records.CountAsync(r => r.Isbn != null && r.Isbn.Length != 13)).ShouldBe(0);
        var item = await db.Items.Include(i => i.Record).SingleAsync(i => i.RegistrationNumber == "0000019247");
        (item.Record.Title, item.Record.Author, item.Record.PublicationYear).ShouldBe(("Phương pháp luận nghiên cứu khoa học", "Vũ Cao Đàm", 2009));
    }

    // Every record of the file is stored and, read back, is what was in the file; only what is no record was rejected.
    private static async Task<List<string>> FaultsOfAsync(LibraryDatabase database, string file, ImportResult.Done done)
    {
        await using var db = database.Open();
        var stored = await db.ImportLines.Where(l => l.BatchId == done.BatchId)
            .GroupJoin(db.RecordContents, l => l.RecordId, c => c.RecordId, (l, contents) => new { l.Number, Contents = contents })
            .SelectMany(l => l.Contents.DefaultIfEmpty(), (l, content) => new { l.Number, Content = content })
            .ToDictionaryAsync(l => l.Number, l => l.Content);
        var faults = new List<string>();
        var number = 0;
        await using var stream = File.OpenRead(file);
        await foreach (var reading in MarcReader.ReadAsync(stream))
        {
            number++;
            var isTaken = reading.Record is { Fields.Count: > 0 };
            var kept = stored[number];
            if (isTaken != kept is not null)
                faults.Add($"{file} {number}: {(isTaken ? "lost" : "taken, though it is no record")}");
            else if (kept is not null && !ReadBack(kept).Equals(reading.Record))
                faults.Add($"{file} {number}: read back, it differs");
        }
        if (number != done.Counts.Read)
            faults.Add($"{file}: {number} records, {done.Counts.Read} imported");
        return faults;
    }

    private static async Task<bool> HoldsRecordsAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        await foreach (var reading in MarcReader.ReadAsync(stream))
            if (reading.Record is { Fields.Count: > 0 })
                return true;
        return false;
    }

    private static MarcRecord ReadBack(RecordContent content) =>
        MarcRecord.ReadOne(content.Bytes, content.Format is StoredFormat.Iso2709 ? MarcFormat.Iso2709 : MarcFormat.MarcXml);

    private static ImportRequest Request(string file) => new() { Path = file, LibraryCode = "TV1" };
}
