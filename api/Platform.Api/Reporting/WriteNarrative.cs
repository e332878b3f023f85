using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;

namespace Platform.Api.Reporting;

/// <summary>Saves a text that people write in a report as a new version. It goes into the report when the period is closed or the report is corrected.</summary>
[Requires(Permission.EditReports)]
internal sealed class WriteNarrative(LibraryDb db, DefinitionCatalogue catalogue, TimeProvider clock) : IMutation<WriteNarrativeInput, WriteNarrativePayload>
{
    public async Task<WriteNarrativePayload> RunAsync(WriteNarrativeInput input, CancellationToken cancellationToken)
    {
        if (!db.Scope.May(Permission.EditReports, input.LibraryId.Key))
            return new WriteNarrativePayload { Errors = [NotPermitted.ForLibrary] };
        if (FaultOf(input) is { } fault)
            return new WriteNarrativePayload { Errors = [fault] };
        var last = await db.ReportNarratives
            .Where(n => n.LibraryId == input.LibraryId.Key && n.DefinitionCode == input.Report && n.Period == input.Period && n.Section == input.Section)
            .MaxAsync(n => (int?)n.Number, cancellationToken) ?? 0;
        if (input.After is { } after && after != last)
            return new WriteNarrativePayload { Errors = [StaleVersion.Now] };
        var narrative = new ReportNarrative
        {
            LibraryId = input.LibraryId.Key,
            DefinitionCode = input.Report,
            Period = input.Period,
            Section = input.Section,
            Number = last + 1,
            Text = input.Text.Normalize().Trim(),
            Author = db.Scope.Actor,
            WrittenAt = clock.GetUtcNow(),
        };
        db.ReportNarratives.Add(narrative);
        await db.SaveChangesAsync(cancellationToken);
        return new WriteNarrativePayload { Narrative = narrative.Id };
    }

    private InvalidInput? FaultOf(WriteNarrativeInput input)
    {
        if (!ReportPeriod.TryParse(input.Period, out var period))
            return new InvalidInput("period", $"'{input.Period}' không phải mã kỳ báo cáo.", $"'{input.Period}' is no period.");
        if (catalogue.Find(input.Report, period.LastOn) is not { } definition)
            return new InvalidInput("report", $"Không có mẫu '{input.Report}' trong kỳ.", $"There is no report '{input.Report}' for the period.");
        if (definition.Sections.OfType<NarrativeForm>().All(n => n.Code != input.Section))
            return new InvalidInput("section", $"Mẫu '{input.Report}' không có phần '{input.Section}'.", $"Report '{input.Report}' has no section '{input.Section}'.");
        return input.Text.Length > ReportingTables.NarrativeLength
            ? new InvalidInput("text", $"Nội dung dài quá {ReportingTables.NarrativeLength} ký tự.", $"The text has more than {ReportingTables.NarrativeLength} characters.")
            : null;
    }
}

/// <summary>The text and its place.</summary>
internal sealed record WriteNarrativeInput : MutationInput
{
    /// <summary>The library that reports.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>Code of the report definition, for example R-02.</summary>
    public required string Report { get; init; }

    /// <summary>Code of the period.</summary>
    public required string Period { get; init; }

    /// <summary>Name of the section, from reportDefinitions.</summary>
    public required string Section { get; init; }

    /// <summary>The text; empty to leave the section to be written by hand.</summary>
    public required string Text { get; init; }

    /// <summary>Number of the version that was read before writing, 0 for none: a later one of somebody else is then not overwritten. Null to write in any case.</summary>
    public int? After { get; init; }
}

/// <summary>The text as it was saved.</summary>
internal sealed record WriteNarrativePayload : Payload
{
    /// <summary>The new version.</summary>
    public Ref<ReportNarrative>? Narrative { get; init; }
}
