using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Model.Sharing.InterLibrary;
using Platform.Model.Sharing.Rotation;

namespace Platform.Storage.Sharing;

/// <summary>Finds copies of other libraries that are to go back, and questions that wait for an answer.</summary>
internal static class DueMovements
{
    private const int DaysToAnswer = 3;

    public static async Task<IReadOnlyList<Due>> ReadAsync(LibraryDb db, DateOnly today, CancellationToken cancellationToken) =>
    [
        .. await LoansAsync(db, today, cancellationToken),
        .. await RequestsAsync(db, today, cancellationToken),
        .. await RotationsAsync(db, cancellationToken),
    ];

    private static async Task<IEnumerable<Due>> LoansAsync(LibraryDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var (first, last) = (today.AddDays(-ReminderPolicy.DaysBehind), today.AddDays(ReminderPolicy.DaysAhead));
        var loans = await db.InterLibraryLoans.AsNoTracking()
            .Where(l => l.State == InterLibraryState.Sent || l.State == InterLibraryState.Arrived)
            .Where(l => l.DueOn >= first && l.DueOn <= last)
            .Select(l => new { l.Id, l.BorrowerId, DueOn = l.DueOn!.Value, l.Record.Title, Number = l.Item!.RegistrationNumber, Lender = l.Lender!.Name }) // sent: has lender, copy and last day
            .ToListAsync(cancellationToken);
        return loans.Select(l => new Due(
            l.BorrowerId, ReminderKind.InterLibraryReturn, Key("loan", l.Id), l.DueOn,
            Cut($"Trả “{l.Title}” ({l.Number}) cho {l.Lender} đến ngày {Day(l.DueOn)}.")));
    }

    private static async Task<IEnumerable<Due>> RequestsAsync(LibraryDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var first = today.AddDays(-ReminderPolicy.DaysBehind - DaysToAnswer);
        var asked = await db.InterLibraryLoans.AsNoTracking()
            .Where(l => l.State == InterLibraryState.Requested && l.AskedId != null && l.RequestedOn >= first)
            .Select(l => new { l.Id, AskedId = l.AskedId!.Value, l.RequestedOn, l.Record.Title, Borrower = l.Borrower.Name }) // filtered
            .ToListAsync(cancellationToken);
        return asked.Select(l => new Due(
            l.AskedId, ReminderKind.InterLibraryRequest, Key("ask", l.Id), l.RequestedOn.AddDays(DaysToAnswer),
            Cut($"{l.Borrower} hỏi mượn “{l.Title}”: hãy trả lời.")));
    }

    private static async Task<IEnumerable<Due>> RotationsAsync(LibraryDb db, CancellationToken cancellationToken)
    {
        var held = await db.RotationMoves.AsNoTracking()
            .Where(m => m.Plan.State == RotationState.Approved && (m.State == MoveState.Sent || m.State == MoveState.Arrived))
            .GroupBy(m => new { m.PlanId, m.Plan.Semester, m.ReceiverId })
            .Select(g => new { g.Key.PlanId, g.Key.Semester, g.Key.ReceiverId, Items = g.Count() })
            .ToListAsync(cancellationToken);
        return held.SelectMany(h => ReportPeriod.TryParse(h.Semester, out var period)
            ? new[]
            {
                new Due(h.ReceiverId, ReminderKind.RotationReturn, Key("rotation", h.PlanId), period.LastOn, string.Create(
                    CultureInfo.InvariantCulture, $"Trả {h.Items} bản của đợt luân chuyển {h.Semester} về thư viện chủ đến ngày {Day(period.LastOn)}.")),
            }
            : []);
    }

    private static string Key(string subject, long id) => string.Create(CultureInfo.InvariantCulture, $"{subject}/{id}");

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= Lengths.Line ? text : text[..Lengths.Line];
}
