using System.Text.Json.Serialization;
using Platform.Model.Reporting;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;

namespace Platform.Reporting.Snapshots;

/// <summary>
/// A frozen report: every figure, text and heading that any rendering shows. It refers to its facts by position; the facts themselves
/// stand in the snapshot's chunks. Its canonical form is what the snapshot's hash is taken of.
/// </summary>
public sealed record ReportDocument
{
    /// <summary>Version of this structure.</summary>
    public required int Format { get; init; }

    /// <summary>The form.</summary>
    public required FrozenDefinition Definition { get; init; }

    /// <summary>The library that reports.</summary>
    public required FrozenLibrary Library { get; init; }

    /// <summary>The period.</summary>
    public required ReportPeriod Period { get; init; }

    /// <summary>Head and foot of the official document.</summary>
    public required Letterhead Letterhead { get; init; }

    /// <summary>The body, in order.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The metrics behind the figures, in the versions that were used.</summary>
    public required IReadOnlyList<FrozenMetric> Metrics { get; init; }

    /// <summary>The facts behind the figures.</summary>
    public required FactsSeal Facts { get; init; }

    /// <summary>Hash of the version that this one corrects: the versions are a chain. Absent from the first.</summary>
    public string? Previous { get; init; }

    /// <summary>The tables of the body.</summary>
    [JsonIgnore]
    public IEnumerable<TableSection> Tables => Sections.OfType<TableSection>();

    /// <summary>Every cell, in order of its number.</summary>
    [JsonIgnore]
    public IEnumerable<FrozenCell> Cells => Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).OrderBy(c => c.Id);
}

/// <summary>The form that a report was made by.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Confirmed">Whether the source was read in full.</param>
public sealed record FrozenDefinition(string Code, int Version, string Name, string Source, bool Confirmed)
{
    /// <summary>True for a register whose rows are single readers' doings: it stays at the school. Absent otherwise.</summary>
    public bool? KeptAtSchool { get; init; }
}

/// <summary>The reporting library as it was called when the period closed.</summary>
/// <param name="Code">The school's code.</param>
/// <param name="Name">The school's name.</param>
/// <param name="Level">The school's level.</param>
public sealed record FrozenLibrary(string Code, string Name, string Level);

/// <summary>A metric as it was defined when the period closed.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Wording">What exactly it counts.</param>
/// <param name="LegalBasis">Where the definition comes from.</param>
/// <param name="Confirmed">Whether that source was read in full.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Entity">Name of the entity behind each fact.</param>
/// <param name="Measure">Which number of a fact it sums.</param>
public sealed record FrozenMetric(string Code, int Version, string Name, string Wording, string LegalBasis, bool Confirmed, string Unit, string Entity, Measure Measure);

/// <summary>The facts that belong to a document: each is stored once, however many cells count it.</summary>
/// <param name="Count">How many facts.</param>
/// <param name="Chunks">In how many chunks.</param>
/// <param name="Subjects">How many things they are about.</param>
/// <param name="SubjectChunks">In how many chunks.</param>
/// <param name="Root">Root of the Merkle tree over the hashes of the chunks of facts and then of subjects.</param>
public sealed record FactsSeal(long Count, int Chunks, int Subjects, int SubjectChunks, string Root);

/// <summary>What NĐ 30/2020/NĐ-CP asks for around the body.</summary>
public sealed record Letterhead
{
    /// <summary>The body above the school (cơ quan chủ quản) at the period's end; null when none is known.</summary>
    public string? Parent { get; init; }

    /// <summary>The school (cơ quan ban hành).</summary>
    public required string Issuer { get; init; }

    /// <summary>Ending of the document number, for example <c>BC-THTT</c>; null for documents without a number.</summary>
    public string? NumberEnding { get; init; }

    /// <summary>The place before the date; null leaves it to be written by hand.</summary>
    public string? Place { get; init; }

    /// <summary>The year of the day after the period, the earliest in which the document can be signed.</summary>
    public required int Year { get; init; }

    /// <summary>Name of the kind of document.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Legal grounds.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>Whether pages lie across.</summary>
    public bool Landscape { get; init; }

    /// <summary>Address at which the report is verified; its hash follows. Null where none was configured when it was closed.</summary>
    public string? VerifyAt { get; init; }

    /// <summary>The signature blocks.</summary>
    public required IReadOnlyList<SignatureBlock> Signatures { get; init; }

    /// <summary>The recipients.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}

/// <summary>A signature block.</summary>
/// <param name="Title">The position.</param>
/// <param name="Name">The name under it; null when it is written by hand.</param>
public sealed record SignatureBlock(string Title, string? Name);

/// <summary>A part of a frozen report's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HeadingSection), "heading")]
[JsonDerivedType(typeof(ParagraphSection), "paragraph")]
[JsonDerivedType(typeof(NarrativeSection), "narrative")]
[JsonDerivedType(typeof(TableSection), "table")]
[JsonDerivedType(typeof(ChartSection), "chart")]
public abstract record Section;

/// <summary>A heading.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Text">The heading.</param>
public sealed record HeadingSection(int Level, string Text) : Section;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text.</param>
public sealed record ParagraphSection(string Text) : Section;

/// <summary>A text that people write.</summary>
/// <param name="Code">Name of the section within the form.</param>
/// <param name="Label">Words before the text.</param>
/// <param name="Text">The text; null while nobody wrote one.</param>
/// <param name="Lines">How many dotted lines an empty section prints.</param>
public sealed record NarrativeSection(string Code, string? Label, string? Text, int Lines) : Section;

/// <summary>A chart of figures of a table.</summary>
/// <param name="Table">Code of the table.</param>
/// <param name="Column">Code of its column.</param>
/// <param name="Caption">Words above the chart.</param>
public sealed record ChartSection(string Table, string Column, string Caption) : Section;

/// <summary>A table of figures.</summary>
public sealed record TableSection : Section
{
    /// <summary>Name of the table within the form.</summary>
    public required string Code { get; init; }

    /// <summary>Words above the table.</summary>
    public string? Caption { get; init; }

    /// <summary>A grid, or a line of text for each row.</summary>
    public required TableLayout Layout { get; init; }

    /// <summary>Headings of the text columns before the figures.</summary>
    public required IReadOnlyList<TextColumn> Texts { get; init; }

    /// <summary>The columns of figures.</summary>
    public required IReadOnlyList<FigureColumn> Columns { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }
}

/// <summary>A column of text.</summary>
/// <param name="Head">Its heading.</param>
/// <param name="Width">Its share of the width.</param>
/// <param name="Centred">Whether its texts stand in the middle.</param>
public sealed record TextColumn(string Head, double Width, bool Centred);

/// <summary>A column of figures.</summary>
/// <param name="Code">Name of the column within the table.</param>
/// <param name="Heads">The heading, from the widest merged one down.</param>
/// <param name="Width">Its share of the width.</param>
public sealed record FigureColumn(string Code, IReadOnlyList<string> Heads, double Width);

/// <summary>A row of a table.</summary>
/// <param name="Code">Name of the row within the table.</param>
/// <param name="Label">What the row is.</param>
/// <param name="Texts">The texts before the figures, one for each text column.</param>
/// <param name="IsTotal">Whether it sums other rows.</param>
/// <param name="Note">Words after the figures of a line; null for none.</param>
/// <param name="Cells">The figures, one for each column; empty for a line of words.</param>
public sealed record TableRow(string Code, string Label, IReadOnlyList<string> Texts, bool IsTotal, string? Note, IReadOnlyList<FrozenCell> Cells);

/// <summary>A figure. Its value is the sum of its contributors' amounts, or the quotient of two such figures.</summary>
public sealed record FrozenCell
{
    /// <summary>Number of the cell in the report, from 0.</summary>
    public required int Id { get; init; }

    /// <summary>The value; of a quotient its digits without the decimal comma, see <see cref="Ratio"/>.</summary>
    public required long Value { get; init; }

    /// <summary>The metric that was counted; null for a sum over different metrics.</summary>
    public string? Metric { get; init; }

    /// <summary>The unit of the value; null when parts differ.</summary>
    public string? Unit { get; init; }

    /// <summary>What was counted, by dimension; null for a sum.</summary>
    public IReadOnlyList<DimensionChoice>? Where { get; init; }

    /// <summary>Where its contributors stand among the snapshot's facts; null for a sum and for a quotient.</summary>
    public IReadOnlyList<FactRange>? Facts { get; init; }

    /// <summary>Numbers of the cells that are summed; null for a counted cell.</summary>
    public IReadOnlyList<int>? Parts { get; init; }

    /// <summary>The two cells that are divided; null for a cell with contributors.</summary>
    public FrozenRatio? Ratio { get; init; }
}

/// <summary>A stretch of a snapshot's facts.</summary>
/// <param name="First">Position of the first one.</param>
/// <param name="Count">How many.</param>
public sealed record FactRange(long First, int Count);

/// <summary>A quotient of two cells.</summary>
/// <param name="Of">Number of the divided cell.</param>
/// <param name="Per">Number of the cell by which it is divided.</param>
/// <param name="Decimals">How many of the value's last digits are decimals.</param>
/// <param name="Percent">Whether it is in percent.</param>
/// <param name="Absent">Whether the divisor is 0, so that there is no quotient.</param>
public sealed record FrozenRatio(int Of, int Per, int Decimals, bool Percent, bool Absent)
{
    /// <summary>The quotient with its decimals, rounded with halves away from zero.</summary>
    public static FrozenRatio Divide(int of, int per, long dividend, long divisor, bool percent, out long value)
    {
        var decimals = percent ? 1 : 2;
        var factor = percent ? 1000m : 100m;
        value = divisor is 0 ? 0 : (long)Math.Round(dividend * factor / divisor, MidpointRounding.AwayFromZero);
        return new FrozenRatio(of, per, decimals, percent, divisor is 0);
    }
}
