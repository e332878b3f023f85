using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Model.Notices;
using Platform.Model.Patrons;

namespace Platform.Storage.Notices;

/// <summary>Writes the notices of a day: only to those who agreed and left an address, each occasion once, however often it runs.</summary>
public static class NoticePlanning
{
    /// <summary>Writes what is due for one library now.</summary>
    /// <returns>How many were written.</returns>
    public static async Task<int> RunAsync(LibraryDb db, long libraryId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var contacts = await ContactsAsync(db, libraryId, SchoolTime.DayOf(now), cancellationToken);
        if (contacts.Count == 0)
            return 0;
        var occasions = await OccasionsAsync(db, libraryId, [.. contacts.Keys], SchoolTime.DayOf(now), cancellationToken);
        var keys = occasions.ConvertAll(o => o.Key);
        var known = (await db.Notices.Where(n => n.LibraryId == libraryId && keys.Contains(n.Key)).Select(n => n.Key).ToListAsync(cancellationToken)).ToHashSet();
        var today = SchoolTime.StartOf(SchoolTime.DayOf(now));
        var written = await db.Notices.Where(n => n.LibraryId == libraryId && n.CreatedAt >= today && n.PatronId != null)
            .GroupBy(n => n.PatronId!.Value).Select(own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancellationToken);
        var words = await WordsAsync(db, libraryId, cancellationToken);
        var count = 0;
        foreach (var occasion in occasions.Where(o => !known.Contains(o.Key)))
        {
            var already = written.GetValueOrDefault(occasion.PatronId);
            if (already >= NoticePolicy.MostPerDay)
                continue;
            written[occasion.PatronId] = already + 1;
            count += await SaveAsync(db, Write(libraryId, occasion, contacts[occasion.PatronId], words[occasion.Kind], now), cancellationToken) ? 1 : 0;
        }
        return count;
    }

    /// <summary>The words in force for each kind: the library's own, or the platform's.</summary>
    public static async Task<IReadOnlyDictionary<NoticeKind, (string Subject, string Body)>> WordsAsync(LibraryDb db, long libraryId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var own = await db.NoticeTemplates.AsNoTracking().Where(t => t.LibraryId == libraryId).ToDictionaryAsync(t => t.Kind, t => (t.Subject, t.Body), cancellationToken);
        return Enum.GetValues<NoticeKind>().ToDictionary(kind => kind, kind => own.TryGetValue(kind, out var words) ? words : NoticeWording.Default(kind));
    }

    private static async Task<Dictionary<long, string>> ContactsAsync(LibraryDb db, long libraryId, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await db.NoticeContacts.AsNoTracking()
            .Where(c => c.LibraryId == libraryId)
            .Join(db.Patrons.Where(p => p.ErasedAt == null), c => c.PatronId, p => p.Id, (c, p) => new
            {
                c.PatronId,
                c.Mail,
                p.Category,
                p.Grade,
                p.BornOn,
                Given = db.Consents.Where(k => k.PatronId == p.Id && k.Purpose == ConsentPurpose.Notices && k.WithdrawnOn == null).Select(k => k.GivenBy).ToList(),
            })
            .ToListAsync(cancellationToken);
        return rows.Where(r => ConsentPolicy.Holds(r.Given, ConsentPolicy.NeededFrom(r.Category, r.Grade, r.BornOn, today))).ToDictionary(r => r.PatronId, r => r.Mail);
    }

    private static async Task<List<Occasion>> OccasionsAsync(LibraryDb db, long libraryId, List<long> readers, DateOnly today, CancellationToken cancellationToken)
    {
        var latest = today.AddDays(NoticePolicy.DaysAhead);
        var loans = await db.Loans.AsNoTracking()
            .Where(l => l.LibraryId == libraryId && l.ReturnedAt == null && l.DueOn <= latest && l.PatronId != null && readers.Contains(l.PatronId.Value))
            .OrderBy(l => l.DueOn).ThenBy(l => l.Id)
            .Select(l => new { l.Id, l.DueOn, PatronId = l.PatronId!.Value, l.Patron!.FullName, l.Item.RegistrationNumber, l.Item.Record.Title }) // filtered above
            .ToListAsync(cancellationToken);
        var holds = await db.Holds.AsNoTracking()
            .Where(h => h.LibraryId == libraryId && h.Status == HoldStatus.Ready && h.KeptUntilOn >= today && h.PatronId != null && readers.Contains(h.PatronId.Value))
            .OrderBy(h => h.Id)
            .Select(h => new { h.Id, KeptUntilOn = h.KeptUntilOn!.Value, PatronId = h.PatronId!.Value, h.Patron!.FullName, h.Item!.RegistrationNumber, h.Record.Title }) // a ready hold has a copy
            .ToListAsync(cancellationToken);
        var library = await db.Libraries.Where(l => l.Id == libraryId).Select(l => l.Name).SingleAsync(cancellationToken);
        var ready = holds.Select(h => new Occasion(NoticeKind.HoldReady, NoticePolicy.OfHold(h.Id, h.KeptUntilOn), h.PatronId, new NoticeFacts(h.FullName, h.Title, h.RegistrationNumber, h.KeptUntilOn, 0, library)));
        var due = loans.Select(l => (Loan: l, Due: NoticePolicy.OfLoan(l.Id, l.DueOn, today))).Where(pair => pair.Due is not null)
            .Select(pair => new Occasion(pair.Due!.Value.Kind, pair.Due.Value.Key, pair.Loan.PatronId, // filtered above
                new NoticeFacts(pair.Loan.FullName, pair.Loan.Title, pair.Loan.RegistrationNumber, pair.Loan.DueOn, Math.Max(0, today.DayNumber - pair.Loan.DueOn.DayNumber), library)));
        return [.. ready, .. due];
    }

    private static Notice Write(long libraryId, Occasion occasion, string address, (string Subject, string Body) words, DateTimeOffset now) => new()
    {
        LibraryId = libraryId,
        PatronId = occasion.PatronId,
        Kind = occasion.Kind,
        Key = occasion.Key,
        Address = address,
        Subject = Cut(NoticeWording.Fill(words.Subject, occasion.Facts).ReplaceLineEndings(" "), NoticeTables.SubjectLength),
        Body = Cut(NoticeWording.Fill(words.Body, occasion.Facts), NoticeTables.BodyLength),
        CreatedAt = now,
        NextAttemptAt = now,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    // Two processes that plan at once: the index lets one write.
    private static async Task<bool> SaveAsync(LibraryDb db, Notice notice, CancellationToken cancellationToken)
    {
        db.Notices.Add(notice);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException fault) when (UniqueViolation.IsOn(fault, db, NoticeTables.OnePerOccasion))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private sealed record Occasion(NoticeKind Kind, string Key, long PatronId, NoticeFacts Facts);
}
