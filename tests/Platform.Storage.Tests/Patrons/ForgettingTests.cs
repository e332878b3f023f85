using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Storage.Patrons;

namespace Platform.Storage.Tests.Patrons;

/// <summary>Forgetting readers in time, and erasing one on request.</summary>
public sealed class ForgettingTests
{
    // 5 months after 31/05/2026: the school year 2025-2026 is forgotten.
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Theory, EachDatabase]
    public async Task FinishedLoansOfAPastYear_AreCut_OpenOwingAndAgreedOnesStay(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var (pupil, keeper, debtor) = (await database.HasAsync(A.Patron(library)), await database.HasAsync(A.Patron(library)), await database.HasAsync(A.Patron(library)));
        var old = await LoanAsync(database, library, pupil, new DateOnly(2026, 3, 2), returned: true);
        await LoanAsync(database, library, pupil, new DateOnly(2026, 3, 3), returned: false);
        await LoanAsync(database, library, pupil, new DateOnly(2026, 9, 10), returned: true);
        await LoanAsync(database, library, keeper, new DateOnly(2026, 3, 2), returned: true);
        foreach (var party in new[] { ConsentParty.Guardian, ConsentParty.Person })
            await database.HasAsync(new Consent { LibraryId = library.Id, PatronId = keeper.Id, Purpose = ConsentPurpose.KeepHistory, GivenBy = party, GivenOn = Today });
        var unpaid = await LoanAsync(database, library, debtor, new DateOnly(2026, 3, 2), returned: true);
        await database.HasAsync(new Charge { LibraryId = library.Id, PatronId = debtor.Id, LoanId = unpaid.Id, ItemId = unpaid.ItemId, Kind = ChargeKind.Damaged, Amount = 9_000, RaisedOn = Today });

        var first = await ForgetAsync(database, library);
        var again = await ForgetAsync(database, library);

        first.ShouldBe(new Forgotten(new DateOnly(2026, 5, 31), 1, 0, 0));
        again.Loans.ShouldBe(0);
        await using var db = database.Open();
        (await db.Loans.Where(l => l.PatronId == null).Select(l => l.Id).ToListAsync()).ShouldBe([old.Id]);
        (await db.ChangeFeed.CountAsync(e => e.Entity == nameof(Loan) && e.EntityId == old.Id && e.Kind == Model.ChangeFeed.ChangeKind.Updated)).ShouldBe(1, "whoever keeps a copy learns of it");
    }

    [Theory, EachDatabase]
    public async Task GuardianAlone_CannotKeepAPupilsHistory(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var pupil = await database.HasAsync(A.Patron(library));
        await LoanAsync(database, library, pupil, new DateOnly(2026, 3, 2), returned: true);
        await database.HasAsync(new Consent { LibraryId = library.Id, PatronId = pupil.Id, Purpose = ConsentPurpose.KeepHistory, GivenBy = ConsentParty.Guardian, GivenOn = Today });

        (await ForgetAsync(database, library)).Loans.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task PersonWhoOwes_IsNotErased_AndTheReasonIsSaid(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var pupil = await database.HasAsync(A.Patron(library));
        await LoanAsync(database, library, pupil, new DateOnly(2026, 9, 10), returned: false);

        await using var db = database.Open();
        var result = await Erasing.EraseAsync(db, library.Id, pupil.Id, A.Noon, default);

        result!.Refusals.Single().Refusal.Vietnamese.ShouldBe("Bạn đọc còn mượn 1 tài liệu và nợ 0 đồng.");
        (await db.Patrons.AsNoTracking().SingleAsync(p => p.Id == pupil.Id)).FullName.ShouldBe("Giàng A Páo");
    }

    [Theory, EachDatabase]
    public async Task ErasedPerson_LeavesCountsAndNoTrace(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var pupil = await database.HasAsync(A.Patron(library));
        await database.HasAsync(A.Member(pupil, await database.HasAsync(A.Class(library))));
        var loan = await LoanAsync(database, library, pupil, new DateOnly(2026, 9, 10), returned: true);
        var hold = await database.HasAsync(A.Hold(await database.HasAsync(A.Record(library)), pupil));
        var account = await database.HasAsync(new Account
        {
            Name = "pao",
            NameKey = "PAO",
            Kind = AccountKind.Person,
            LibraryId = library.Id,
            Roles = [new RoleAssignment { Role = Role.Pupil, LibraryId = library.Id, PatronId = pupil.Id, FromOn = A.Today }],
        });

        await using (var db = database.Open())
            (await Erasing.EraseAsync(db, library.Id, pupil.Id, A.Noon, default))!.IsDone.ShouldBeTrue();

        await using var after = database.Open();
        var row = await after.Patrons.SingleAsync(p => p.Id == pupil.Id);
        (row.FullName, row.NameKey, row.CardNumber, row.MinistryCode, row.ClassName, row.Grade).ShouldBe(("(đã xóa)", "", $"X{pupil.Id}", null, null, 6));
        (await after.Loans.SingleAsync(l => l.Id == loan.Id)).PatronId.ShouldBeNull();
        (await after.Holds.SingleAsync(h => h.Id == hold.Id)).PatronId.ShouldBeNull();
        (await after.ClassMemberships.CountAsync()).ShouldBe(0);
        (await after.Accounts.SingleAsync(a => a.Id == account.Id)).ClosedAt.ShouldBe(A.Noon);
        (await Erasing.EraseAsync(after, library.Id, pupil.Id, A.Noon, default)).ShouldBeNull("it is erased already");
    }

    private static async Task<Forgotten> ForgetAsync(LibraryDatabase database, Library library)
    {
        await using var db = database.Open();
        return await LinkForgetting.RunAsync(db, library.Id, 5, Today, default);
    }

    private static async Task<Loan> LoanAsync(LibraryDatabase database, Library library, Patron patron, DateOnly lentOn, bool returned)
    {
        var loan = A.Loan(await database.HasAsync(A.Item(await database.HasAsync(A.Record(library)))), patron, lentOn);
        if (returned)
            (loan.ReturnedAt, loan.EndedAs) = (SchoolTime.StartOf(lentOn.AddDays(3)), LoanEnd.Returned);
        return await database.HasAsync(loan);
    }
}
