using Platform.Model.ChangeFeed;
using Platform.Storage.ChangeFeed;

namespace Platform.Storage.Tests.ChangeFeed;

/// <summary>The change feed with writers at work on the real database.</summary>
public sealed class FeedReaderTests
{
    private const int Writers = 8;
    private const int SavesOfEach = 15;
    private const int Kept = Writers * SavesOfEach * 4 / 5;

    [Theory, EachDatabase]
    public async Task ReaderBesideConcurrentWriters_MissesNothing_AndReadsInOrder(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(database, library, writer))));

        var read = new List<ChangeFeedEntry>();
        while (!writing.IsCompleted)
        {
            await ReadAsync(database, read);
            await Task.WhenAny(writing, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }
        await writing;
        // On SQL Server the reader waits at numbers that were taken back.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (read.Count(IsRecord) < Kept && !patience.IsCancellationRequested)
            await ReadAsync(database, read);

        read.Select(e => e.Sequence).ShouldBe(read.Select(e => e.Sequence).Distinct().Order());
        await using var db = database.Open();
        var records = db.Records.Select(r => r.Id).ToHashSet();
        records.Count.ShouldBe(Kept, "one save in five was taken back");
        read.Where(IsRecord).Select(e => e.EntityId).ShouldBe(records, ignoreOrder: true);
    }

    private static bool IsRecord(ChangeFeedEntry entry) => entry.Entity == "BibliographicRecord";

    private static async Task ReadAsync(LibraryDatabase database, List<ChangeFeedEntry> read)
    {
        await using var db = database.Open();
        var next = await FeedReader.ReadAfterAsync(db, read.Count == 0 ? 0 : read[^1].Sequence, 50, TestContext.Current.CancellationToken);
        read.AddRange(next);
    }

    private static async Task WriteAsync(LibraryDatabase database, Model.Libraries.Library library, int writer)
    {
        for (var i = 0; i < SavesOfEach; i++)
        {
            await using var db = database.Open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(A.Record(library, $"Sách {writer}-{i}"));
            await db.SaveChangesAsync();
            if (i % 5 == 4)
                await transaction.RollbackAsync();
            else
                await transaction.CommitAsync();
        }
    }
}
