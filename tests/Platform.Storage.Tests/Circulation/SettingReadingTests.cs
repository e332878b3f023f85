using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>What a library has laid down is read once, and again after every change, whoever made it.</summary>
public sealed class SettingReadingTests
{
    [Theory, EachDatabase]
    public async Task CheckOut_TakesSixStatements_OnceTheSettingIsKnown(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var (first, second, patron) = (await desk.ItemAsync(), await desk.ItemAsync(), await desk.PatronAsync());
        await desk.LendAsync(first, patron);

        desk.Database.Sql.Clear();
        (await desk.LendAsync(second, patron)).IsDone.ShouldBeTrue();

        // The copy, the reader, the stamp, the reader's holds, the loan, its line in the change feed; SQL Server locks two rows besides.
        desk.Database.Sql.Count.ShouldBe(provider is DatabaseProvider.Sqlite ? 6 : 8, string.Join("\n---\n", desk.Database.Sql.Commands));
    }

    [Theory, EachDatabase]
    public async Task EveryChangeOfWhatItIsReadFrom_IsSeenByTheNextReading(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var libraryId = desk.Library.Id;
        await desk.RunAsync(db => db.SettingAsync(libraryId, A.Today, default));

        await ChangesAsync(desk, db => db.AddAsync(Rule(libraryId, days: 3)).AsTask(), setting => setting.Rules.Rows.Single(rule => rule.LibraryId == libraryId).LoanDays.ShouldBe(3));
        await ChangesAsync(desk, db => db.LoanRules.Where(r => r.LibraryId == libraryId).ExecuteUpdateAsync(set => set.SetProperty(r => r.LoanDays, 4)), setting => setting.Rules.Rows.Single(rule => rule.LibraryId == libraryId).LoanDays.ShouldBe(4));
        await ChangesAsync(desk, db => db.LoanRules.Where(r => r.LibraryId == libraryId).ExecuteDeleteAsync(), setting => setting.Rules.Rows.ShouldAllBe(rule => rule.LibraryId == null));
        await ChangesAsync(desk, db => db.AddAsync(new OpeningWeek { LibraryId = libraryId, FromOn = A.Today, Days = Weekdays.Workdays }).AsTask(), setting => setting.Openings.Weeks.Count.ShouldBe(1));
        await ChangesAsync(desk, db => db.AddAsync(new ClosedPeriod { FromOn = A.Today, UntilOn = A.Today, Reason = "Tết" }).AsTask(), setting => setting.Openings.Closed.Count.ShouldBe(1));
        await ChangesAsync(desk, db => db.AddAsync(SchoolYear.Usual(2026)).AsTask(), setting => setting.Years.ShouldNotBeNull());
        var group = await desk.Database.HasAsync(A.Group(desk.Library));
        await ChangesAsync(desk, db => db.AddAsync(GroupRule(group.Id)).AsTask(), setting => setting.Rules.Rows.Count(rule => rule.GroupId == group.Id).ShouldBe(1));
        await ChangesAsync(desk, db => db.Memberships.ExecuteUpdateAsync(set => set.SetProperty(m => m.LeftOn, A.Today.AddDays(-1))), setting => setting.Rules.Rows.ShouldAllBe(rule => rule.GroupId == null));
    }

    [Theory, EachDatabase]
    public async Task ChangeThatIsRolledBack_IsForgotten(DatabaseProvider provider)
    {
        await using var desk = await TestDesk.OpenAsync(provider);
        var libraryId = desk.Library.Id;
        await using (var db = desk.Database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Rule(libraryId, days: 1));
            await db.SaveChangesAsync();
            (await db.SettingAsync(libraryId, A.Today, default)).Rules.Rows.ShouldContain(rule => rule.LibraryId == libraryId, "its own transaction sees it");
            await transaction.RollbackAsync();
        }

        (await desk.RunAsync(db => db.SettingAsync(libraryId, A.Today, default))).Rules.Rows.ShouldAllBe(rule => rule.LibraryId == null);
    }

    [Fact]
    public async Task AnotherDay_AndAnotherLibrary_HaveSettingsOfTheirOwn()
    {
        await using var desk = await TestDesk.OpenAsync(DatabaseProvider.Sqlite);
        var other = await desk.Database.HasAsync(A.Library());
        await desk.Database.HasAsync(Rule(other.Id, days: 9));

        (await desk.RunAsync(db => db.SettingAsync(desk.Library.Id, A.Today, default))).Rules.Rows.ShouldAllBe(rule => rule.LibraryId == null);
        (await desk.RunAsync(db => db.SettingAsync(other.Id, A.Today, default))).Rules.Rows.ShouldContain(rule => rule.LoanDays == 9);
        (await desk.RunAsync(db => db.SettingAsync(desk.Library.Id, A.Today.AddDays(1), default))).Today.ShouldBe(A.Today.AddDays(1));
    }

    private static async Task ChangesAsync(TestDesk desk, Func<LibraryDb, Task> change, Action<DeskSetting> check)
    {
        await using (var db = desk.Database.Open())
        {
            await change(db);
            await db.SaveChangesAsync();
        }
        check(await desk.RunAsync(db => db.SettingAsync(desk.Library.Id, A.Today, default)));
    }

    private static LoanRule Rule(long libraryId, int days) => new() { LibraryId = libraryId, LoanLimit = 1, LoanDays = days };

    private static LoanRule GroupRule(long groupId) => new() { GroupId = groupId, LoanLimit = 1, LoanDays = 2 };
}
