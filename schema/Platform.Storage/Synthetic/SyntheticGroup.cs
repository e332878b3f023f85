using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Sharing;
using Platform.Storage.Catalogue.Import;

namespace Platform.Storage.Synthetic;

/// <summary>Fills an empty database with invented schools, books, people and loans, at any scale; for measuring and trying out.</summary>
public sealed class SyntheticGroup(LibraryDbFactory databases, TimeProvider clock)
{
    private const int RowsAtOnce = 5000;
    private const int MostMembers = 100;

    private readonly Vocabulary _words = Vocabulary.Load();

    /// <summary>Makes the rows, in transactions of a few thousand.</summary>
    /// <returns>Null when they are there; otherwise why not, in one English sentence.</returns>
    public async Task<string?> FillAsync(SyntheticSpec spec, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Fault() is { } fault)
            return fault;
        await using var db = databases.For(Scope.System with { Actor = "synthetic" });
        await db.OpenForBulkAsync(cancellationToken);
        if (await db.Libraries.AnyAsync(cancellationToken))
            return "The database has libraries already: data is generated into an empty one only.";
        var people = new SyntheticPeople(spec, _words, clock.Today());
        var libraries = await SaveSchoolsAsync(db, [.. people.Schools()], cancellationToken);
        await SaveBooksAsync(db, new SyntheticBooks(spec, _words, libraries, clock.GetUtcNow()), progress, cancellationToken);
        await InPortionsAsync(people.Patrons(libraries), "patrons", progress, rows => InTransactionAsync(
            db, () => ManyRows.SaveAsync(db, rows, clock.GetUtcNow(), cancellationToken), cancellationToken));
        if (spec.Loans > 0)
            await SaveLoansAsync(db, spec, progress, cancellationToken);
        return null;
    }

    private async Task<IReadOnlyList<long>> SaveSchoolsAsync(LibraryDb db, List<Library> schools, CancellationToken cancellationToken)
    {
        db.AddRange(schools);
        await db.SaveChangesAsync(cancellationToken);
        db.Add(new LibraryGroup
        {
            Code = "SYN",
            Name = "Nhóm liên thông thử nghiệm",
            AgreedOn = clock.Today().AddYears(-5),
            EndsOn = clock.Today().AddYears(5),
            Memberships = [.. schools.Take(MostMembers).Select((school, i) => new Membership { LibraryId = school.Id, IsHub = i == 0, JoinedOn = clock.Today().AddYears(-5) })],
        });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return [.. schools.Select(school => school.Id)];
    }

    private async Task SaveBooksAsync(LibraryDb db, SyntheticBooks books, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var rows = BulkRows.For(db);
        await InPortionsAsync(books.All(), "records", progress, records => InTransactionAsync(
            db, () => rows.InsertAsync(records, clock.GetUtcNow(), cancellationToken), cancellationToken));
    }

    private async Task SaveLoansAsync(LibraryDb db, SyntheticSpec spec, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var borrowers = (await db.Patrons.AsNoTracking().OrderBy(p => p.Id)
                .Select(p => new { p.LibraryId, Borrower = new SyntheticLoans.Borrower(p.Id, p.Category, p.Grade) }).ToListAsync(cancellationToken))
            .GroupBy(p => p.LibraryId).ToDictionary(library => library.Key, library => library.Select(p => p.Borrower).ToArray());
        var loans = new SyntheticLoans(spec, borrowers, clock.Today());
        var (last, before) = (0L, 0L);
        while (await db.Items.AsNoTracking().Where(i => i.Id > last).OrderBy(i => i.Id).Take(RowsAtOnce)
            .Select(i => new SyntheticLoans.Copy(i.Id, i.LibraryId, i.Type)).ToListAsync(cancellationToken) is { Count: > 0 } items)
        {
            await InTransactionAsync(db, () => ManyRows.SaveAsync(db, loans.Of(items, before), clock.GetUtcNow(), cancellationToken), cancellationToken);
            (last, before) = (items[^1].Id, before + items.Count);
            progress?.Report($"loans of {before} copies");
        }
    }

    private static async Task InPortionsAsync<T>(IEnumerable<T> rows, string what, IProgress<string>? progress, Func<T[], Task> saveAsync)
    {
        var saved = 0;
        foreach (var portion in rows.Chunk(RowsAtOnce))
        {
            await saveAsync(portion);
            progress?.Report($"{saved += portion.Length} {what}");
        }
    }

    private static async Task InTransactionAsync(LibraryDb db, Func<Task> saveAsync, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await saveAsync();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
