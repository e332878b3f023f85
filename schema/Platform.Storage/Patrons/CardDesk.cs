using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Model.Text;
using Platform.Storage.Circulation;

namespace Platform.Storage.Patrons;

/// <summary>A card as a librarian writes it.</summary>
public sealed record CardEntry
{
    /// <summary>Card number, 1 to 30 characters.</summary>
    public required string CardNumber { get; init; }

    /// <summary>Full name, 1 to 100 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>Pupil, teacher, staff or other.</summary>
    public required PatronCategory Category { get; init; }

    /// <summary>The Ministry's code; null when there is none yet.</summary>
    public string? MinistryCode { get; init; }

    /// <summary>The class a pupil joins; null for none. A pupil's grade and class name come from it.</summary>
    public long? ClassId { get; init; }

    /// <summary>Last day of the card; null while open.</summary>
    public DateOnly? LeftOn { get; init; }
}

/// <summary>Writes single cards and the classes of their pupils: load, decide, save once.</summary>
public static class CardDesk
{
    private const int LongestCard = 30;
    private const int LongestName = 100;
    private const int LongestCode = 20;

    /// <summary>Name of the first value that cannot be used, as the API writes it; null when all can.</summary>
    public static string? FaultOf(CardEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (VietnameseText.Clean(entry.CardNumber).Length is 0 or > LongestCard)
            return "cardNumber";
        if (VietnameseText.Clean(entry.FullName).Length is 0 or > LongestName)
            return "fullName";
        return entry.MinistryCode is { } code && VietnameseText.Clean(code).Length is 0 or > LongestCode ? "ministryCode" : null;
    }

    /// <summary>Makes a card, or changes the given one; null when the class is none of the library's.</summary>
    public static async Task<DeskResult<Patron>?> WriteAsync(LibraryDb db, long libraryId, Patron? existing, CardEntry entry, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(entry);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, libraryId, cancellationToken);
        var (card, code) = (VietnameseText.Clean(entry.CardNumber), entry.MinistryCode is { } given ? VietnameseText.Clean(given) : null);
        var key = existing?.Id ?? 0;
        if (await db.Patrons.AnyAsync(p => p.LibraryId == libraryId && p.Id != key && (p.CardNumber == card || (code != null && p.MinistryCode == code)), cancellationToken))
            return DeskResult.Refused<Patron>(Refusals.CardTaken(code ?? card));
        var schoolClass = entry.ClassId is { } classId ? await db.Classes.FirstOrDefaultAsync(c => c.Id == classId && c.LibraryId == libraryId, cancellationToken) : null;
        if (entry.ClassId is not null && schoolClass is null)
            return null;
        var patron = existing ?? New(libraryId, entry.Category, today);
        if (existing is null)
            db.Patrons.Add(patron);
        (patron.CardNumber, patron.MinistryCode, patron.Category, patron.LeftOn) = (card, code, entry.Category, entry.LeftOn);
        patron.FullName = VietnameseText.Clean(entry.FullName);
        patron.NameKey = VietnameseText.Fold(patron.FullName);
        patron.IsTemporary &= code is null;
        await db.SaveChangesAsync(cancellationToken); // a new card's key
        if (schoolClass is not null)
            await JoinAsync(db, patron, schoolClass, today, cancellationToken);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(patron);
    }

    /// <summary>Moves pupils into a class from a day on, all or none; null when the class or one of the pupils is none of the library's.</summary>
    public static async Task<int?> MoveAsync(LibraryDb db, long libraryId, long classId, IReadOnlyList<long> patronIds, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, libraryId, cancellationToken);
        var schoolClass = await db.Classes.FirstOrDefaultAsync(c => c.Id == classId && c.LibraryId == libraryId, cancellationToken);
        var pupils = await db.Patrons.Where(p => patronIds.Contains(p.Id) && p.LibraryId == libraryId && p.Category == PatronCategory.Pupil && p.ErasedAt == null).ToListAsync(cancellationToken);
        if (schoolClass is null || pupils.Count != patronIds.Distinct().Count())
            return null;
        foreach (var pupil in pupils)
            await JoinAsync(db, pupil, schoolClass, on, cancellationToken);
        await work.SaveAsync(cancellationToken);
        return pupils.Count;
    }

    private static Patron New(long libraryId, PatronCategory category, DateOnly today) =>
        new() { LibraryId = libraryId, CardNumber = "", FullName = "", Category = category, RegisteredOn = today };

    private static async Task JoinAsync(LibraryDb db, Patron patron, SchoolClass schoolClass, DateOnly on, CancellationToken cancellationToken)
    {
        (patron.ClassName, patron.Grade) = (schoolClass.Name, schoolClass.Grade);
        var open = await db.ClassMemberships.FirstOrDefaultAsync(m => m.PatronId == patron.Id && m.UntilOn == null, cancellationToken);
        if (open?.ClassId == schoolClass.Id)
            return;
        if (open is not null)
        {
            open.UntilOn = on.AddDays(-1) < open.FromOn ? open.FromOn : on.AddDays(-1);
            await db.SaveChangesAsync(cancellationToken); // a pupil is in one class at a time: closed before opened
        }
        db.ClassMemberships.Add(new ClassMembership { LibraryId = patron.LibraryId, PatronId = patron.Id, ClassId = schoolClass.Id, FromOn = on });
    }
}
