using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Storage.Circulation;

/// <summary>A copy read in the library (đọc tại chỗ).</summary>
public sealed record UseRequest
{
    /// <summary>The library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>The copy's registration number (số ĐKCB), as scanned.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>The reader's card; null where only the use is counted.</summary>
    public string? CardNumber { get; init; }

    /// <summary>Who read, where no card is given.</summary>
    public PatronCategory Category { get; init; } = PatronCategory.Pupil;

    /// <summary>Grade of the reader, where no card is given.</summary>
    public int? Grade { get; init; }
}

/// <summary>Counts copies that are read in the library: a loan that is closed as it is made.</summary>
public static class ReadingRoom
{
    /// <summary>Records the use, or says why not: a copy that somebody has at home cannot be read here.</summary>
    public static async Task<DeskResult<Loan>> UseAsync(LibraryDb db, UseRequest request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, request.LibraryId, cancellationToken);
        await work.LockAsync(db.ItemsOf(request.LibraryId, request.RegistrationNumber), cancellationToken);
        if (await db.ItemAsync(request.LibraryId, request.RegistrationNumber, cancellationToken) is not { } item)
            return DeskResult.Refused<Loan>(Refusals.ItemUnknown(request.RegistrationNumber));
        var patron = request.CardNumber is { } card ? await db.PatronAsync(request.LibraryId, card, cancellationToken) : null;
        if (request.CardNumber is { } unknown && patron is null)
            return DeskResult.Refused<Loan>(Refusals.PatronUnknown(unknown));
        if (Against(item) is { } refusal)
            return DeskResult.Refused<Loan>(refusal);

        var loan = Use(request, item, patron, at);
        db.Loans.Add(loan);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(loan);
    }

    private static Refusal? Against(ItemAtDesk item) => item switch
    {
        { Status: ItemStatus.Withdrawn } => Refusals.ItemWithdrawn(item.Number),
        { Status: ItemStatus.Lost } => Refusals.ItemLost(item.Number),
        { LentUntil: { } dueOn } => Refusals.ItemOnLoan(item.Number, dueOn),
        { IsAway: true } => Refusals.ItemAway(item.Number),
        { HasTwin: true } => Refusals.ItemHasTwin(item.Number),
        _ => null,
    };

    internal static Loan Use(UseRequest request, ItemAtDesk item, PatronAtDesk? patron, DateTimeOffset at) => new()
    {
        LibraryId = request.LibraryId,
        ItemId = item.Id,
        PatronId = patron?.Id,
        Kind = LoanKind.InLibrary,
        PatronCategory = patron?.Card.Category ?? request.Category,
        Grade = patron is null ? request.Grade : patron.Grade,
        ItemType = item.Type,
        LentAt = at,
        LentOn = SchoolTime.DayOf(at),
        DueOn = SchoolTime.DayOf(at),
        ReturnedAt = at,
        EndedAs = LoanEnd.Returned,
    };
}
