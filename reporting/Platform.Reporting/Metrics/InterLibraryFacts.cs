using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Metrics;

/// <summary>Copies that went between libraries as facts, on the day on which the owner handed them over; the report of one library lists both directions.</summary>
internal static class InterLibraryFacts
{
    private static readonly Dimension[] Dimensions = [Dimension.ItemType, Dimension.Direction];
    private static readonly FactSource Loans = new("inter-library-loans", nameof(InterLibraryLoan), Dimensions);
    private static readonly FactSource Moves = new("rotation-moves", nameof(RotationMove), Dimensions);

    /// <summary>Loans between libraries, and items of rotations, that the library gave or got in the period.</summary>
    public static FactScan Scan { get; } = new([Loans, Moves], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (books.Ask(Loans, out var loans))
            Add(loans, query, await LoansAsync(query, cancellationToken));
        if (books.Ask(Moves, out var moves))
            Add(moves, query, await MovesAsync(query, cancellationToken));
    }

    private static void Add(FactBook book, FactQuery query, List<MovedCopy> copies)
    {
        foreach (var copy in copies)
        {
            var given = copy.OwnerId == query.LibraryId;
            var dimensions = default(DimensionValues).With(Dimension.ItemType, (byte)copy.Type).With(Dimension.Direction, (byte)(given ? Direction.Given : Direction.Got));
            book.Add(dimensions, new Fact(copy.Id, copy.SentOn, 1, 0, copy.ToSubject(query.Period.LastOn)));
        }
    }

    private static Task<List<MovedCopy>> LoansAsync(FactQuery query, CancellationToken cancellationToken) => query.Db.InterLibraryLoans.AsNoTracking()
        .Where(l => (l.LenderId == query.LibraryId || l.BorrowerId == query.LibraryId) && l.SentOn >= query.Period.FirstOn && l.SentOn <= query.Period.LastOn)
        .Select(l => new MovedCopy(
            l.Id, l.LenderId!.Value, l.Item!.Type, l.Item.RegistrationNumber, l.Item.CallNumber, l.Record.Title, l.Record.Author,
            l.Lender!.ShortName ?? l.Lender.Name, l.Borrower.ShortName ?? l.Borrower.Name, l.SentOn!.Value, l.DueOn, l.ReturnedOn, l.State == InterLibraryState.Lost, l.Note)) // sent: it has lender and copy
        .ToListAsync(cancellationToken);

    private static Task<List<MovedCopy>> MovesAsync(FactQuery query, CancellationToken cancellationToken) => query.Db.RotationMoves.AsNoTracking()
        .Where(m => (m.OwnerId == query.LibraryId || m.ReceiverId == query.LibraryId) && m.SentOn >= query.Period.FirstOn && m.SentOn <= query.Period.LastOn)
        .Select(m => new MovedCopy(
            m.Id, m.OwnerId, m.Item.Type, m.Item.RegistrationNumber, m.Item.CallNumber, m.Item.Record.Title, m.Item.Record.Author,
            m.Owner.ShortName ?? m.Owner.Name, m.Receiver.ShortName ?? m.Receiver.Name, m.SentOn!.Value, null, m.ClosedOn, // filtered
            m.State == MoveState.Lost || m.State == MoveState.Settled, m.Settlement))
        .ToListAsync(cancellationToken);

    private sealed record MovedCopy(
        long Id, long OwnerId, ItemType Type, string Number, string? CallNumber, string Title, string? Author,
        string Owner, string Receiver, DateOnly SentOn, DateOnly? DueOn, DateOnly? HomeOn, bool IsLost, string? Note)
    {
        // What happened after the period is not known to the report.
        public ListedSubject ToSubject(DateOnly until) => new(Number, ShortLabel.Of(Title), new Dictionary<RowText, string>
        {
            [RowText.Giver] = Owner,
            [RowText.Getter] = Receiver,
            [RowText.ItemKind] = Wordings.ItemType(Type),
            [RowText.Author] = Author ?? "",
            [RowText.CallNumber] = CallNumber ?? "",
            [RowText.DueDay] = DueOn is { } due ? VietnameseFormat.Day(due) : "",
            [RowText.HomeDay] = HomeOn <= until ? VietnameseFormat.Day(HomeOn.Value) : "",
            [RowText.Condition] = HomeOn <= until ? IsLost ? "Mất, đã quyết toán" : "Đã trả" : DueOn < until ? "Quá hạn" : "Đang mượn",
            [RowText.Remark] = Note ?? "",
        });
    }
}

/// <summary>Which way a copy went, as the reporting library sees it.</summary>
public enum Direction : byte
{
    /// <summary>Out of its own stock to another library.</summary>
    Given = 1,

    /// <summary>From another library.</summary>
    Got = 2,
}
