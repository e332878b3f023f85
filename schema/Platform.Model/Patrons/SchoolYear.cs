using System.Globalization;

namespace Platform.Model.Patrons;

/// <summary>
/// A school year and its two semesters (năm học, học kỳ), as a decision of the Ministry or the province sets them; for every library,
/// or for one whose school shifted it.
/// </summary>
public sealed class SchoolYear : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The library whose own frame this is; null for the frame of all others.</summary>
    public long? LibraryId { get; init; }

    /// <summary>The calendar year in which it begins: 2026 for 2026-2027.</summary>
    public required int StartYear { get; init; }

    /// <summary>First day of the year.</summary>
    public required DateOnly StartsOn { get; set; }

    /// <summary>Last day of the first semester (học kỳ I).</summary>
    public required DateOnly FirstSemesterEndsOn { get; set; }

    /// <summary>Last day of the second semester and of the year.</summary>
    public required DateOnly EndsOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The name as it stands in documents: 2026-2027.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{StartYear}-{StartYear + 1}");

    /// <summary>The frame that most decisions set, taken where no row says otherwise: from 5 September to 31 May, the first semester until 17 January.</summary>
    public static SchoolYear Usual(int startYear) => new()
    {
        StartYear = startYear,
        StartsOn = new DateOnly(startYear, 9, 5),
        FirstSemesterEndsOn = new DateOnly(startYear + 1, 1, 17),
        EndsOn = new DateOnly(startYear + 1, 5, 31),
    };

    /// <summary>The school year a day is counted to: from August on the one that begins, before it the one that runs.</summary>
    public static int StartYearOf(DateOnly day) => day.Month >= 8 ? day.Year : day.Year - 1;
}
