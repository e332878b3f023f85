using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Storage.Circulation;

/// <summary>Textbooks to be handed out to a class.</summary>
public sealed record ClassSetRequest
{
    /// <summary>The library that lends.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The class.</summary>
    public required long ClassId { get; init; }

    /// <summary>The publications of which every pupil gets one copy.</summary>
    public required IReadOnlyList<long> RecordIds { get; init; }

    /// <summary>Whether it is free lending of textbooks under NĐ 271/2026.</summary>
    public bool IsFreeTextbookLending { get; init; }
}

/// <summary>
/// Lends a set of textbooks to a whole class in one transaction: all pupils get all books, or nobody gets any. Limits, debts and overdue
/// loans do not stop a set: the books are the pupils' due. A pupil who has one of the books already gets no second.
/// </summary>
public static class ClassLending
{
    /// <summary>Hands out the set; copies are taken in the order of their registration, pupils in the order of their cards.</summary>
    public static async Task<DeskResult<ClassSet>> LendAsync(LibraryDb db, ClassSetRequest request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, request.LibraryId, cancellationToken);
        var stock = db.Items.Where(i => i.LibraryId == request.LibraryId && request.RecordIds.Contains(i.RecordId) && i.Status == ItemStatus.InStock);
        await work.LockAsync(stock, cancellationToken);
        var setting = await db.SettingAsync(request.LibraryId, SchoolTime.DayOf(at), cancellationToken);
        var pupils = await PupilsAsync(db, request, setting.Today, cancellationToken);
        if (pupils.Count == 0)
            return DeskResult.Refused<ClassSet>(await EmptyAsync(db, request, setting.Today, cancellationToken));

        var handout = new Handout(request, setting, at, pupils, await FreeCopiesAsync(db, stock, cancellationToken), await HeldAsync(db, request, cancellationToken));
        foreach (var recordId in request.RecordIds.Distinct())
        {
            if (handout.Assign(recordId) is { } lacking)
                return DeskResult.Refused<ClassSet>(await TooFewAsync(db, recordId, lacking, cancellationToken));
        }
        if (handout.Refusal is { } refusal)
            return DeskResult.Refused<ClassSet>(refusal);
        var set = handout.ToSet();
        if (set.Copies == 0)
            return DeskResult.Refused<ClassSet>(Refusals.ClassHasAll(await db.Classes.Where(c => c.Id == request.ClassId).Select(c => c.Name).SingleAsync(cancellationToken)));
        db.ClassSets.Add(set);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(set);
    }

    private static Task<List<Pupil>> PupilsAsync(LibraryDb db, ClassSetRequest request, DateOnly today, CancellationToken cancellationToken) => db.ClassMemberships
        .Where(m => m.ClassId == request.ClassId && m.LibraryId == request.LibraryId && m.FromOn <= today && (m.UntilOn == null || m.UntilOn >= today))
        .Where(m => m.Patron.LeftOn == null || m.Patron.LeftOn >= today)
        .OrderBy(m => m.Patron.CardNumber)
        .Select(m => new Pupil(m.PatronId, m.Patron.Category, m.Patron.Grade))
        .ToListAsync(cancellationToken);

    private static async Task<ILookup<long, Copy>> FreeCopiesAsync(LibraryDb db, IQueryable<Item> stock, CancellationToken cancellationToken)
    {
        var away = db.AwayOf(stock);
        var copies = await stock
            .Where(i => !away.Any(gone => gone.Id == i.Id))
            .Where(i => !db.Loans.Any(l => l.ItemId == i.Id && l.ReturnedAt == null) && !db.Holds.Any(h => h.ItemId == i.Id && h.ClosedAt == null))
            .OrderBy(i => i.Id)
            .Select(i => new Copy(i.Id, i.RecordId, i.RegistrationNumber, i.Type))
            .ToListAsync(cancellationToken);
        return copies.ToLookup(copy => copy.RecordId);
    }

    private static async Task<HashSet<(long PatronId, long RecordId)>> HeldAsync(LibraryDb db, ClassSetRequest request, CancellationToken cancellationToken)
    {
        var held = await db.Loans
            .Where(l => l.LibraryId == request.LibraryId && l.ReturnedAt == null && l.PatronId != null && request.RecordIds.Contains(l.Item.RecordId))
            .Select(l => new { l.PatronId, l.Item.RecordId })
            .ToListAsync(cancellationToken);
        return [.. held.Select(l => (l.PatronId!.Value, l.RecordId))]; // filtered above
    }

    private static async Task<Refusal> EmptyAsync(LibraryDb db, ClassSetRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        var name = await db.Classes.Where(c => c.Id == request.ClassId && c.LibraryId == request.LibraryId).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken);
        return Refusals.ClassEmpty(name ?? "?", today);
    }

    private static async Task<Refusal> TooFewAsync(LibraryDb db, long recordId, (int Free, int Wanted) lacking, CancellationToken cancellationToken)
    {
        var title = await db.Records.Where(r => r.Id == recordId).Select(r => r.Title).FirstOrDefaultAsync(cancellationToken);
        return Refusals.TooFewCopies(title ?? "?", lacking.Free, lacking.Wanted);
    }

    private sealed record Pupil(long Id, PatronCategory Category, int? Grade);

    private sealed record Copy(long Id, long RecordId, string Number, ItemType Type);

    /// <summary>Who gets which copy.</summary>
    private sealed class Handout(
        ClassSetRequest request, DeskSetting setting, DateTimeOffset at, IReadOnlyList<Pupil> pupils, ILookup<long, Copy> free, HashSet<(long PatronId, long RecordId)> held)
    {
        private readonly List<Loan> _loans = [];

        /// <summary>The first reason of the rules against the set; null when there is none.</summary>
        public Refusal? Refusal { get; private set; }

        /// <summary>Gives every pupil without the book a copy; says how many are free and wanted when there are too few.</summary>
        public (int Free, int Wanted)? Assign(long recordId)
        {
            var without = pupils.Where(pupil => !held.Contains((pupil.Id, recordId))).ToList();
            var copies = free[recordId].Take(without.Count).ToList();
            if (copies.Count < without.Count)
                return (copies.Count, without.Count);
            foreach (var (pupil, copy) in without.Zip(copies))
                Lend(pupil, copy);
            return null;
        }

        public ClassSet ToSet() => new()
        {
            LibraryId = request.LibraryId,
            ClassId = request.ClassId,
            LentAt = at,
            DueOn = _loans.Select(loan => loan.DueOn).DefaultIfEmpty(setting.Today).Max(),
            Copies = _loans.Count,
            IsFreeTextbookLending = request.IsFreeTextbookLending,
            Loans = _loans,
        };

        private void Lend(Pupil pupil, Copy copy)
        {
            var rule = setting.Rules.For(pupil.Category, copy.Type);
            if (rule is not { Lends: true })
            {
                Refusal ??= rule is null ? Refusals.NoRule(copy.Number) : Refusals.NotLent(copy.Number);
                return;
            }
            _loans.Add(new Loan
            {
                LibraryId = request.LibraryId,
                ItemId = copy.Id,
                PatronId = pupil.Id,
                Kind = LoanKind.Home,
                PatronCategory = pupil.Category,
                Grade = pupil.Grade,
                ItemType = copy.Type,
                LentAt = at,
                LentOn = setting.Today,
                DueOn = LoanPolicy.DueOn(rule, setting),
                RuleId = rule.Id,
            });
        }
    }
}
