using System.Globalization;

namespace Platform.Model.Reporting;

/// <summary>
/// A span of school days that a report covers, both ends included. Its <see cref="Code"/> names it everywhere: <c>2026-05</c> a month,
/// <c>2025-2026-HK1</c> and <c>-HK2</c> the semesters, <c>2025-2026</c> the school year, <c>2025-2026-CN</c> the school year up to 31/5,
/// <c>2025-2026-HE</c> the summer, <c>2025-2026-DN</c> the opening of the year up to 30/9, <c>VH-2026</c> the year of the culture
/// ministry (01/12 to 30/11).
/// </summary>
/// <param name="Kind">What kind of span it is.</param>
/// <param name="Code">The name of the span.</param>
/// <param name="FirstOn">The first day.</param>
/// <param name="LastOn">The last day.</param>
public sealed record ReportPeriod(PeriodKind Kind, string Code, DateOnly FirstOn, DateOnly LastOn)
{
    // The school year begins with the intake of August; the balance of the accession register opens on 01/08.
    private const int FirstMonthOfSchoolYear = 8;

    /// <summary>The calendar month.</summary>
    public static ReportPeriod Month(int year, int month) => new(
        PeriodKind.Month,
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
        new DateOnly(year, month, 1),
        new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>The span of a kind that belongs to the school year which begins in <paramref name="startYear"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is a month or the culture ministry's year.</exception>
    public static ReportPeriod OfSchoolYear(PeriodKind kind, int startYear)
    {
        var year = string.Create(CultureInfo.InvariantCulture, $"{startYear:0000}-{startYear + 1:0000}");
        var first = new DateOnly(startYear, FirstMonthOfSchoolYear, 1);
        var firstSemesterEnds = SchoolCalendar.FirstSemesterEndsOn(startYear);
        var lessonsEnd = new DateOnly(startYear + 1, 5, 31);
        return kind switch
        {
            PeriodKind.FirstSemester => new(kind, year + "-HK1", first, firstSemesterEnds),
            PeriodKind.SecondSemester => new(kind, year + "-HK2", firstSemesterEnds.AddDays(1), lessonsEnd),
            PeriodKind.SchoolYear => new(kind, year, first, first.AddYears(1).AddDays(-1)),
            PeriodKind.YearEnd => new(kind, year + "-CN", first, lessonsEnd),
            PeriodKind.Summer => new(kind, year + "-HE", lessonsEnd.AddDays(1), first.AddYears(1).AddDays(-1)),
            PeriodKind.YearOpening => new(kind, year + "-DN", first, new DateOnly(startYear, 9, 30)),
            PeriodKind.Month or PeriodKind.CultureYear => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a part of a school year."),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of period."),
        };
    }

    /// <summary>The reporting year of the culture ministry that ends on 30/11 of <paramref name="year"/> (TT 05/2020/TT-BVHTTDL).</summary>
    public static ReportPeriod CultureYear(int year) => new(
        PeriodKind.CultureYear,
        string.Create(CultureInfo.InvariantCulture, $"VH-{year:0000}"),
        new DateOnly(year - 1, 12, 1),
        new DateOnly(year, 11, 30));

    /// <summary>The span of the kind that holds the day; null when none does (a summer day lies in no semester).</summary>
    public static ReportPeriod? Holding(PeriodKind kind, DateOnly day)
    {
        var period = kind switch
        {
            PeriodKind.Month => Month(day.Year, day.Month),
            PeriodKind.CultureYear => CultureYear(day.Month is 12 ? day.Year + 1 : day.Year),
            _ => OfSchoolYear(kind, StartYearOf(day)),
        };
        return period.Contains(day) ? period : null;
    }

    /// <summary>The last span of the kind that ended before the day: what a schedule reports on when it fires.</summary>
    public static ReportPeriod LastBefore(PeriodKind kind, DateOnly day) => kind switch
    {
        PeriodKind.Month => Month(day.AddMonths(-1).Year, day.AddMonths(-1).Month),
        PeriodKind.CultureYear => day.Month is 12 ? CultureYear(day.Year) : CultureYear(day.Year - 1),
        _ => OfSchoolYear(kind, StartYearOf(day)) is var current && current.LastOn < day ? current : OfSchoolYear(kind, StartYearOf(day) - 1),
    };

    /// <summary>Reads a code as <see cref="Code"/> writes it.</summary>
    public static bool TryParse(string? code, out ReportPeriod period)
    {
        period = (code ?? "").Split('-') switch
        {
            [var year, var month] when Number(year, 4) is { } y and > 0 && Number(month, 2) is { } m and >= 1 and <= 12 => Month(y, m),
            ["VH", var year] when Number(year, 4) is { } y and > 1 => CultureYear(y),
            [var from, var until] when IsSchoolYear(from, until, out var start) => OfSchoolYear(PeriodKind.SchoolYear, start),
            [var from, var until, var part] when IsSchoolYear(from, until, out var start) && KindOf(part) is { } kind => OfSchoolYear(kind, start),
            _ => null!, // answered with false
        };
        return period is not null;
    }

    /// <summary>Whether the day lies in the span.</summary>
    public bool Contains(DateOnly day) => FirstOn <= day && day <= LastOn;

    /// <summary>The span of the same kind one year before: what yearly reports compare with.</summary>
    public ReportPeriod YearBefore() => Kind switch
    {
        PeriodKind.Month => Month(FirstOn.Year - 1, FirstOn.Month),
        PeriodKind.CultureYear => CultureYear(LastOn.Year - 1),
        _ => OfSchoolYear(Kind, StartYearOf(FirstOn) - 1),
    };

    /// <summary>The school year of a day: from August on it is the year that begins.</summary>
    public static int StartYearOf(DateOnly day) => day.Month >= FirstMonthOfSchoolYear ? day.Year : day.Year - 1;

    private static PeriodKind? KindOf(string part) => part switch
    {
        "HK1" => PeriodKind.FirstSemester,
        "HK2" => PeriodKind.SecondSemester,
        "CN" => PeriodKind.YearEnd,
        "HE" => PeriodKind.Summer,
        "DN" => PeriodKind.YearOpening,
        _ => null,
    };

    private static bool IsSchoolYear(string from, string until, out int start)
    {
        start = Number(from, 4) ?? 0;
        return start > 0 && Number(until, 4) == start + 1;
    }

    private static int? Number(string text, int digits) =>
        text.Length == digits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Kind of a reporting span.</summary>
public enum PeriodKind : byte
{
    /// <summary>A calendar month (tháng).</summary>
    Month = 1,

    /// <summary>First semester (học kỳ I).</summary>
    FirstSemester = 2,

    /// <summary>Second semester (học kỳ II), up to 31/5.</summary>
    SecondSemester = 3,

    /// <summary>The whole school year (năm học), 01/08 to 31/07.</summary>
    SchoolYear = 4,

    /// <summary>The school year up to the end of lessons on 31/5 (cuối năm).</summary>
    YearEnd = 5,

    /// <summary>The summer (hè), 01/06 to 31/07.</summary>
    Summer = 6,

    /// <summary>The opening of the year up to 30/9 (đầu năm).</summary>
    YearOpening = 7,

    /// <summary>The culture ministry's year, 01/12 to 30/11.</summary>
    CultureYear = 8,
}
