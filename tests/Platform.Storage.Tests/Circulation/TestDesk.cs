using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Sharing.Rotation;
using Platform.Storage.Circulation;

namespace Platform.Storage.Tests.Circulation;

/// <summary>A library with one publication and a librarian at the desk. Every operation opens its own context, as every request does.</summary>
internal sealed class TestDesk(LibraryDatabase database, Library library, BibliographicRecord record) : IAsyncDisposable
{
    public LibraryDatabase Database => database;

    public Library Library => library;

    public BibliographicRecord Record => record;

    public DateTimeOffset Now { get; set; } = A.Noon;

    public Scope Librarian { get; } = new()
    {
        Actor = "librarian",
        LibraryIds = [library.Id],
        Permissions = RolePermissions.Of(Role.Librarian),
    };

    public Scope TeacherLibrarian => Librarian with { Actor = "teacher", Permissions = RolePermissions.Of(Role.TeacherLibrarian) };

    public static async Task<TestDesk> OpenAsync(DatabaseProvider provider)
    {
        var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        return new TestDesk(database, library, await database.HasAsync(A.Record(library)));
    }

    public Task<Item> ItemAsync(ItemType type = ItemType.ReferenceBook) => database.HasAsync(A.Item(record, type));

    public Task<Patron> PatronAsync(PatronCategory category = PatronCategory.Pupil) => database.HasAsync(A.Patron(library, category));

    public Task<DeskResult<Loan>> LendAsync(Item item, Patron patron, Scope? scope = null, params string[] tokens) => RunAsync(
        db => Lending.LendAsync(db, new LendRequest { LibraryId = library.Id, RegistrationNumber = item.RegistrationNumber, CardNumber = patron.CardNumber, OverrideTokens = tokens }, Now, default),
        scope);

    public Task<DeskResult<ReturnedItem>> ReturnAsync(Item item, long? damage = null) => RunAsync(
        db => Returning.ReturnAsync(db, new ReturnRequest { LibraryId = library.Id, RegistrationNumber = item.RegistrationNumber, DamageCompensation = damage }, Now, default));

    public Task<DeskResult<Loan>> RenewAsync(Item item) => RunAsync(
        db => Renewing.RenewAsync(db, new RenewRequest { LibraryId = library.Id, RegistrationNumber = item.RegistrationNumber }, Now, default));

    public Task<DeskResult<Loan>> RecallAsync(Item item) => RunAsync(
        db => Renewing.RecallAsync(db, library.Id, item.RegistrationNumber, Now, default));

    public Task<DeskResult<Hold>> HoldAsync(Patron patron, params string[] tokens) => RunAsync(
        db => Holding.PlaceAsync(db, new HoldRequest { LibraryId = library.Id, RecordId = record.Id, CardNumber = patron.CardNumber, OverrideTokens = tokens }, Now, default));

    public Task<DeskResult<Hold>?> CancelAsync(long holdId) => RunAsync(db => Holding.CancelAsync(db, library.Id, holdId, Now, default));

    public Task<DeskResult<ItemStateChange>> LoseAsync(Item item, long? compensation = null) => RunAsync(
        db => LostAndFound.LoseAsync(db, new LossRequest { LibraryId = library.Id, RegistrationNumber = item.RegistrationNumber, Compensation = compensation }, Now, default));

    public Task<DeskResult<ItemStateChange>> FindAsync(Item item) => RunAsync(
        db => LostAndFound.FindAsync(db, library.Id, item.RegistrationNumber, Now, default));

    /// <summary>The copy has arrived at another library in a rotation.</summary>
    public async Task RotateAsync(Item item)
    {
        var other = await database.HasAsync(A.Library());
        var group = await database.HasAsync(A.Group(library, other));
        var plan = new RotationPlan { GroupId = group.Id, Semester = "2026-2027-HK1", State = RotationState.Approved, Score = 0, BaselineScore = 0, CreatedAt = A.Noon };
        plan.Moves.Add(new RotationMove { ItemId = item.Id, OwnerId = library.Id, ReceiverId = other.Id, Reason = "Thiếu.", State = MoveState.Arrived });
        await database.HasAsync(plan);
    }

    public async Task<T> RunAsync<T>(Func<LibraryDb, Task<T>> operation, Scope? scope = null)
    {
        await using var db = database.Open(scope ?? Librarian);
        return await operation(db);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
