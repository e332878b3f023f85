using Platform.Model.Libraries;

namespace Platform.Model.Reporting.Exchange;

/// <summary>
/// One line of a school's facilities table, entered by the school: it cannot be counted from the library's own work. "Phòng thư viện" is the
/// only place at which a library stands in the sector's exchange (a third party's rendering of the specification; not confirmed by the Ministry).
/// </summary>
public sealed class FacilityFact : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The school's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Code of the period that it describes, for example <c>2026-2027-DN</c>.</summary>
    public required string Period { get; init; }

    /// <summary>What is counted (<c>noidungtieuchi</c>), for example <c>Phòng thư viện</c>.</summary>
    public required string Criterion { get; init; }

    /// <summary>By what the rooms are divided.</summary>
    public required BuildingScale Scale { get; init; }

    /// <summary>How many are required by regulation (Nhu cầu theo QĐ); null when the form does not ask.</summary>
    public int? Required { get; set; }

    /// <summary>Rooms above grade 4, or permanent ones (kiên cố).</summary>
    public int UpperRooms { get; set; }

    /// <summary>Area of those rooms in m².</summary>
    public double UpperArea { get; set; }

    /// <summary>Rooms of grade 4, or semi-permanent ones (bán kiên cố).</summary>
    public int MiddleRooms { get; set; }

    /// <summary>Area of those rooms in m².</summary>
    public double MiddleArea { get; set; }

    /// <summary>Rooms below grade 4, or temporary ones (tạm).</summary>
    public int LowerRooms { get; set; }

    /// <summary>Area of those rooms in m².</summary>
    public double LowerArea { get; set; }

    /// <summary>The school's library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>All rooms.</summary>
    public int Rooms => UpperRooms + MiddleRooms + LowerRooms;

    /// <summary>The area of all rooms in m².</summary>
    public double Area => UpperArea + MiddleArea + LowerArea;
}

/// <summary>By what rooms are divided. Both shapes were seen, and neither can be computed from the other.</summary>
public enum BuildingScale : byte
{
    /// <summary>Above grade 4, grade 4, below grade 4 (cấp công trình): the sector's exchange.</summary>
    Grade = 1,

    /// <summary>Permanent, semi-permanent, temporary (kiên cố, bán kiên cố, tạm): the statistical forms and the portal's template.</summary>
    Durability = 2,
}
