using Microsoft.EntityFrameworkCore;
using Platform.Marc;
using Platform.Model.Catalogue.Import;
using Platform.Model.ChangeFeed;
using Platform.Storage.Catalogue.Import;

namespace Platform.Storage.Tests.Catalogue.Import;

/// <summary>Imports that look whether the catalogue has the publication already, and what becomes of them when they are taken back.</summary>
public sealed class MatchingImportTests
{
    [Theory, EachDatabase]
    public async Task KnownPublication_GetsTheCopies_WhateverLibraryCataloguedIt(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var hub = await database.HasAsync(A.Library("HUB"));
        await database.HasAsync(A.Library("TV1"));
        var known = A.Record(hub, "Mắt biếc", "Nguyễn Nhật Ánh");
        known.PublicationYear = 2012;
        await database.HasAsync(known);
        using var file = MarcFile.Of(Book("Mat biec", "Nguyễn Nhật Ánh", "2012", "1"), Book("Sách lạ", "Ai đó", "2012", "2"), Book("Sách lạ", "Ai đó", "2012", "3"));

        var done = await ImportAsync(database, file, MatchPolicy.Skip);

        (done.Counts.Added, done.Counts.Matched, done.Counts.ItemsAdded).ShouldBe((1, 2, 3));
        await using var db = database.Open();
        (await db.Items.Where(i => i.RecordId == known.Id).Select(i => i.RegistrationNumber).ToListAsync()).ShouldBe(["1"]);
        (await db.Records.Where(r => r.Title == "Sách lạ").Select(r => r.Items.Count).ToListAsync()).ShouldBe([2]);
        (await db.ImportLines.OrderBy(l => l.Number).Select(l => new { l.Outcome, l.RecordId, l.MatchPoints, l.Remark }).FirstAsync())
            .ShouldBe(new { Outcome = ImportOutcome.Skipped, RecordId = (long?)known.Id, MatchPoints = (int?)90, Remark = (string?)"same title, same author, same year" });
    }

    [Fact]
    public async Task LikelyMatch_IsAddedAndPointedOut()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library("TV1"));
        var known = await database.HasAsync(A.Record(library, "Mắt biếc", "Nguyễn Nhật Ánh"));
        using var file = MarcFile.Of(Book("Mắt biếc", "Nguyễn Nhật Ánh", "2012", "1"));

        var done = await ImportAsync(database, file, MatchPolicy.Skip);

        done.Counts.Added.ShouldBe(1);
        done.Remarks.ShouldHaveSingleItem().Text.ShouldBe($"may be the same as record {known.Id} (75: same title, same author)");
    }

    [Fact]
    public async Task OverlaidRecord_IsAsBefore_OnceTheImportIsUndone()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        await database.HasAsync(A.Library("TV1"));
        using var first = MarcFile.Of(Book("Mat biec", "Nguyễn Nhật Ánh", "2012", "1"));
        using var second = MarcFile.Of(Book("Mắt biếc", "Nguyễn Nhật Ánh", "2012", "2"), Book("Mới", "Ai", "2020", "3"));
        await ImportAsync(database, first, MatchPolicy.Add);
        var before = await ContentAsync(database);

        var done = await ImportAsync(database, second, MatchPolicy.Overlay);
        var between = await ContentAsync(database);
        var undone = await new ImportUndo(database.Databases, TimeProvider.System).RunAsync(done.BatchId, CancellationToken.None);

        undone.ShouldBeNull();
        between.ShouldContain("Mắt biếc");
        (await ContentAsync(database)).ShouldBe(before);
        await using var db = database.Open();
        (await db.Records.CountAsync(), await db.Items.CountAsync(), await db.RecordContents.CountAsync()).ShouldBe((1, 1, 1));
        (await db.ChangeFeed.CountAsync(e => e.Kind == ChangeKind.Deleted)).ShouldBe(3);
        (await db.ImportBatches.SingleAsync(b => b.Id == done.BatchId)).State.ShouldBe(ImportState.Undone);
    }

    [Fact]
    public async Task ImportThatOthersBuiltOn_IsNotUndone()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        var library = await database.HasAsync(A.Library("TV1"));
        using var file = MarcFile.Of(Book("Mắt biếc", "Nguyễn Nhật Ánh", "2012", "1"));
        var done = await ImportAsync(database, file, MatchPolicy.Add);
        await using (var db = database.Open())
            await database.HasAsync(A.Loan(await db.Items.AsNoTracking().SingleAsync(), await database.HasAsync(A.Patron(library))));

        var obstacle = await new ImportUndo(database.Databases, TimeProvider.System).RunAsync(done.BatchId, CancellationToken.None);

        obstacle.ShouldNotBeNull().English.ShouldBe($"Import {done.BatchId} cannot be undone: 1 loans are of copies that it entered.");
        await using var after = database.Open();
        (await after.Records.CountAsync(), await after.Items.CountAsync()).ShouldBe((1, 1));
    }

    private static async Task<string> ContentAsync(LibraryDatabase database)
    {
        await using var db = database.Open();
        var record = await db.Records.Include(r => r.Content).OrderBy(r => r.Id).FirstAsync();
        return $"{record.Title} {record.Fingerprint} {record.Content.ToMarc()}";
    }

    private static async Task<ImportResult.Done> ImportAsync(LibraryDatabase database, MarcFile file, MatchPolicy policy) =>
        (await new RecordImport(database.Databases, database.Clock).RunAsync(
            new ImportRequest { Path = file.Path, LibraryCode = "TV1", OnMatch = policy }, null, CancellationToken.None)).ShouldBeOfType<ImportResult.Done>();

    private static MarcRecord Book(string title, string author, string year, string number) => MarcRecord.Create(
        Leader.NewBook,
        [
            new DataField("100", '0', ' ', new Subfield('a', author)),
            new DataField("245", '0', '0', new Subfield('a', title)),
            new DataField("260", ' ', ' ', new Subfield('c', year)),
            new DataField("952", ' ', ' ', new Subfield('p', number)),
        ]);
}
