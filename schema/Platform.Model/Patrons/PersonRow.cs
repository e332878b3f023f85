namespace Platform.Model.Patrons;

/// <summary>One person of a Ministry export, as far as a library may keep it: no parents' telephones, no addresses.</summary>
public sealed record PersonRow
{
    /// <summary>Number of the row in the sheet, as the user sees it.</summary>
    public required int RowNumber { get; init; }

    /// <summary>The Ministry's code (mã học sinh, mã giáo viên); null for a pupil who has none yet.</summary>
    public string? MinistryCode { get; init; }

    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Day of birth; null when not given.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>Pupil or teacher or other staff.</summary>
    public required PatronCategory Category { get; init; }

    /// <summary>Name of a pupil's class; null for adults.</summary>
    public string? ClassName { get; init; }

    /// <summary>Grade of a pupil's class; null when unknown and for adults.</summary>
    public int? Grade { get; init; }

    /// <summary>Day from which the person is no longer at the school; null while it is.</summary>
    public DateOnly? LeftOn { get; init; }
}

/// <summary>A fault of an imported file, named by sheet, row and column.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Sheet">The sheet; null when it is about the file.</param>
/// <param name="Row">The row as the user sees it; null when it is about the sheet.</param>
/// <param name="Column">The column's letters and heading; null when it is about the row.</param>
/// <param name="Value">The value found, or the heading that is missing.</param>
/// <param name="IsBlocking">Whether the import cannot be confirmed with it.</param>
public sealed record ImportProblem(ImportFault Code, string? Sheet, int? Row, string? Column, string? Value, bool IsBlocking);

/// <summary>What can be wrong with an imported file.</summary>
public enum ImportFault
{
    /// <summary>The file is no XLSX workbook.</summary>
    NotAWorkbook = 1,

    /// <summary>No sheet has the headings of a pupil or staff export.</summary>
    HeaderNotFound = 2,

    /// <summary>A column that is needed is missing.</summary>
    ColumnMissing = 3,

    /// <summary>A value that is needed is missing.</summary>
    ValueMissing = 4,

    /// <summary>A value cannot be read as a date.</summary>
    NotADate = 5,

    /// <summary>The same code stands in another row.</summary>
    CodeRepeated = 6,

    /// <summary>The class does not exist in the school year; it can be created.</summary>
    ClassUnknown = 7,

    /// <summary>A value is longer than can be kept.</summary>
    TooLong = 8,

    /// <summary>The state of the pupil is none of the Ministry's list; the person is taken as present.</summary>
    StateUnknown = 9,
}
