namespace Platform.Model.Libraries;

/// <summary>The library of one school: the unit that owns items, serves patrons and signs reports.</summary>
public sealed class Library : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The school's code, unique in the platform; natural key in every exchange (mã trường, an opaque string of at most 20 characters).</summary>
    public required string Code { get; set; }

    /// <summary>The school's full name, as it stands at the head of its documents.</summary>
    public required string Name { get; set; }

    /// <summary>A short name for lists and labels.</summary>
    public string? ShortName { get; set; }

    /// <summary>The school's level: it decides which standards of Thông tư 16/2022 apply.</summary>
    public required SchoolLevel Level { get; set; }

    /// <summary>The place printed before the date of an official document (địa danh), for example a commune's name.</summary>
    public string? Place { get; set; }

    /// <summary>Ending of the document number in reports, after "BC-": the school's abbreviation.</summary>
    public string? DocumentSuffix { get; set; }

    /// <summary>The head of the school, who signs reports (Hiệu trưởng).</summary>
    public string? Principal { get; set; }

    /// <summary>The librarian or teacher-librarian who makes the reports (Cán bộ thư viện).</summary>
    public string? Librarian { get; set; }

    /// <summary>Where the library is, degrees north; null when not said. The rotation and loans between libraries prefer short ways.</summary>
    public double? Latitude { get; set; }

    /// <summary>Where the library is, degrees east; null when not said.</summary>
    public double? Longitude { get; set; }

    /// <summary>Most items of other libraries that its shelves take in a semester; null when not said.</summary>
    public int? ShelfRoom { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Level of a general-education school (cấp học; groups as in the sector database's school code list).</summary>
public enum SchoolLevel : byte
{
    /// <summary>Preschool (Mầm non).</summary>
    Preschool = 1,

    /// <summary>Primary (Tiểu học).</summary>
    Primary = 2,

    /// <summary>Lower secondary (Trung học cơ sở).</summary>
    LowerSecondary = 3,

    /// <summary>Upper secondary (Trung học phổ thông).</summary>
    UpperSecondary = 4,

    /// <summary>Several levels in one school (phổ thông nhiều cấp).</summary>
    MultiLevel = 5,
}
