using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Storage.Circulation;

namespace Platform.Storage.Patrons;

/// <summary>The promotion of a school year.</summary>
public sealed record PromotionRequest
{
    /// <summary>The school's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The calendar year in which the school year that ends began.</summary>
    public required int FromStartYear { get; init; }

    /// <summary>First day in the new classes.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Pupils who stay in their grade (lưu ban).</summary>
    public IReadOnlyList<long> RepeaterIds { get; init; } = [];
}

/// <summary>Moves all classes of a school into the next year, and back again: each in one transaction.</summary>
public static class Promoting
{
    /// <summary>Promotes the year: memberships are closed and opened, cards show the new class, the last grade's cards end with the school year.</summary>
    public static async Task<DeskResult<ClassPromotion>> PromoteAsync(LibraryDb db, PromotionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, request.LibraryId, cancellationToken);
        if (await db.ClassPromotions.AnyAsync(p => p.LibraryId == request.LibraryId && p.FromStartYear == request.FromStartYear && p.RevertedAt == null, cancellationToken))
            return DeskResult.Refused<ClassPromotion>(Refusals.AlreadyPromoted(NameOf(request.FromStartYear)));
        var leaving = await db.ClassMemberships
            .Include(m => m.Patron)
            .Include(m => m.Class)
            .Where(m => m.LibraryId == request.LibraryId && m.UntilOn == null && m.Class.StartYear == request.FromStartYear)
            .OrderBy(m => m.Id)
            .ToListAsync(cancellationToken);
        if (leaving.Count == 0)
            return DeskResult.Refused<ClassPromotion>(Refusals.NothingToPromote(NameOf(request.FromStartYear)));

        var level = await db.Libraries.Where(l => l.Id == request.LibraryId).Select(l => l.Level).SingleAsync(cancellationToken);
        var moves = PromotionPlan.For(level, [.. leaving.Select(m => new PupilInClass(m.PatronId, m.Class.Name, m.Class.Grade))], request.RepeaterIds.ToHashSet());
        var promotion = new ClassPromotion
        {
            LibraryId = request.LibraryId,
            FromStartYear = request.FromStartYear,
            On = request.On,
            Moved = moves.Count(move => move.ClassName is not null),
            Left = moves.Count(move => move.ClassName is null),
        };
        db.ClassPromotions.Add(promotion);
        await db.SaveChangesAsync(cancellationToken);
        await CloseAsync(db, promotion, leaving, cancellationToken);
        await OpenAsync(db, promotion, leaving, moves, cancellationToken);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(promotion);
    }

    /// <summary>Takes a promotion back as one: old memberships are open again, cards show what they showed. Refused once pupils have moved on.</summary>
    public static async Task<DeskResult<ClassPromotion>> RevertAsync(LibraryDb db, long libraryId, int fromStartYear, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var work = await DeskTransaction.BeginAsync(db, Permission.EditPatrons, libraryId, cancellationToken);
        var promotion = await db.ClassPromotions.FirstOrDefaultAsync(p => p.LibraryId == libraryId && p.FromStartYear == fromStartYear && p.RevertedAt == null, cancellationToken);
        if (promotion is null)
            return DeskResult.Refused<ClassPromotion>(Refusals.NoPromotion(NameOf(fromStartYear)));
        var opened = await db.ClassMemberships.Where(m => m.PromotionId == promotion.Id).ToListAsync(cancellationToken);
        if (opened.Count(m => m.UntilOn is not null) is > 0 and var changed)
            return DeskResult.Refused<ClassPromotion>(Refusals.ClassesChangedSince(changed));

        db.ClassMemberships.RemoveRange(opened);
        await db.SaveChangesAsync(cancellationToken); // a pupil is in one class at a time
        await ReopenAsync(db, promotion, opened.Select(m => m.PatronId).ToHashSet(), cancellationToken);
        promotion.RevertedAt = at;
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(promotion);
    }

    private static async Task CloseAsync(LibraryDb db, ClassPromotion promotion, IReadOnlyList<ClassMembership> leaving, CancellationToken cancellationToken)
    {
        foreach (var membership in leaving)
            (membership.UntilOn, membership.ClosedByPromotionId) = (promotion.On.AddDays(-1), promotion.Id);
        await db.SaveChangesAsync(cancellationToken); // a pupil is in one class at a time: closed before opened
    }

    private static async Task OpenAsync(
        LibraryDb db, ClassPromotion promotion, IReadOnlyList<ClassMembership> leaving, IReadOnlyList<PupilMove> moves, CancellationToken cancellationToken)
    {
        var classes = await ClassesAsync(db, promotion, moves, cancellationToken);
        foreach (var (old, move) in leaving.Zip(moves))
        {
            if (move.ClassName is null)
            {
                old.Patron.LeftOn ??= promotion.On.AddDays(-1);
                continue;
            }
            (old.Patron.ClassName, old.Patron.Grade) = (move.ClassName, move.Grade);
            db.ClassMemberships.Add(new ClassMembership
            {
                LibraryId = promotion.LibraryId,
                PatronId = old.PatronId,
                ClassId = classes[move.ClassName].Id,
                FromOn = promotion.On,
                PromotionId = promotion.Id,
            });
        }
    }

    private static async Task<Dictionary<string, SchoolClass>> ClassesAsync(
        LibraryDb db, ClassPromotion promotion, IReadOnlyList<PupilMove> moves, CancellationToken cancellationToken)
    {
        var classes = await db.Classes
            .Where(c => c.LibraryId == promotion.LibraryId && c.StartYear == promotion.FromStartYear + 1)
            .ToDictionaryAsync(c => c.Name, cancellationToken);
        foreach (var move in moves.Where(move => move.ClassName is not null && !classes.ContainsKey(move.ClassName)).DistinctBy(move => move.ClassName))
        {
            var added = new SchoolClass { LibraryId = promotion.LibraryId, StartYear = promotion.FromStartYear + 1, Name = move.ClassName!, Grade = move.Grade }; // filtered above
            db.Classes.Add(added);
            classes.Add(added.Name, added);
        }
        await db.SaveChangesAsync(cancellationToken);
        return classes;
    }

    private static async Task ReopenAsync(LibraryDb db, ClassPromotion promotion, HashSet<long> moved, CancellationToken cancellationToken)
    {
        var closed = await db.ClassMemberships
            .Include(m => m.Patron)
            .Include(m => m.Class)
            .Where(m => m.ClosedByPromotionId == promotion.Id)
            .ToListAsync(cancellationToken);
        foreach (var membership in closed)
        {
            (membership.UntilOn, membership.ClosedByPromotionId) = (null, null);
            (membership.Patron.ClassName, membership.Patron.Grade) = (membership.Class.Name, membership.Class.Grade);
            if (!moved.Contains(membership.PatronId) && membership.Patron.LeftOn == promotion.On.AddDays(-1))
                membership.Patron.LeftOn = null;
        }
    }

    private static string NameOf(int startYear) => SchoolYear.Usual(startYear).Name;
}
