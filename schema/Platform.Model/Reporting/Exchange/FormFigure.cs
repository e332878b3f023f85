using Platform.Model.Libraries;

namespace Platform.Model.Reporting.Exchange;

/// <summary>
/// A figure that a school enters for a row of a ministry form that the library cannot count, for example row 111, "Nhân viên thư viện,
/// thiết bị", or 123, "Thư viện", of 02-TH-ĐN.
/// </summary>
public sealed class FormFigure : IVersioned, IFeedSubject, ILibraryOwned
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The school's library.</summary>
    public required long LibraryId { get; init; }

    /// <summary>Code of the period that it describes, for example <c>2026-2027-DN</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Symbol of the form, for example <c>02-TH-ĐN</c>.</summary>
    public required string Form { get; init; }

    /// <summary>Code of the row (Mã số), for example <c>111</c>.</summary>
    public required string Row { get; init; }

    /// <summary>Code of the column, as <c>schema/ministry/forms</c> names it.</summary>
    public required string Column { get; init; }

    /// <summary>The figure.</summary>
    public required int Value { get; set; }

    /// <summary>The school's library.</summary>
    public Library Library { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}
