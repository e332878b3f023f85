namespace Platform.Model.Patrons;

/// <summary>The school years that hold for one library: its own frame before the common one, the usual frame where neither is known.</summary>
public sealed class SchoolYears(IReadOnlyList<SchoolYear> known)
{
    /// <summary>No decision known: every year has the usual frame.</summary>
    public static SchoolYears Usual { get; } = new([]);

    /// <summary>The frame of a school year.</summary>
    public SchoolYear Of(int startYear) =>
        known.Where(year => year.StartYear == startYear).OrderBy(year => year.LibraryId is null).FirstOrDefault()
        ?? SchoolYear.Usual(startYear);

    /// <summary>The last day of the semester that a day belongs to; in the summer, of the first semester to come.</summary>
    public DateOnly SemesterEndAfter(DateOnly day)
    {
        var year = Of(SchoolYear.StartYearOf(day));
        if (day < year.FirstSemesterEndsOn)
            return year.FirstSemesterEndsOn;
        return day < year.EndsOn ? year.EndsOn : Of(year.StartYear + 1).FirstSemesterEndsOn;
    }

    /// <summary>The last day of the school year that a day belongs to; in the summer, of the year to come.</summary>
    public DateOnly YearEndAfter(DateOnly day)
    {
        var year = Of(SchoolYear.StartYearOf(day));
        return day < year.EndsOn ? year.EndsOn : Of(year.StartYear + 1).EndsOn;
    }
}
