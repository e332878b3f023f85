using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Patrons;
using Platform.Model.Reporting;
using Platform.Model.Sharing;

namespace Platform.Storage.Sharing;

/// <summary>A copy that should have been back, as its reader may see it.</summary>
/// <param name="Id">Key of the loan.</param>
/// <param name="LibraryId">The library that lent it, or of a copy of another library the one that borrowed it.</param>
/// <param name="LenderId">The library that the copy belongs to when another borrowed it; null for a loan to a reader.</param>
/// <param name="Title">Title of the publication.</param>
/// <param name="ItemType">Register of the copy.</param>
/// <param name="RegistrationNumber">Registration number of the copy.</param>
/// <param name="DueOn">Last day of the loan.</param>
/// <param name="DaysOverdue">Days since then.</param>
public sealed record OverdueRow(long Id, long LibraryId, long? LenderId, string Title, ItemType ItemType, string RegistrationNumber, DateOnly DueOn, int DaysOverdue)
{
    /// <summary>Category of the reader; null for those who do not read the patrons of the library, and for loans between libraries.</summary>
    public PatronCategory? Reader { get; init; }

    /// <summary>Class of the reader; null as the category is, and for readers without a class.</summary>
    public string? ClassName { get; init; }

    /// <summary>Name of the reader; null as the category is.</summary>
    public string? ReaderName { get; init; }
}

/// <summary>
/// The rows behind the figures OVERDUE_LOANS and OVERDUE_INTER_LIBRARY. Whoever does not read the patrons of a library sees its copies without
/// readers, and only where the figure by library and type is shown to it: rows tell nothing that the figures keep back.
/// </summary>
public sealed class OverdueRows(LibraryDb db, ManagementView view)
{
    // Above every number of an item type, so that a library and a type are one number.
    private const int Types = 256;

    /// <summary>The overdue loans of a measure, the longest overdue first, after a row.</summary>
    /// <param name="measure">OVERDUE_LOANS or OVERDUE_INTER_LIBRARY; any other has no rows.</param>
    /// <param name="period">The period on whose last day they are overdue, in a running one today.</param>
    /// <param name="groupId">Only libraries that were members of this group in the period.</param>
    /// <param name="page">How many rows, and after which one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<OverdueRow>> ReadAsync(ManagementMeasure measure, ReportPeriod period, long? groupId, RowPage page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(page);
        if (measure is not (ManagementMeasure.OverdueLoans or ManagementMeasure.OverdueInterLibrary))
            return [];
        var figures = await view.ReadAsync(measure, period, [ManagementDimension.Library, ManagementDimension.ItemType], groupId, cancellationToken);
        var shown = figures.Select(f => f.LibraryId!.Value * Types + (int)f.ItemType!.Value).ToList(); // grouped by both
        return measure is ManagementMeasure.OverdueLoans
            ? await ToReadersAsync(shown, period, page, cancellationToken)
            : await BetweenAsync(shown, period, page, cancellationToken);
    }

    private async Task<IReadOnlyList<OverdueRow>> ToReadersAsync(List<long> shown, ReportPeriod period, RowPage page, CancellationToken cancellationToken)
    {
        var loans = view.OverdueLoans(period).AsNoTracking().Where(l => shown.Contains(l.LibraryId * Types + (int)l.ItemType));
        if (page.After is { } after)
        {
            if (await loans.Where(l => l.Id == after).Select(l => (DateOnly?)l.DueOn).SingleOrDefaultAsync(cancellationToken) is not { } due)
                return [];
            loans = loans.Where(l => l.DueOn > due || (l.DueOn == due && l.Id > after));
        }
        var rows = await loans.OrderBy(l => l.DueOn).ThenBy(l => l.Id).Take(page.Most)
            .Select(l => new { Loan = l, l.Item.Record.Title, l.Item.RegistrationNumber, l.Patron!.FullName, l.Patron.ClassName })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r =>
            {
                var isOwn = db.Scope.May(Permission.ReadPatrons, r.Loan.LibraryId);
                var day = view.OverdueDay(period, isOwn);
                var row = new OverdueRow(r.Loan.Id, r.Loan.LibraryId, null, r.Title, r.Loan.ItemType, r.RegistrationNumber, r.Loan.DueOn, day.DayNumber - r.Loan.DueOn.DayNumber);
                return isOwn
                    ? row with { Reader = r.Loan.PatronCategory, ClassName = r.ClassName, ReaderName = r.FullName }
                    : row;
            }),
        ];
    }

    private async Task<IReadOnlyList<OverdueRow>> BetweenAsync(List<long> shown, ReportPeriod period, RowPage page, CancellationToken cancellationToken)
    {
        var day = view.OverdueDay(period, isOwn: true);
        var loans = view.OverdueBetween(period).AsNoTracking().Where(l => shown.Contains(l.BorrowerId * Types + (int)l.Item!.Type));
        if (page.After is { } after)
        {
            if (await loans.Where(l => l.Id == after).Select(l => l.DueOn).SingleOrDefaultAsync(cancellationToken) is not { } due)
                return [];
            loans = loans.Where(l => l.DueOn > due || (l.DueOn == due && l.Id > after));
        }
        return await loans.OrderBy(l => l.DueOn).ThenBy(l => l.Id).Take(page.Most)
            .Select(l => new OverdueRow(
                l.Id, l.BorrowerId, l.LenderId, l.Record.Title, l.Item!.Type, l.Item.RegistrationNumber, l.DueOn!.Value, day.DayNumber - l.DueOn!.Value.DayNumber)) // sent: it has copy and day
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A page of rows.</summary>
/// <param name="Most">How many at most.</param>
/// <param name="After">Key of the row after which it begins; null for the first page.</param>
public sealed record RowPage(int Most, long? After);
