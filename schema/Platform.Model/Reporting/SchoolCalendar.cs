namespace Platform.Model.Reporting;

/// <summary>The frame of the school years as the Ministry's yearly decision sets it.</summary>
public static class SchoolCalendar
{
    // QĐ 2269/QĐ-BGDĐT: the first semester of 2025-2026 ends before 18/01/2026. Other years: no decision was read, the same day is taken.
    private static readonly DateOnly FirstSemesterEnds20252026 = new(2026, 1, 17);

    /// <summary>Last day of the first semester of the school year that begins in <paramref name="startYear"/>.</summary>
    public static DateOnly FirstSemesterEndsOn(int startYear) =>
        new(startYear + 1, FirstSemesterEnds20252026.Month, FirstSemesterEnds20252026.Day);
}
