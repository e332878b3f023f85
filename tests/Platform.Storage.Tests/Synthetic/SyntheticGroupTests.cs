using Microsoft.EntityFrameworkCore;
using Platform.Storage.Synthetic;

namespace Platform.Storage.Tests.Synthetic;

/// <summary>Invented data: as many rows as asked for, the same ones every time, and such as could be.</summary>
public sealed class SyntheticGroupTests
{
    private static readonly SyntheticSpec Small = new() { Schools = 3, Records = 60, Items = 200, Patrons = 90, Loans = 500, Seed = 7 };

    [Theory, EachDatabase]
    public async Task Rows_AreAsManyAsAskedFor_AndCouldBe(DatabaseProvider provider)
    {
        await using var library = await LibraryDatabase.CreateAsync(provider);
        (await new SyntheticGroup(library.Databases, library.Clock).FillAsync(Small, null, CancellationToken.None)).ShouldBeNull();

        await using var db = library.Open();
        (await db.Libraries.CountAsync(), await db.Records.CountAsync(), await db.Items.CountAsync(), await db.Patrons.CountAsync(), await db.Loans.CountAsync())
            .ShouldBe((3, 60, 200, 90, 500));
        var loans = await db.Loans.AsNoTracking().OrderBy(l => l.ItemId).ThenBy(l => l.LentAt).ToListAsync();
        loans.Zip(loans.Skip(1)).Where(pair => pair.First.ItemId == pair.Second.ItemId).ShouldAllBe(pair => pair.First.ReturnedAt < pair.Second.LentAt);
        loans.ShouldAllBe(l => l.LentAt < library.Clock.GetUtcNow() && (l.ReturnedAt == null || l.ReturnedAt > l.LentAt && l.ReturnedAt < library.Clock.GetUtcNow()));
        (await db.Loans.CountAsync(l => l.Patron!.LibraryId != l.LibraryId || l.Item.LibraryId != l.LibraryId)).ShouldBe(0);
        (await db.Records.CountAsync(r => r.Content.Bytes.Length == 0 || r.Title == "" || r.SearchText == "")).ShouldBe(0);
        (await db.ChangeFeed.CountAsync(e => e.Entity == "Item")).ShouldBe(200);
    }

    [Fact]
    public async Task SameSeed_GivesTheSameRows_AnotherGivesOthers()
    {
        var first = await RowsAsync(Small);

        (await RowsAsync(Small)).ShouldBe(first);
        (await RowsAsync(Small with { Seed = 8 })).ShouldNotBe(first);
    }

    [Fact]
    public async Task WrongNumbers_AndADatabaseInUse_AreRefused()
    {
        await using var library = await LibraryDatabase.CreateAsync();
        var group = new SyntheticGroup(library.Databases, library.Clock);

        (await group.FillAsync(Small with { Patrons = 0 }, null, CancellationToken.None)).ShouldBe("Loans need copies and patrons.");
        await library.HasAsync(A.Library());
        (await group.FillAsync(Small, null, CancellationToken.None)).ShouldBe("The database has libraries already: data is generated into an empty one only.");
    }

    private static async Task<List<string>> RowsAsync(SyntheticSpec spec)
    {
        await using var library = await LibraryDatabase.CreateAsync();
        await new SyntheticGroup(library.Databases, library.Clock).FillAsync(spec, null, CancellationToken.None);
        await using var db = library.Open();
        return
        [
            .. await db.Records.OrderBy(r => r.Id).Select(r => r.Title + r.Author + r.PublicationYear).ToListAsync(),
            .. await db.Items.OrderBy(i => i.Id).Select(i => i.RegistrationNumber + i.RecordId).ToListAsync(),
            .. await db.Patrons.OrderBy(p => p.Id).Select(p => p.CardNumber + p.FullName).ToListAsync(),
            .. (await db.Loans.OrderBy(l => l.Id).ToListAsync()).Select(l => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{l.LentOn:O} {l.ItemId} {l.PatronId}")),
        ];
    }
}
