using Platform.Model.Patrons;
using Platform.Model.Reporting;

namespace Platform.Model.Circulation;

/// <summary>A loan that still names its reader, as far as forgetting looks at it.</summary>
/// <param name="Id">The loan.</param>
/// <param name="Category">Category of the reader at lending.</param>
/// <param name="Grade">Grade of the reader at lending.</param>
/// <param name="LentOn">Day of lending.</param>
/// <param name="Goes">Whether its link to the reader is cut now.</param>
public sealed record LinkedLoan(long Id, PatronCategory Category, int? Grade, DateOnly LentOn, bool Goes);

/// <summary>How long a loan names its reader, and what takes the name's place in the counts. Pure and total.</summary>
public static class LinkRetention
{
    private static readonly PeriodKind[] Kinds = Enum.GetValues<PeriodKind>();

    /// <summary>The last day whose finished loans are cut from their readers: the end of the newest school year that ended so many months ago.</summary>
    /// <param name="years">The library's school years.</param>
    /// <param name="today">The day.</param>
    /// <param name="months">How many months after the end of a school year its links are kept.</param>
    public static DateOnly LastForgottenDay(SchoolYears years, DateOnly today, int months)
    {
        ArgumentNullException.ThrowIfNull(years);
        var start = SchoolYear.StartYearOf(today);
        while (years.Of(start).EndsOn.AddMonths(months) > today)
            start--;
        return years.Of(start).EndsOn;
    }

    /// <summary>
    /// For each loan that goes, the periods in which it stands for its reader from now on: the first one that goes in a period, unless
    /// a loan that stays still names the reader there. So each reader is counted once in every period, in whatever steps the links are cut.
    /// </summary>
    /// <param name="loans">All loans that name one reader in one library.</param>
    public static IReadOnlyDictionary<long, ReaderPeriods> Cut(IReadOnlyList<LinkedLoan> loans)
    {
        ArgumentNullException.ThrowIfNull(loans);
        var marks = loans.Where(loan => loan.Goes).ToDictionary(loan => loan.Id, _ => ReaderPeriods.None);
        foreach (var loan in Kinds.SelectMany(kind => Representatives(loans, kind).Select(loan => (loan.Id, Mark: ReaderPeriod.Of(kind)))))
            marks[loan.Id] |= loan.Mark;
        return marks;
    }

    // Reports count a reader once for each category and grade at lending.
    private static IEnumerable<LinkedLoan> Representatives(IReadOnlyList<LinkedLoan> loans, PeriodKind kind) => loans
        .Select(loan => (Loan: loan, Period: ReportPeriod.Holding(kind, loan.LentOn)?.Code))
        .Where(pair => pair.Period is not null)
        .GroupBy(pair => (pair.Period, pair.Loan.Category, pair.Loan.Grade), pair => pair.Loan)
        .Where(group => group.All(loan => loan.Goes))
        .Select(group => group.OrderBy(loan => loan.LentOn).ThenBy(loan => loan.Id).First());
}
