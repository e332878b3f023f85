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

        await using var db = database.Open(new Scope { Actor = "librarian", LibraryIds = [own.Id] });

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
}
