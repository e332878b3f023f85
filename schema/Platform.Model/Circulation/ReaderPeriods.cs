using Platform.Model.Reporting;

namespace Platform.Model.Circulation;

/// <summary>
/// The kinds of report periods in which a loan without a person stands for its reader: the counts of readers stay exact, and no two
/// loans can be told to be of one person.
/// </summary>
[Flags]
public enum ReaderPeriods : byte
{
    /// <summary>None: the loan is linked to its reader, or another loan stands for the reader.</summary>
    None = 0,

    /// <summary>The month of lending.</summary>
    Month = 1,

    /// <summary>The first semester.</summary>
    FirstSemester = 2,

    /// <summary>The second semester.</summary>
    SecondSemester = 4,

    /// <summary>The school year.</summary>
    SchoolYear = 8,

    /// <summary>The school year up to 31/5.</summary>
    YearEnd = 16,

    /// <summary>The summer.</summary>
    Summer = 32,

    /// <summary>The opening of the year up to 30/9.</summary>
    YearOpening = 64,

    /// <summary>The culture ministry's year.</summary>
    CultureYear = 128,
}

/// <summary>Turns kinds of periods into their mark on a loan.</summary>
public static class ReaderPeriod
{
    /// <summary>The mark of a kind of period.</summary>
    public static ReaderPeriods Of(PeriodKind kind) => (ReaderPeriods)(1 << ((int)kind - 1));
}
