using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Circulation;
using Platform.Storage.Circulation;
using Platform.Storage.Patrons;

namespace Platform.Storage.Tests.Circulation;

/// <summary>The nightly run over all libraries.</summary>
public sealed class LibraryUpkeepTests
{
    [Fact]
    public async Task CopyThatWasNotFetched_GoesToTheNextReader_InEveryLibrary()
    {
        await using var database = await LibraryDatabase.CreateAsync();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var library = await database.HasAsync(A.Library());
            var record = await database.HasAsync(A.Record(library));
            var late = A.Hold(record, await database.HasAsync(A.Patron(library)));
            (late.Status, late.ItemId, late.KeptUntilOn) = (HoldStatus.Ready, (await database.HasAsync(A.Item(record))).Id, A.Today.AddDays(-1));
            await database.HasAsync(late);
            await database.HasAsync(A.Hold(record, await database.HasAsync(A.Patron(library))));
        }
        var upkeep = new LibraryUpkeep(database.Databases, Options.Create(new PrivacyOptions()), new FakeTimeProvider(A.Noon), NullLogger<LibraryUpkeep>.Instance);

        (await upkeep.RunAsync(default)).ShouldBe(2);

        await using var db = database.Open();
        (await db.Holds.OrderBy(h => h.Id).Select(h => h.Status).ToListAsync()).ShouldBe([HoldStatus.Expired, HoldStatus.Ready, HoldStatus.Expired, HoldStatus.Ready]);
    }
}
