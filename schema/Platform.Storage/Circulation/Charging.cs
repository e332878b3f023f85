using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;

namespace Platform.Storage.Circulation;

/// <summary>How a charge is settled.</summary>
/// <param name="LibraryId">The library.</param>
/// <param name="ChargeId">The charge.</param>
/// <param name="As">Paid, waived or replaced.</param>
/// <param name="Note">Why it is waived, or by what it was replaced; null when nothing needs saying.</param>
public sealed record SettleRequest(long LibraryId, long ChargeId, Settlement As, string? Note);

/// <summary>Raises and settles what patrons owe.</summary>
public static class Charging
{
    /// <summary>Settles a charge, whole; null when the library has no such charge.</summary>
    public static async Task<DeskResult<Charge>?> SettleAsync(LibraryDb db, SettleRequest request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        await using var work = await DeskTransaction.BeginAsync(db, request.LibraryId, cancellationToken);
        var charge = await db.Charges.FirstOrDefaultAsync(c => c.Id == request.ChargeId && c.LibraryId == request.LibraryId, cancellationToken);
        if (charge is null)
            return null;
        if (charge.SettledAt is { } settledAt)
            return DeskResult.Refused<Charge>(Refusals.ChargeSettled(SchoolTime.DayOf(settledAt)));
        (charge.SettledAt, charge.Settlement, charge.Note) = (at, request.As, request.Note);
        await work.SaveAsync(cancellationToken);
        return DeskResult.Of(charge);
    }

    internal static Charge On(Loan loan, ChargeKind kind, long amount, DateOnly on) => new()
    {
        LibraryId = loan.LibraryId,
        PatronId = loan.PatronId,
        LoanId = loan.Id,
        ItemId = loan.ItemId,
        Kind = kind,
        Amount = amount,
        RaisedOn = on,
    };
}
