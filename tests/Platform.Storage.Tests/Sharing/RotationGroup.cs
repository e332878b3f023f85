using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Sharing.Rotation;

namespace Platform.Storage.Tests.Sharing;

/// <summary>Groups of schools to rotate between.</summary>
internal sealed class RotationGroup
{
    private readonly Dictionary<long, string> _barcodes = [];
    private readonly Dictionary<long, int> _minimum = [];
    private readonly Dictionary<long, string> _cards = [];

    private RotationGroup(long id, Library rich, Library poor, BibliographicRecord maths) => (Id, Rich, Poor, Maths) = (id, rich, poor, maths);

    public long Id { get; }

    public Library Rich { get; }

    public Library Poor { get; }

    public BibliographicRecord Maths { get; }

    /// <summary>Two schools of ten pupils each: one with six copies of a mathematics book and twenty others, one with none.</summary>
    public static async Task<RotationGroup> SmallAsync(LibraryDatabase database)
    {
        var (rich, poor) = (await database.HasAsync(A.Library()), await database.HasAsync(A.Library()));
        var group = await database.HasAsync(A.Group(rich, poor));
        foreach (var school in new[] { rich, poor })
            for (var i = 0; i < 10; i++)
                await database.HasAsync(A.Patron(school));
        var maths = new RotationGroup(group.Id, rich, poor, A.Record(rich));
        var record = await HasTitleAsync(database, rich, "Bài tập Toán 6", ItemType.ReferenceBook, 6, "510.76");
        // Single copies do not travel; they make up the stock.
        for (var i = 0; i < 20; i++)
            await HasTitleAsync(database, rich, "Truyện đọc", ItemType.Other, 1);
        return new RotationGroup(group.Id, rich, poor, record);
    }

    /// <summary>Five schools with random shelves.</summary>
    public static async Task<RotationGroup> LargeAsync(LibraryDatabase database, Random random)
    {
        var schools = new List<Library>();
        for (var i = 0; i < 5; i++)
        {
            var school = A.Library();
            (school.Latitude, school.Longitude, school.ShelfRoom) = (22 + random.NextDouble(), 103 + random.NextDouble(), random.Next(10, 60));
            schools.Add(await database.HasAsync(school));
        }
        var group = await database.HasAsync(A.Group([.. schools]));
        var made = new RotationGroup(group.Id, schools[0], schools[1], A.Record(schools[0]));
        await using var db = database.Open();
        foreach (var school in schools)
        {
            var pupils = random.Next(3, 12);
            made._minimum[school.Id] = pupils * 2;
            var readers = Enumerable.Range(0, pupils).Select(_ => A.Patron(school)).ToList();
            db.AddRange(readers);
            made._cards[school.Id] = readers[0].CardNumber;
            foreach (var title in Enumerable.Range(0, random.Next(3, 10)))
            {
                var record = A.Record(school, $"Toán {6 + (title & 3)}");
                record.Ddc = title % 2 == 0 ? "510" : "895.922";
                db.Add(record);
                await db.SaveChangesAsync();
                db.AddRange(Enumerable.Range(0, random.Next(1, 9)).Select(_ => A.Item(record, (ItemType)random.Next(1, 6))));
            }
        }
        await db.SaveChangesAsync();
        foreach (var item in await db.Items.Select(i => new { i.Id, i.RegistrationNumber, i.Library.Code }).ToListAsync())
            made._barcodes[item.Id] = $"{item.Code}:{item.RegistrationNumber}";
        return made;
    }

    public string BarcodeOf(RotationMove move) => _barcodes[move.ItemId];

    /// <summary>The card of a reader of the school.</summary>
    public string CardAt(long libraryId) => _cards[libraryId];

    public static async Task<BibliographicRecord> HasTitleAsync(LibraryDatabase database, Library school, string title, ItemType type, int copies, string? ddc = null)
    {
        var record = A.Record(school, title);
        record.Ddc = ddc;
        await database.HasAsync(record);
        for (var i = 0; i < copies; i++)
            await database.HasAsync(A.Item(record, type));
        return record;
    }

    /// <summary>How many items each library owns.</summary>
    public static async Task<string> StockAsync(LibraryDb db)
    {
        var owned = await db.Items.GroupBy(i => i.LibraryId).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync();
        return string.Join(' ', owned.Select(o => $"{o.Key}:{o.Count}"));
    }

    /// <summary>No owner that sends holds fewer of its own items than its minimum.</summary>
    public async Task ShouldKeepItsMinimumAsync(LibraryDb db, RotationPlan plan)
    {
        foreach (var sender in plan.Moves.GroupBy(m => m.OwnerId))
            (await db.Items.CountAsync(i => i.LibraryId == sender.Key) - sender.Count()).ShouldBeGreaterThanOrEqualTo(_minimum[sender.Key]);
    }
}
