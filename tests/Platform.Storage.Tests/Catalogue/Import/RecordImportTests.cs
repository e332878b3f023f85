using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Marc;
using Platform.Model.Catalogue.Import;
using Platform.Model.ChangeFeed;
using Platform.Storage.Catalogue.Import;

namespace Platform.Storage.Tests.Catalogue.Import;

public sealed class RecordImportTests
{
    [Theory, EachDatabase]
    public async Task File_BecomesRecordsCopiesLinesAndFeed(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider, new FakeTimeProvider(A.Noon));
        var library = await database.HasAsync(A.Library("TV1"));
        using var file = MarcFile.Of(MarcFile.Book("Dế Mèn phiêu lưu ký", "0001", "0002"), MarcFile.Book("Đất rừng phương Nam", "0003"));

        var done = await ImportAsync(database, file);

        done.Counts.ShouldBe(new ImportCounts(Read: 2, Added: 2, Identical: 0, Matched: 0, Repaired: 0, Rejected: 0, ItemsAdded: 3, ItemsRejected: 0));
        await using var db = database.Open();
        var records = await db.Records.Include(r => r.Content).Include(r => r.Items).OrderBy(r => r.Id).ToListAsync();
        records.Select(r => (r.Title, r.TitleKey, r.LibraryId, r.Version, r.CreatedAt)).ShouldBe(
            [("Dế Mèn phiêu lưu ký", "de men phieu luu ki", library.Id, 1, A.Noon), ("Đất rừng phương Nam", "dat rung phuong nam", library.Id, 1, A.Noon)]);
        records[0].Items.Select(i => (i.RegistrationNumber, i.AcquiredOn, i.Version)).ShouldBe([("0001", A.Today, 1), ("0002", A.Today, 1)]);
        MarcRecord.ReadOne(records[0].Content.Bytes, MarcFormat.Iso2709).ShouldBe(MarcFile.Book("Dế Mèn phiêu lưu ký", "0001", "0002"));
        (await db.ImportLines.OrderBy(l => l.Number).Select(l => new { l.Number, l.Outcome, l.RecordId }).ToListAsync())
            .Select(l => (l.Number, l.Outcome, l.RecordId)).ShouldBe([(1, ImportOutcome.Added, records[0].Id), (2, ImportOutcome.Added, records[1].Id)]);
        (await db.ChangeFeed.Where(e => e.Entity != "Library").ToListAsync())
            .Select(e => (e.Entity, e.Kind, e.LibraryId, e.At)).ShouldBe(
            [
                ("BibliographicRecord", ChangeKind.Created, library.Id, A.Noon), ("BibliographicRecord", ChangeKind.Created, library.Id, A.Noon),
                ("Item", ChangeKind.Created, library.Id, A.Noon), ("Item", ChangeKind.Created, library.Id, A.Noon), ("Item", ChangeKind.Created, library.Id, A.Noon),
            ],
            ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task SecondImport_AddsNothing(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        await database.HasAsync(A.Library("TV1"));
        using var file = MarcFile.Of(MarcFile.Book("Một", "1"), MarcFile.Book("Hai", "2"), MarcFile.Book("Một", "1"));

        (await ImportAsync(database, file)).Counts.ShouldBe(new ImportCounts(3, 2, 1, 0, 0, 0, 2, 0));
        (await ImportAsync(database, file)).Counts.ShouldBe(new ImportCounts(3, 0, 3, 0, 0, 0, 0, 0));

        await using var db = database.Open();
        (await db.Records.CountAsync(), await db.Items.CountAsync(), await db.ImportBatches.CountAsync()).ShouldBe((2, 2, 2));
        (await db.ImportLines.Where(l => l.RecordId == null).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task NumberThatIsTaken_RejectsTheCopyAndKeepsTheRecord()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        using var file = MarcFile.Of(MarcFile.Book("Một", "1", ""), MarcFile.Book("Hai", "1"));

        var done = await ImportAsync(database, file);

        done.Counts.ShouldBe(new ImportCounts(2, 2, 0, 0, 0, 0, 1, 2));
        done.Remarks.ShouldBe(
        [
            new ImportRemark(1, ImportOutcome.Added, "the copy has no registration number"),
            new ImportRemark(2, ImportOutcome.Added, "registration number '1' is taken"),
        ]);
    }

    [Fact]
    public async Task BrokenOffImport_GoesOnBehindTheLastSavedChunk()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        using var file = MarcFile.Of([.. Enumerable.Range(1, 25).Select(i => MarcFile.Book($"Sách {i}", $"{i:000}"))]);
        using var stop = new CancellationTokenSource();
        var request = Request(file) with { BatchSize = 10 };
        var afterFirstChunk = new Reporter(progress => stop.Cancel());

        await Should.ThrowAsync<OperationCanceledException>(() => Import(database).RunAsync(request, afterFirstChunk, stop.Token));
        await using (var db = database.Open())
            (await db.Records.CountAsync()).ShouldBe(10);
        var done = (await Import(database).RunAsync(request, null, CancellationToken.None)).ShouldBeOfType<ImportResult.Done>();

        (done.ResumedAfter, done.Counts).ShouldBe((10, new ImportCounts(25, 25, 0, 0, 0, 0, 25, 0)));
        await using var after = database.Open();
        var titles = await after.Records.OrderBy(r => r.Id).Select(r => r.Title).ToListAsync();
        titles.ShouldBe(Enumerable.Range(1, 25).Select(i => $"Sách {i}"));
        (await after.ImportBatches.Select(b => new { b.State, b.Position }).SingleAsync()).ShouldBe(new { State = ImportState.Finished, Position = 25 });
    }

    [Fact]
    public async Task DryRun_SaysTheSameAndWritesNothing()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        using var file = MarcFile.Of(MarcFile.Book("Một", "1"), MarcFile.Book("Một", "1"), MarcFile.Book("Hai", "1"));

        var done = (await Import(database).RunAsync(
            Request(file) with { IsDryRun = true, CreateLibraryNamed = "Trường mới", BatchSize = 1 }, null, CancellationToken.None)).ShouldBeOfType<ImportResult.Done>();

        done.Counts.ShouldBe(new ImportCounts(3, 2, 1, 0, 0, 0, 1, 1));
        await using var db = database.Open();
        (await db.Libraries.CountAsync(), await db.Records.CountAsync(), await db.ImportBatches.CountAsync()).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task UnknownLibrary_IsRefused()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        using var file = MarcFile.Of(MarcFile.Book("Một"));

        (await Import(database).RunAsync(Request(file), null, CancellationToken.None))
            .ShouldBe(new ImportResult.Refused("There is no library with code 'TV1'."));
    }

    [Fact]
    public async Task FileThatIsNoMarc_IsRefusedAndLeavesNothing()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        using var file = MarcFile.Of("%PDF-1.7 not a record"u8.ToArray());

        var refused = (await Import(database).RunAsync(Request(file) with { CreateLibraryNamed = "Mới" }, null, CancellationToken.None)).ShouldBeOfType<ImportResult.Refused>();

        refused.Reason.ShouldStartWith($"'{Path.GetFileName(file.Path)}' cannot be imported: ");
        await using var db = database.Open();
        (await db.Libraries.CountAsync(), await db.ImportBatches.CountAsync()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task TruncatedFile_KeepsWhatItHolds_AndSaysSo()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        using var whole = MarcFile.Of(MarcFile.Book("Một", "1"), MarcFile.Book("Hai", "2"));
        using var file = MarcFile.Of(File.ReadAllBytes(whole.Path)[..^5]);

        var done = await ImportAsync(database, file);

        (done.Counts.Added, done.Counts.Repaired).ShouldBe((2, 1));
        done.Remarks.ShouldHaveSingleItem().Text.ShouldContain("TruncatedRecord");
    }

    private static async Task<ImportResult.Done> ImportAsync(LibraryDatabase database, MarcFile file) =>
        (await Import(database).RunAsync(Request(file), null, CancellationToken.None)).ShouldBeOfType<ImportResult.Done>();

    private static RecordImport Import(LibraryDatabase database) => new(database.Databases, database.Clock);

    private static ImportRequest Request(MarcFile file) => new() { Path = file.Path, LibraryCode = "TV1" };

    private sealed class Reporter(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
