using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Numbering;

namespace Platform.Storage.Catalogue;

/// <summary>Gives registration numbers out, in the caller's transaction: a number that is not saved after all is given to the next.</summary>
public static class RegistrationNumbers
{
    private const int UsualDigits = 5;

    /// <summary>The next numbers of a library's register, in order. Callers at the same time wait for each other.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction: two callers would get the same numbers.</exception>
    public static async Task<IReadOnlyList<string>> TakeAsync(LibraryDb db, long libraryId, ItemType type, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Registration numbers are given out in a transaction.");
        var patterns = db.NumberPatterns.IgnoreQueryFilters([LibraryDb.ScopeFilter]).Where(p => p.LibraryId == libraryId && p.Type == type);
        // The update comes before the reading: on a server it locks the row until the caller commits.
        if (await patterns.ExecuteUpdateAsync(set => set.SetProperty(p => p.Next, p => p.Next), cancellationToken) == 0)
            await BeginAsync(db, libraryId, type, cancellationToken);
        var pattern = await patterns.AsNoTracking().SingleAsync(cancellationToken);
        var numbers = new List<string>(count);
        var next = pattern.Next;
        while (numbers.Count < count)
            next = await AddFreeAsync(db, pattern, next, count - numbers.Count, numbers, cancellationToken);
        await patterns.ExecuteUpdateAsync(set => set.SetProperty(p => p.Next, next), cancellationToken);
        return numbers;
    }

    // Imports bring numbers of their own: those are passed over.
    private static async Task<long> AddFreeAsync(LibraryDb db, NumberPattern pattern, long next, int count, List<string> numbers, CancellationToken cancellationToken)
    {
        var wanted = Enumerable.Range(0, count).Select(i => pattern.Format(next + i)).ToList();
        var taken = await db.Items.Where(i => i.LibraryId == pattern.LibraryId && wanted.Contains(i.RegistrationNumber)).Select(i => i.RegistrationNumber).ToListAsync(cancellationToken);
        numbers.AddRange(wanted.Except(taken, StringComparer.Ordinal));
        return next + count;
    }

    private static async Task BeginAsync(LibraryDb db, long libraryId, ItemType type, CancellationToken cancellationToken)
    {
        var pattern = new NumberPattern { LibraryId = libraryId, Type = type, Prefix = NumberPattern.UsualPrefix(type), Digits = UsualDigits, Next = 1 };
        pattern.Next = await NextAfterAsync(db, pattern, cancellationToken);
        db.NumberPatterns.Add(pattern);
        await db.SaveChangesAsync(cancellationToken);
        db.Entry(pattern).State = EntityState.Detached;
    }

    /// <summary>The running number behind the greatest that the library's copies have in this pattern.</summary>
    public static async Task<long> NextAfterAsync(LibraryDb db, NumberPattern pattern, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(pattern);
        var numbers = db.Items.Where(i => i.LibraryId == pattern.LibraryId && i.RegistrationNumber.StartsWith(pattern.Prefix)).Select(i => i.RegistrationNumber).AsAsyncEnumerable();
        var last = 0L;
        await foreach (var number in numbers.WithCancellation(cancellationToken))
            last = Math.Max(last, pattern.NumberIn(number) ?? 0);
        return last + 1;
    }
}
