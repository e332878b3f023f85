using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;

namespace Platform.Storage.Patrons;

/// <summary>What keeps a person from leaving.</summary>
internal static class Owing
{
    /// <summary>What the person still has on loan or owes; null when nothing. Looked up whoever asks: the new library of a transfer sees no loans of the old one.</summary>
    public static async Task<Refusal?> RefusalAsync(LibraryDb db, long patronId, CancellationToken cancellationToken)
    {
        var loans = await db.Loans.IgnoreQueryFilters().CountAsync(l => l.PatronId == patronId && l.ReturnedAt == null, cancellationToken);
        var borrowed = await db.InterLibraryReaders.IgnoreQueryFilters().CountAsync(r => r.PatronId == patronId && r.Loan.ReturnedOn == null && r.Loan.SentOn != null, cancellationToken);
        var owed = await db.Charges.IgnoreQueryFilters().Where(c => c.PatronId == patronId && c.SettledAt == null).SumAsync(c => c.Amount, cancellationToken);
        return loans + borrowed > 0 || owed > 0 ? Refusals.StillOwes(loans + borrowed, owed) : null;
    }
}
