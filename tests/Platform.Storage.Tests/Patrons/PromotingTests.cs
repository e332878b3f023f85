using Microsoft.EntityFrameworkCore;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Storage.Circulation;
using Platform.Storage.Patrons;

namespace Platform.Storage.Tests.Patrons;

/// <summary>The yearly promotion of all classes, and its way back.</summary>
public sealed class PromotingTests
{
    private static readonly DateOnly NewYear = new(2027, 8, 1);

    [Theory, EachDatabase]
    public async Task Promotion_MovesEveryPupil_KeepsRepeaters_AndEndsTheLastGradesCards(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var sixth = await PupilsAsync(database, library, "6A1", 6, 3);
        var ninth = await PupilsAsync(database, library, "9B", 9, 2);

        var promotion = (await PromoteAsync(database, library, sixth[2].Id)).Done.ShouldNotBeNull();

        (promotion.Moved, promotion.Left).ShouldBe((3, 2));
        (await CardsAsync(database)).ShouldBe(
        [
            ("7A1", 7, null), ("7A1", 7, null), ("6A1", 6, null),
            ("9B", 9, new DateOnly(2027, 7, 31)), ("9B", 9, new DateOnly(2027, 7, 31)),
        ]);
        await using var db = database.Open();
        (await db.ClassMemberships.Where(m => m.PatronId == sixth[0].Id).OrderBy(m => m.FromOn).Select(m => new { m.Class.Name, m.Class.StartYear, m.UntilOn }).ToListAsync())
            .ShouldBe([new { Name = "6A1", StartYear = 2026, UntilOn = (DateOnly?)new DateOnly(2027, 7, 31) }, new { Name = "7A1", StartYear = 2027, UntilOn = (DateOnly?)null }]);
        ninth.Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task PromotionTakenBack_LeavesEverythingAsItWas_AndMayBeMadeAgain(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        await PupilsAsync(database, library, "6A1", 6, 2);
        await PupilsAsync(database, library, "9B", 9, 1);
        var before = (await CardsAsync(database), await MembershipsAsync(database));
        await PromoteAsync(database, library);
        (await PromoteAsync(database, library)).Refusals.Single().Refusal.English.ShouldBe("School year 2026-2027 was promoted already.");

        await using (var db = database.Open())
            (await Promoting.RevertAsync(db, library.Id, 2026, A.Noon, default)).IsDone.ShouldBeTrue();

        (await CardsAsync(database)).ShouldBe(before.Item1);
        (await MembershipsAsync(database)).ShouldBe(before.Item2);
        (await PromoteAsync(database, library)).IsDone.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task PupilWhoMovedOn_StopsTheWayBack(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        await PupilsAsync(database, library, "6A1", 6, 2);
        await PromoteAsync(database, library);
        await using (var moving = database.Open())
        {
            (await moving.ClassMemberships.FirstAsync(m => m.UntilOn == null)).UntilOn = new DateOnly(2027, 10, 1);
            await moving.SaveChangesAsync();
        }

        await using var db = database.Open();
        var refused = await Promoting.RevertAsync(db, library.Id, 2026, A.Noon, default);

        refused.Refusals.Single().Refusal.English.ShouldBe("1 pupils have changed classes since.");
    }

    private static async Task<DeskResult<ClassPromotion>> PromoteAsync(LibraryDatabase database, Library library, params long[] repeaters)
    {
        await using var db = database.Open();
        return await Promoting.PromoteAsync(db, new PromotionRequest { LibraryId = library.Id, FromStartYear = 2026, On = NewYear, RepeaterIds = repeaters }, default);
    }

    private static async Task<List<Patron>> PupilsAsync(LibraryDatabase database, Library library, string name, int grade, int count)
    {
        var schoolClass = await database.HasAsync(A.Class(library, name, grade));
        var pupils = new List<Patron>();
        for (var i = 0; i < count; i++)
        {
            var pupil = A.Patron(library);
            (pupil.ClassName, pupil.Grade) = (name, grade);
            pupils.Add(await database.HasAsync(pupil));
            await database.HasAsync(A.Member(pupil, schoolClass));
        }
        return pupils;
    }

    private static async Task<List<(string?, int?, DateOnly?)>> CardsAsync(LibraryDatabase database)
    {
        await using var db = database.Open();
        return [.. (await db.Patrons.OrderBy(p => p.Id).ToListAsync()).Select(p => (p.ClassName, p.Grade, p.LeftOn))];
    }

    private static async Task<List<(long, long, DateOnly, DateOnly?)>> MembershipsAsync(LibraryDatabase database)
    {
        await using var db = database.Open();
        return [.. (await db.ClassMemberships.OrderBy(m => m.Id).ToListAsync()).Select(m => (m.PatronId, m.ClassId, m.FromOn, m.UntilOn))];
    }
}
