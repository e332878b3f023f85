using Platform.Model.Reporting;
using Platform.Model.Sharing;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Definitions;

/// <summary>A report form as versioned data: what it is called, which period it covers, which metrics stand where.</summary>
public sealed record ReportDefinition
{
    /// <summary>The form's code, for example <c>R-01</c>; stable across versions.</summary>
    public required string Code { get; init; }

    /// <summary>Version, from 1. A frozen report keeps the version it was made by.</summary>
    public required int Version { get; init; }

    /// <summary>The form's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the form is for, in English.</summary>
    public required string Purpose { get; init; }

    /// <summary>The kinds of period that the form covers; a schedule uses the first.</summary>
    public required IReadOnlyList<PeriodKind> Periods { get; init; }

    /// <summary>First day of periods that may be reported by this version.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day of periods that may be reported by this version; null while it holds.</summary>
    public DateOnly? EffectiveUntil { get; init; }

    /// <summary>Where the form comes from: the clause or the document it was seen in.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the source was read in full; otherwise the report prints "chưa xác nhận".</summary>
    public bool Confirmed { get; init; } = true;

    /// <summary>When the report is due; null where no deadline is known.</summary>
    public DeadlineForm? Deadline { get; init; }

    /// <summary>At which levels the form is made; above the school each figure is the sum of those below.</summary>
    public IReadOnlyList<ReportLevel> Levels { get; init; } = [ReportLevel.School, ReportLevel.Group, ReportLevel.Commune, ReportLevel.Department];

    /// <summary>The lists of the group's members on which the report rests: the hub sends it only after it acknowledged them.</summary>
    public IReadOnlyList<SemesterListKind> RestsOnLists { get; init; } = [];

    /// <summary>Whether it is a register with a row for each doing of a reader, which stays at the school: others see its totals only, nobody receives it.</summary>
    public bool KeptAtSchool { get; init; }

    /// <summary>How the document is headed and signed.</summary>
    public required DocumentForm Document { get; init; }

    /// <summary>The body, in order.</summary>
    public required IReadOnlyList<SectionForm> Sections { get; init; }

    /// <summary>The tables of the body, in order.</summary>
    public IEnumerable<TableForm> Tables => Sections.OfType<TableForm>();

    /// <summary>Codes of the metrics that the tables name.</summary>
    public IEnumerable<string> MetricCodes => Tables
        .SelectMany(t => t.Columns.Select(c => c.Metric).Concat(t.Rows.Select(r => r.Metric)).Concat(t.Rows.SelectMany(r => r.Metrics.Values)))
        .OfType<string>().Distinct();

    /// <summary>The form as frozen reports name it.</summary>
    internal FrozenDefinition Freeze() => new(Code, Version, Name, Source, Confirmed) { KeptAtSchool = KeptAtSchool ? true : null };

    /// <summary>Whether the version holds on the day.</summary>
    public bool HoldsOn(DateOnly day) => EffectiveFrom <= day && (EffectiveUntil is null || day <= EffectiveUntil);
}

/// <summary>How a report is headed and signed. Texts may hold <c>{month}</c>, <c>{year}</c>, <c>{schoolYear}</c>, <c>{from}</c>, <c>{until}</c>.</summary>
public sealed record DocumentForm
{
    /// <summary>Name of the kind of document (tên loại), for example <c>BÁO CÁO</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about (trích yếu).</summary>
    public required string Subject { get; init; }

    /// <summary>Abbreviation in the document number (NĐ 30/2020): BC report, BB minutes; null for registers, which have no number.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>Legal grounds printed before the body (căn cứ).</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>Whether pages lie across: for wide tables.</summary>
    public bool Landscape { get; init; }

    /// <summary>Who signs, from left to right.</summary>
    public required IReadOnlyList<SignatureForm> Signatures { get; init; }

    /// <summary>Who receives the document (nơi nhận); empty for registers.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}

/// <summary>When a report is due.</summary>
/// <param name="Days">How many days after the period's last day.</param>
/// <param name="Source">Where the deadline comes from.</param>
/// <param name="Confirmed">Whether that source was read in full.</param>
public sealed record DeadlineForm(int Days, string Source, bool Confirmed = true);

/// <summary>A signature block.</summary>
/// <param name="Title">Position, in capitals.</param>
/// <param name="Signer">Whose name stands under it.</param>
public sealed record SignatureForm(string Title, Signer Signer);

/// <summary>Whose name is printed under a signature.</summary>
public enum Signer : byte
{
    /// <summary>The head of the school.</summary>
    Principal = 1,

    /// <summary>The librarian.</summary>
    Librarian = 2,

    /// <summary>Written by hand.</summary>
    ByHand = 3,
}

/// <summary>A level at which a report is made.</summary>
public enum ReportLevel : byte
{
    /// <summary>A school, from its own rows.</summary>
    School = 1,

    /// <summary>A group of libraries, from the reports of its members.</summary>
    Group = 2,

    /// <summary>A commune, from the reports of its schools.</summary>
    Commune = 3,

    /// <summary>A provincial department of education, from the reports of its schools and communes.</summary>
    Department = 4,
}
