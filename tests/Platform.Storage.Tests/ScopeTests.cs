using Microsoft.EntityFrameworkCore;
using Platform.Model.Access;

namespace Platform.Storage.Tests;

/// <summary>Whose rows a caller sees is decided by the context, whatever the query.</summary>
public sealed class ScopeTests
{
    [Theory, EachDatabase]
    public async Task Librarian_SeesPeopleAndLoansOfTheOwnLibraryOnly(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var (own, other) = (await database.HasAsync(A.Library()), await database.HasAsync(A.Library()));
        var ownPatron = await database.HasAsync(A.Patron(own));
        var otherPatron = await database.HasAsync(A.Patron(other));
        var ownLoan = await database.HasAsync(A.Loan(await database.HasAsync(A.Item(await database.HasAsync(A.Record(own)))), ownPatron));
        await database.HasAsync(A.Loan(await database.HasAsync(A.Item(await database.HasAsync(A.Record(other)))), otherPatron));
        await database.HasAsync(A.Visit(own));
        await database.HasAsync(A.Visit(other));

        await using var db = database.Open(new Scope { Actor = "librarian", LibraryIds = [own.Id], Permissions = RolePermissions.Of(Role.Librarian) });

        (await db.Patrons.Select(p => p.Id).ToListAsync()).ShouldBe([ownPatron.Id]);
        (await db.Loans.Select(l => l.Id).ToListAsync()).ShouldBe([ownLoan.Id]);
        (await db.Visits.Select(v => v.LibraryId).ToListAsync()).ShouldBe([own.Id]);
        (await db.Records.CountAsync()).ShouldBe(2, "the catalogue is shared");
    }

    [Theory, EachDatabase]
    public async Task Anonymous_SeesNoPeopleAndNoLoans_AlsoNotAnonymisedOnes(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var patron = await database.HasAsync(A.Patron(library));
        var loan = A.Loan(await database.HasAsync(A.Item(await database.HasAsync(A.Record(library)))), patron);
        loan.PatronId = null;
        await database.HasAsync(loan);

        await using var db = database.Open(Scope.Anonymous);

        (await db.Patrons.CountAsync()).ShouldBe(0);
        (await db.Loans.CountAsync()).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Pupil_SeesOnlyTheOwnCardAndLoans(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var library = await database.HasAsync(A.Library());
        var record = await database.HasAsync(A.Record(library));
        var (self, classmate) = (await database.HasAsync(A.Patron(library)), await database.HasAsync(A.Patron(library)));
        var own = await database.HasAsync(A.Loan(await database.HasAsync(A.Item(record)), self));
        await database.HasAsync(A.Loan(await database.HasAsync(A.Item(record)), classmate));

        await using var db = database.Open(new Scope { Actor = "pupil", PatronId = self.Id });

        (await db.Patrons.Select(p => p.Id).ToListAsync()).ShouldBe([self.Id]);
        (await db.Loans.Select(l => l.Id).ToListAsync()).ShouldBe([own.Id]);
    }

    [Theory, EachDatabase]
    public async Task LibrarianWhoTeachesElsewhere_SeesNobodyThere(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var (runs, teaches) = (await database.HasAsync(A.Library()), await database.HasAsync(A.Library()));
        var reader = await database.HasAsync(A.Patron(runs));
        await database.HasAsync(A.Patron(teaches));
        var account = await database.HasAsync(new Account
        {
            Name = "co-hoa",
            NameKey = "CO-HOA",
            Kind = AccountKind.Person,
            LibraryId = runs.Id,
            Roles =
            [
                new RoleAssignment { Role = Role.Librarian, LibraryId = runs.Id, FromOn = A.Today },
                new RoleAssignment { Role = Role.Teacher, LibraryId = teaches.Id, FromOn = A.Today },
            ],
        });

        await using var db = database.Open(ScopeOf.Account(account.Id, account.Roles, new LibraryTree([], [], []), A.Today));

        (await db.Patrons.Select(p => p.Id).ToListAsync()).ShouldBe([reader.Id]);
    }

    [Theory, EachDatabase]
    public async Task Accounts_AreSeenByThoseWhoManageThem_AndByThemselves(DatabaseProvider provider)
    {
        await using var database = await LibraryDatabase.CreateAsync(provider);
        var (own, other) = (await database.HasAsync(A.Library()), await database.HasAsync(A.Library()));
        var librarian = await HasAccountAsync(database, "librarian", null);
        var teacher = await HasAccountAsync(database, "teacher", own.Id);
        await HasAccountAsync(database, "stranger", other.Id);

        await using var db = database.Open(new Scope
        {
            Actor = "librarian",
            AccountId = librarian.Id,
            LibraryIds = [own.Id],
            Permissions = RolePermissions.Of(Role.Librarian),
        });

        (await db.Accounts.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync()).ShouldBe([librarian.Id, teacher.Id]);
        (await db.RoleAssignments.OrderBy(r => r.Id).Select(r => r.AccountId).ToListAsync()).ShouldBe([librarian.Id, teacher.Id]);
        (await db.SignIns.OrderBy(s => s.Id).Select(s => s.AccountId).ToListAsync()).ShouldBe([librarian.Id, teacher.Id]);
    }

    private static async Task<Account> HasAccountAsync(LibraryDatabase database, string name, long? libraryId)
    {
        var account = await database.HasAsync(new Account
        {
            Name = name,
            NameKey = AccountName.KeyOf(name),
            Kind = AccountKind.Person,
            LibraryId = libraryId,
            Roles = [new RoleAssignment { Role = Role.Teacher, LibraryId = libraryId, FromOn = A.Today }],
        });
        await database.HasAsync(new SignIn
        {
            At = A.Noon,
            AccountId = account.Id,
            Method = SignInMethod.Password,
            Outcome = SignInOutcome.Succeeded,
            Network = "10.0.0.0",
        });
        return account;
    }
}
