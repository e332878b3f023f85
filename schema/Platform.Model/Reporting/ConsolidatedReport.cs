using Platform.Model.Libraries;

namespace Platform.Model.Reporting;

/// <summary>
/// What a managing body sends up for a form and a period (báo cáo tổng hợp của xã, phường, Sở): the accepted reports of the schools and bodies
/// below it, named by their hashes. It can be sent only when every one of them is accepted, and they cannot be opened again while it stands.
/// </summary>
public sealed class ConsolidatedReport : IVersioned, IFeedSubject
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The body that reports.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>Code of the report definition.</summary>
    public required string DefinitionCode { get; init; }

    /// <summary>The period's code.</summary>
    public required string Period { get; init; }

    /// <summary>Last day of the period: it says which schools and bodies were below it.</summary>
    public required DateOnly LastOn { get; init; }

    /// <summary>Where it stands on its way to the body above.</summary>
    public SubmissionState State { get; set; } = SubmissionState.Draft;

    /// <summary>
    /// SHA-256, hexadecimal, over the list sent last: its lines in order, and the hash of the list sent before. Null until it is sent.
    /// </summary>
    public string? Hash { get; set; }

    /// <summary>The steps of its way, oldest first.</summary>
    public ICollection<ConsolidationStep> Steps { get; init; } = [];

    /// <summary>The body that reports.</summary>
    public Organisation Organisation { get; init; } = null!;

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>One step of a consolidated report's way. Written once and never changed.</summary>
public sealed class ConsolidationStep
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The consolidated report.</summary>
    public long ReportId { get; init; }

    /// <summary>What was done.</summary>
    public required SubmissionAction Action { get; init; }

    /// <summary>The state that followed.</summary>
    public required SubmissionState State { get; init; }

    /// <summary>The message; null where none was needed.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// What was sent: a line for each report below, of the code of the school or body, a blank, and the report's hash; null for steps that
    /// send nothing.
    /// </summary>
    public string? Lines { get; init; }

    /// <summary>The hash of what was sent; null for steps that send nothing.</summary>
    public string? Hash { get; init; }

    /// <summary>The account, client or job that did it, never a person's name.</summary>
    public required string Actor { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The consolidated report.</summary>
    public ConsolidatedReport Report { get; init; } = null!;
}
