using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Storage.ChangeFeed;

namespace Platform.Storage.Circulation;

/// <summary>
/// What a desk needs to go on without a connection: copies, cards, what is on loan, rules and calendar, in short lines. Whole at first,
/// afterwards only what has changed since its sequence.
/// </summary>
public sealed record DeskSnapshot
{
    /// <summary>Ask with it next time.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whether it is whole; otherwise its lines replace those of the same number or card, and the rest stays.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The day it was made.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Copies: number, register, status, title, card of the borrower, last day of the loan, card it is kept for.</summary>
    public required IReadOnlyList<object?[]> Items { get; init; }

    /// <summary>Cards: number, name, category, grade, class, last valid day, đồng owed.</summary>
    public required IReadOnlyList<object?[]> Cards { get; init; }

    /// <summary>Rules in force; null where they have not changed.</summary>
    public required IReadOnlyList<LoanRule>? Rules { get; init; }

    /// <summary>Opening weeks; null where they have not changed.</summary>
    public required IReadOnlyList<OpeningWeek>? Weeks { get; init; }

    /// <summary>Closed days to come; null where they have not changed.</summary>
    public required IReadOnlyList<ClosedPeriod>? Closed { get; init; }
}

/// <summary>Makes snapshots for offline desks.</summary>
public static class DeskSnapshots
{
    private const int MostChanges = 5_000;

    private static readonly string[] Setting = [nameof(LoanRule), nameof(OpeningWeek), nameof(ClosedPeriod)];

    private static readonly JsonSerializerOptions Short = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The snapshot as JSON, and the cards in it.</summary>
    /// <param name="db">The database, as the caller sees it.</param>
    /// <param name="feed">The same database, as the platform itself sees the change feed.</param>
    /// <param name="libraryId">The library.</param>
    /// <param name="after">Sequence of the last snapshot; null for a whole one. Too long ago gives a whole one too.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<(byte[] Json, IReadOnlyList<long> PatronIds)> ReadAsync(
        LibraryDb db, LibraryDb feed, long libraryId, long? after, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(feed);
        var sequence = await FeedReader.LastAsync(feed, cancellationToken); // first: what happens meanwhile comes again next time
        var changed = after is { } since && since <= sequence ? await ChangedAsync(db, feed, libraryId, since, cancellationToken) : null;
        var (items, cards) = await LinesAsync(db, libraryId, changed, cancellationToken);
        var setting = changed is null || changed.HasSetting ? await db.SettingAsync(libraryId, today, cancellationToken) : null;
        var snapshot = new DeskSnapshot
        {
            Sequence = sequence,
            IsWhole = changed is null,
            Day = today,
            Items = items,
            Cards = [.. cards.Select(card => card.Line)],
            Rules = setting?.Rules.Rows,
            Weeks = setting?.Openings.Weeks,
            Closed = setting?.Openings.Closed,
        };
        return (JsonSerializer.SerializeToUtf8Bytes(snapshot, Short), [.. cards.Select(card => card.Id)]);
    }

    private static async Task<Changed?> ChangedAsync(LibraryDb db, LibraryDb feed, long libraryId, long since, CancellationToken cancellationToken)
    {
        var entries = await feed.ChangeFeed.AsNoTracking()
            .Where(e => e.Sequence > since && (e.LibraryId == libraryId || e.LibraryId == null))
            .OrderBy(e => e.Sequence).Take(MostChanges + 1)
            .Select(e => new { e.Entity, e.EntityId }).ToListAsync(cancellationToken);
        if (entries.Count > MostChanges)
            return null;
        var byEntity = entries.ToLookup(e => e.Entity, e => e.EntityId);
        List<long> Of(string entity) => [.. byEntity[entity].Distinct()];
        var (loans, holds, charges, records) = (Of(nameof(Loan)), Of(nameof(Hold)), Of(nameof(Charge)), Of(nameof(BibliographicRecord)));
        var lent = await db.Loans.Where(l => l.LibraryId == libraryId && loans.Contains(l.Id)).Select(l => l.ItemId).ToListAsync(cancellationToken);
        var held = await db.Holds.Where(h => h.LibraryId == libraryId && holds.Contains(h.Id)).Select(h => h.RecordId).ToListAsync(cancellationToken);
        var titles = held.Union(records).ToList();
        var copies = await db.Items.Where(i => i.LibraryId == libraryId && titles.Contains(i.RecordId)).Select(i => i.Id).ToListAsync(cancellationToken);
        var owing = await db.Charges.Where(c => c.LibraryId == libraryId && charges.Contains(c.Id) && c.PatronId != null).Select(c => c.PatronId!.Value).ToListAsync(cancellationToken);
        return new Changed([.. Of(nameof(Item)).Union(lent).Union(copies)], [.. Of(nameof(Patron)).Union(owing)], Setting.Any(byEntity.Contains));
    }

    private static async Task<(IReadOnlyList<object?[]> Items, IReadOnlyList<(long Id, object?[] Line)> Cards)> LinesAsync(
        LibraryDb db, long libraryId, Changed? changed, CancellationToken cancellationToken)
    {
        var copies = db.Items.Where(i => i.LibraryId == libraryId);
        var (changedItems, changedPatrons) = (changed?.Items ?? [], changed?.Patrons ?? []);
        copies = changed is null ? copies.Where(i => i.Status != ItemStatus.Withdrawn) : copies.Where(i => changedItems.Contains(i.Id));
        var people = db.Patrons.AsNoTracking().Where(p => p.LibraryId == libraryId);
        people = changed is null ? people.Where(p => p.LeftOn == null && p.ErasedAt == null) : people.Where(p => changedPatrons.Contains(p.Id));
        var items = await (
            from item in copies
            from loan in db.Loans.Where(l => l.ItemId == item.Id && l.ReturnedAt == null).DefaultIfEmpty()
            from hold in db.Holds.Where(h => h.ItemId == item.Id && h.ClosedAt == null).DefaultIfEmpty()
            orderby item.RegistrationNumber
            select new { item.RegistrationNumber, item.Type, item.Status, item.Record.Title, Borrower = loan!.Patron!.CardNumber, DueOn = (DateOnly?)loan.DueOn, KeptFor = hold!.Patron!.CardNumber })
            .ToListAsync(cancellationToken); // outer joins: null where there is none
        var cards = await people
            .OrderBy(p => p.CardNumber)
            .Select(p => new { p.Id, p.CardNumber, p.FullName, p.Category, p.Grade, p.ClassName, p.LeftOn, Owed = db.Charges.Where(c => c.PatronId == p.Id && c.SettledAt == null).Sum(c => c.Amount) })
            .ToListAsync(cancellationToken);
        return (
            [.. items.Select(i => Line(i.RegistrationNumber, (byte)i.Type, (byte)i.Status, i.Title, i.Borrower, i.DueOn, i.KeptFor))],
            [.. cards.Select(c => (c.Id, Line(c.CardNumber, c.FullName, (byte)c.Category, c.Grade, c.ClassName, c.LeftOn, c.Owed == 0 ? null : c.Owed)))]);
    }

    // Empty ends are left out: most copies are on the shelf, most cards open.
    private static object?[] Line(params object?[] values) => values[..(Array.FindLastIndex(values, value => value is not null) + 1)];

    private sealed record Changed(IReadOnlyList<long> Items, IReadOnlyList<long> Patrons, bool HasSetting);
}
