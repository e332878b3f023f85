using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>Textbooks for a whole class: all or nothing, partial returns, what is still out.</summary>
public sealed class ClassLendingTests
{
    [Theory, EachDatabase]
    public async Task EveryPupilGetsOneCopyOfEveryBook_UntilTheEndOfTheYear(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (schoolClass, pupils) = await ClassAsync(desk, 3);
        var maths = await desk.Database.HasAsync(A.Record(desk.Library, "Toán 6"));
        await CopiesAsync(desk, desk.Record, 4);
        await CopiesAsync(desk, maths, 3);

        var set = (await LendAsync(desk, schoolClass, desk.Record, maths)).Done.ShouldNotBeNull();

        (set.Copies, set.DueOn).ShouldBe((6, new DateOnly(2027, 5, 31)));
        await using var db = desk.Database.Open();
        var loans = await db.Loans.Where(l => l.ClassSetId == set.Id).OrderBy(l => l.Id).Select(l => new { l.PatronId, l.Item.RecordId, l.ReturnedAt }).ToListAsync();
        loans.Select(l => (l.PatronId, l.RecordId)).ShouldBe(
        [
            (pupils[0].Id, desk.Record.Id), (pupils[1].Id, desk.Record.Id), (pupils[2].Id, desk.Record.Id),
            (pupils[0].Id, maths.Id), (pupils[1].Id, maths.Id), (pupils[2].Id, maths.Id),
        ]);
    }

    [Theory, EachDatabase]
    public async Task OneCopyTooFew_LendsNothing_AndSaysHowManyAreFree(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (schoolClass, _) = await ClassAsync(desk, 3);
        var copies = await CopiesAsync(desk, desk.Record, 3);
        await desk.RotateAsync(copies[0]); // at another library: nothing to hand out

        var result = await LendAsync(desk, schoolClass, desk.Record);

        result.Refusals.Single().Refusal.English.ShouldBe("'Dế Mèn phiêu lưu ký' has 2 free copies, 3 are needed.");
        await using var db = desk.Database.Open();
        (await db.Loans.CountAsync()).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task SetLentTwice_GivesOnlyToThoseWithoutTheBook(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (schoolClass, _) = await ClassAsync(desk, 2);
        await CopiesAsync(desk, desk.Record, 3);
        await LendAsync(desk, schoolClass, desk.Record);
        var late = await desk.PatronAsync();
        await desk.Database.HasAsync(A.Member(late, schoolClass));

        var second = (await LendAsync(desk, schoolClass, desk.Record)).Done!;

        second.Copies.ShouldBe(1);
        second.Loans.Single().PatronId.ShouldBe(late.Id);
        (await LendAsync(desk, schoolClass, desk.Record)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.ClassHasAll);
        await using var db = desk.Database.Open();
        (await db.ClassSets.CountAsync()).ShouldBe(2, "nothing is written down of a set without a copy");
    }

    [Theory, EachDatabase]
    public async Task ClassWithoutPupils_IsRefused_AlsoThatOfAnotherLibrary(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var elsewhere = await desk.Database.HasAsync(A.Library());
        var theirs = await desk.Database.HasAsync(A.Class(elsewhere));

        (await LendAsync(desk, theirs, desk.Record)).Refusals.Single().Refusal.Code.ShouldBe(RefusalCode.ClassEmpty);
    }

    [Theory, EachDatabase]
    public async Task PartialReturn_ClosesWhatCameBack_AndAnswersForEachCopy(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (schoolClass, _) = await ClassAsync(desk, 3);
        var copies = await CopiesAsync(desk, desk.Record, 3);
        var set = (await LendAsync(desk, schoolClass, desk.Record)).Done!;
        string[] numbers = [copies[0].RegistrationNumber, "khong-co", copies[1].RegistrationNumber, copies[0].RegistrationNumber];

        var results = await desk.RunAsync(db => Returning.ReturnManyAsync(db, desk.Library.Id, numbers, desk.Now, default));

        results.Select(r => r.IsDone ? null : (RefusalCode?)r.Refusals.Single().Refusal.Code)
            .ShouldBe([null, RefusalCode.ItemUnknown, null, RefusalCode.ItemNotOnLoan]);
        await using var db = desk.Database.Open();
        (await db.Loans.CountAsync(l => l.ClassSetId == set.Id && l.ReturnedAt == null)).ShouldBe(1);
    }

    private static Task<DeskResult<ClassSet>> LendAsync(TestDesk desk, SchoolClass schoolClass, params BibliographicRecord[] records) => desk.RunAsync(
        db => ClassLending.LendAsync(db, new ClassSetRequest { LibraryId = desk.Library.Id, ClassId = schoolClass.Id, RecordIds = [.. records.Select(r => r.Id)] }, desk.Now, default));

    private static async Task<(SchoolClass Class, List<Patron> Pupils)> ClassAsync(TestDesk desk, int size)
    {
        var schoolClass = await desk.Database.HasAsync(A.Class(desk.Library));
        var pupils = new List<Patron>();
        for (var i = 0; i < size; i++)
        {
            pupils.Add(await desk.PatronAsync());
            await desk.Database.HasAsync(A.Member(pupils[^1], schoolClass));
        }
        return (schoolClass, pupils);
    }

    private static async Task<List<Item>> CopiesAsync(TestDesk desk, BibliographicRecord record, int count)
    {
        var copies = new List<Item>();
        for (var i = 0; i < count; i++)
            copies.Add(await desk.Database.HasAsync(A.Item(record, ItemType.Textbook)));
        return copies;
    }
}
