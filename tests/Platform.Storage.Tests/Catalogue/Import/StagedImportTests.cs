using Microsoft.EntityFrameworkCore;
using Platform.Marc;
using Platform.Model.Catalogue.Import;
using Platform.Storage.Catalogue.Import;

namespace Platform.Storage.Tests.Catalogue.Import;

/// <summary>Imports that are reviewed before anything reaches the catalogue.</summary>
public sealed class StagedImportTests
{
    [Theory, EachDatabase]
    public async Task ReviewedFile_BecomesWhatWasDecided_AndUndoGivesAllBack(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library("TV1"));
        await ImportAsync(database, Book("Mat biec", "Nguyễn Nhật Ánh", "2012", "A1"), Book("Đất rừng", "Đoàn Giỏi", "1957", "A2"), Book("Góc sân", "Trần Đăng Khoa", "1968", "A3"));
        var before = await CatalogueAsync(database);
        byte[] file =
        [
            .. Book("Mắt biếc", "Nguyễn Nhật Ánh", "2012", "B1"), .. Book("Đất rừng", "Đoàn Giỏi", "1957", "B2", note: "Bản in lại"), .. Book("Mới", "Ai đó", "2020", "B3"),
            .. Book("Mới", "Ai đó", "2020", "B4"), .. Book("Góc sân", "Trần Đăng Khoa", "1968", "A3"), .. Book("Không lấy", "Người khác", "2021", "B5"), .. MarcRecord.Create(Leader.NewBook, []).ToStored().Bytes.Span,
        ];

        var batch = await StageAsync(database, library, file, MatchPolicy.Overlay);

        (await CatalogueAsync(database)).ShouldBe(before);
        (await LinesAsync(database, batch)).ShouldBe(
        [
            "1 Overlaid Mắt biếc 90 1", "2 Overlaid Đất rừng 90 1", "3 Added Mới - 1", "4 Skipped Mới 90 1", "5 Identical Góc sân - 0", "6 Added Không lấy - 1", "7 Rejected - - 0",
        ]);
        await using (var db = database.Open())
        {
            var found = await db.ImportBatches.SingleAsync(b => b.Id == batch);
            (found.State, found.Total, found.Added, found.Matched, found.Identical, found.Rejected, found.ItemsAdded).ShouldBe((ImportState.Staged, 7, 2, 3, 1, 1, 5));
            (await ImportReview.DecideAsync(db, found, db.ImportLines.Where(l => l.Number == 2), ImportChoice.Merge, CancellationToken.None)).ShouldBe(1);
            (await ImportReview.DecideAsync(db, found, db.ImportLines.Where(l => l.Number == 6), ImportChoice.LeaveOut, CancellationToken.None)).ShouldBe(1);
            (await ImportReview.DecideAsync(db, found, db.ImportLines.Where(l => l.Number == 4 || l.Number == 5 || l.Number == 7), ImportChoice.Overlay, CancellationToken.None)).ShouldBe(0);
            (found.Added, found.Matched, found.Rejected, found.ItemsAdded).ShouldBe((1, 3, 2, 4));
        }
        await ApplyAsync(database, batch);

        (await LinesAsync(database, batch)).ShouldBe(
        [
            "1 Overlaid Mắt biếc 90 1", "2 Merged Đất rừng 90 1", "3 Added Mới - 1", "4 Skipped Mới 90 1", "5 Identical Góc sân - 0", "6 Rejected Không lấy - 0", "7 Rejected - - 0",
        ]);
        await using (var db = database.Open())
        {
            (await db.Records.OrderBy(r => r.Id).Select(r => r.Title).ToListAsync()).ShouldBe(["Mắt biếc", "Đất rừng", "Góc sân", "Mới"]);
            (await db.Items.OrderBy(i => i.RegistrationNumber).Select(i => i.RegistrationNumber + " " + i.Record.Title).ToListAsync()).ShouldBe(
                ["A1 Mắt biếc", "A2 Đất rừng", "A3 Góc sân", "B1 Mắt biếc", "B2 Đất rừng", "B3 Mới", "B4 Mới"]);
            (await db.Records.Where(r => r.Title == "Đất rừng").Select(r => r.Content).SingleAsync()).ToMarc().ToString().ShouldContain("Bản in lại");
            (await db.StagedRecords.CountAsync(), await db.ImportFileParts.CountAsync()).ShouldBe((0, 0));
            (await db.ImportBatches.SingleAsync(b => b.Id == batch)).State.ShouldBe(ImportState.Finished);
        }
        (await new ImportUndo(database.Databases, database.Clock).RunAsync(batch, CancellationToken.None)).ShouldBeNull();
        (await CatalogueAsync(database)).ShouldBe(before);
    }

    [Fact]
    public async Task BrokenOffApplication_GoesOnAndComesToTheSameEnd()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library("TV1"));
        byte[] file = [.. Enumerable.Range(1, 1200).SelectMany(i => Book($"Sách {i % 900}", "Ai", "2020", $"{i:0000}"))];
        var batch = await StageAsync(database, library, file, MatchPolicy.Skip);
        await using (var db = database.Open())
            await ImportReview.ApplyAsync(db, await db.ImportBatches.SingleAsync(), CancellationToken.None);
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => Work(database).RunAsync(batch, new Stopping(stop), stop.Token));
        await using (var db = database.Open())
        {
            (await db.ImportBatches.Select(b => new { b.State, b.Position, b.LeasedUntil }).SingleAsync()).ShouldBe(new { State = ImportState.Applying, Position = 500, LeasedUntil = (DateTimeOffset?)null });
            (await db.Records.CountAsync(), await db.StagedRecords.CountAsync()).ShouldBe((500, 700));
        }
        (await Work(database).StepAsync(CancellationToken.None)).ShouldBeTrue();
        (await Work(database).StepAsync(CancellationToken.None)).ShouldBeFalse();

        await using var after = database.Open();
        (await after.Records.CountAsync(), await after.Items.CountAsync(), await after.StagedRecords.CountAsync()).ShouldBe((900, 1200, 0));
        (await after.ImportBatches.Select(b => new { b.State, b.Added, b.Matched }).SingleAsync()).ShouldBe(new { State = ImportState.Finished, Added = 900, Matched = 300 });
    }

    [Fact]
    public async Task RecordThatWasDeleted_IsThereAgain_AndUndoDeletesItAgain()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library("TV1"));
        await ImportAsync(database, Book("Mắt biếc", "Nguyễn Nhật Ánh", "2012"));
        var deletedAt = A.Noon;
        long id;
        await using (var db = database.Open())
        {
            var record = await db.Records.SingleAsync();
            (id, record.DeletedAt) = (record.Id, deletedAt);
            await db.SaveChangesAsync();
        }

        var batch = await StageAsync(database, library, Book("Mắt biếc", "Nguyễn Nhật Ánh", "2012"), MatchPolicy.Skip);
        await using (var db = database.Open())
            (await db.ImportLines.Where(l => l.BatchId == batch && l.Outcome == ImportOutcome.Revived).Select(l => l.Remark).SingleAsync()).ShouldBe($"the library had deleted it as record {id}: it is there again");
        await ApplyAsync(database, batch);

        await using (var db = database.Open())
            (await db.Records.Select(r => r.Id).SingleAsync()).ShouldBe(id);
        (await new ImportUndo(database.Databases, database.Clock).RunAsync(batch, CancellationToken.None)).ShouldBeNull();
        await using var after = database.Open();
        (await after.Records.CountAsync()).ShouldBe(0);
        (await after.Records.IgnoreQueryFilters().Select(r => r.DeletedAt).SingleAsync()).ShouldBe(deletedAt);
    }

    [Fact]
    public async Task ProtectedField_StaysThroughAnOverlay()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library("TV1"));
        await ImportAsync(database, Book("Đất rừng", "Đoàn Giỏi", "1957", "A1", note: "Của thư viện"));

        var discarded = await StageAsync(database, library, Book("Đất rừng phương Nam", "Đoàn Giỏi", "1957", "A2"), MatchPolicy.Overlay, "500");
        await using (var db = database.Open())
        {
            (await db.ImportLines.SingleAsync(l => l.BatchId == discarded)).Outcome.ShouldBe(ImportOutcome.Added);
            await ImportReview.DiscardAsync(db, await db.ImportBatches.SingleAsync(b => b.Id == discarded), A.Noon, CancellationToken.None);
            (await db.ImportLines.CountAsync(l => l.BatchId == discarded), await db.StagedRecords.CountAsync(), await db.ImportFileParts.CountAsync()).ShouldBe((0, 0, 0));
        }
        var second = await StageAsync(database, library, Book("Đất rừng", "Đoàn Giỏi", "1957", "A2", "Từ ngoài", "x"), MatchPolicy.Overlay, "500");
        await ApplyAsync(database, second);

        (await CatalogueAsync(database)).ShouldContain("Của thư viện");
        (await CatalogueAsync(database)).ShouldNotContain("Từ ngoài");
    }

    private static async Task<long> StageAsync(LibraryDatabase database, Model.Libraries.Library library, byte[] file, MatchPolicy policy, string? protectedFields = null)
    {
        await using var db = database.Open();
        var batch = await new ImportStaging(database.Clock).ReceiveAsync(db, new StagingRequest(library.Id, "sach.mrc", policy, null, protectedFields), new MemoryStream(file), CancellationToken.None);
        await Work(database).RunAsync(batch.Id, null, CancellationToken.None);
        return batch.Id;
    }

    private static async Task ApplyAsync(LibraryDatabase database, long batch)
    {
        await using var db = database.Open();
        await ImportReview.ApplyAsync(db, await db.ImportBatches.SingleAsync(b => b.Id == batch), CancellationToken.None);
        await Work(database).RunAsync(batch, null, CancellationToken.None);
    }

    private static ImportWork Work(LibraryDatabase database) => new(database.Databases, new ImportStaging(database.Clock), database.Clock);

    private static async Task ImportAsync(LibraryDatabase database, params byte[][] books)
    {
        using var file = MarcFile.Of([.. books.SelectMany(b => b)]);
        await new RecordImport(database.Databases, database.Clock).RunAsync(new ImportRequest { Path = file.Path, LibraryCode = "TV1" }, null, CancellationToken.None);
    }

    private static async Task<List<string>> LinesAsync(LibraryDatabase database, long batch)
    {
        await using var db = database.Open();
        return await db.ImportLines.AsNoTracking().Where(l => l.BatchId == batch).OrderBy(l => l.Number).AsAsyncEnumerable()
            .Select(l => $"{l.Number} {l.Outcome} {l.Title ?? "-"} {l.MatchPoints?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {l.Copies}").ToListAsync();
    }

    // Everything that undoing must give back, in one text.
    private static async Task<string> CatalogueAsync(LibraryDatabase database)
    {
        await using var db = database.Open();
        var records = await db.Records.Include(r => r.Content).Include(r => r.Items).OrderBy(r => r.Id).ToListAsync();
        return string.Join('\n', records.Select(r => $"{r.Id} {r.Fingerprint} {r.Title} {string.Join(',', r.Items.Select(i => i.RegistrationNumber).Order())}\n{r.Content.ToMarc()}"));
    }

    private static byte[] Book(string title, string author, string year, string? number = null, string? note = null, string? isbn = null) => MarcRecord.Create(
        Leader.NewBook,
        [
            .. isbn is null ? Array.Empty<DataField>() : [new DataField("020", ' ', ' ', new Subfield('a', isbn))],
            new DataField("100", '0', ' ', new Subfield('a', author)),
            new DataField("245", '0', '0', new Subfield('a', title)),
            new DataField("260", ' ', ' ', new Subfield('c', year)),
            .. note is null ? Array.Empty<DataField>() : [new DataField("500", ' ', ' ', new Subfield('a', note))],
            .. number is null ? Array.Empty<DataField>() : [new DataField("952", ' ', ' ', new Subfield('p', number))],
        ]).ToStored().Bytes.ToArray();

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }
}
