using System.Text.Json.Serialization;
using Platform.Model.Libraries;

namespace Platform.Reporting.Definitions;

/// <summary>A part of a report's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HeadingForm), "heading")]
[JsonDerivedType(typeof(ParagraphForm), "paragraph")]
[JsonDerivedType(typeof(NarrativeForm), "narrative")]
[JsonDerivedType(typeof(TableForm), "table")]
[JsonDerivedType(typeof(StandardForm), "standard")]
[JsonDerivedType(typeof(ChartForm), "chart")]
public abstract record SectionForm;

/// <summary>A heading.</summary>
/// <param name="Level">1 for roman-numbered parts in bold, 2 for numbered parts within, 3 for lettered ones in italics.</param>
/// <param name="Text">The heading.</param>
public sealed record HeadingForm(int Level, string Text) : SectionForm;

/// <summary>A fixed paragraph.</summary>
/// <param name="Text">The text; may hold the placeholders of <see cref="DocumentForm"/>.</param>
public sealed record ParagraphForm(string Text) : SectionForm;

/// <summary>A text that people write; dotted lines to fill by hand while it is empty.</summary>
/// <param name="Code">Name of the section within the form.</param>
/// <param name="Label">Words before the text; null for none.</param>
/// <param name="Lines">How many dotted lines an empty section prints.</param>
public sealed record NarrativeForm(string Code, string? Label, int Lines) : SectionForm;

/// <summary>The evaluation of the library by the standards of TT 16/2022, from figures of this report.</summary>
/// <param name="Code">Name of the table of criteria within the form.</param>
/// <param name="Inputs">Code of the table whose rows are the inputs.</param>
/// <param name="Standards">Names of the five standards.</param>
public sealed record StandardForm(string Code, string Inputs, IReadOnlyList<string> Standards) : SectionForm;

/// <summary>A chart of figures that stand in a table before it; only the document to print and sign shows it.</summary>
/// <param name="Table">Code of the table.</param>
/// <param name="Column">Code of its column; each row but totals is a bar.</param>
/// <param name="Caption">Words above the chart.</param>
public sealed record ChartForm(string Table, string Column, string Caption) : SectionForm;

/// <summary>A table of cells, or the same cells as lines of text.</summary>
public sealed record TableForm : SectionForm
{
    /// <summary>Name of the table within the form.</summary>
    public required string Code { get; init; }

    /// <summary>Words above the table; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>A grid, or one line of text a row.</summary>
    public TableLayout Layout { get; init; } = TableLayout.Grid;

    /// <summary>Facts that the whole table counts, by dimension.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Where { get; init; }

    /// <summary>Whether rows carry a running number (STT).</summary>
    public bool Numbered { get; init; }

    /// <summary>The columns of text before the figures; one heading for fixed rows.</summary>
    public IReadOnlyList<TextColumnForm> Texts { get; init; } = [];

    /// <summary>The columns of figures.</summary>
    public required IReadOnlyList<ColumnForm> Columns { get; init; }

    /// <summary>The fixed rows; empty when <see cref="Each"/> makes them.</summary>
    public IReadOnlyList<RowForm> Rows { get; init; } = [];

    /// <summary>Makes one row for each fact, day or entry found; null for fixed rows.</summary>
    public RowAxis? Each { get; init; }

    /// <summary>Label of the last row, which sums all rows that <see cref="Each"/> made; null for none.</summary>
    public string? Total { get; init; }
}

/// <summary>A column of text before the figures.</summary>
/// <param name="Head">Its heading.</param>
/// <param name="Of">What it shows for the rows that <see cref="TableForm.Each"/> makes; null for the label of fixed rows.</param>
/// <param name="Width">Its share of the width.</param>
public sealed record TextColumnForm(string Head, RowText? Of, double Width = 4);

/// <summary>A column of figures.</summary>
public sealed record ColumnForm
{
    /// <summary>Name of the column within the table.</summary>
    public required string Code { get; init; }

    /// <summary>The heading, from the widest merged one down.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Code of the metric; null when rows name it or the column sums others.</summary>
    public string? Metric { get; init; }

    /// <summary>Facts that the column counts, by dimension.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Where { get; init; }

    /// <summary>Columns whose cells it sums; null for a counted column.</summary>
    public IReadOnlyList<string>? SumOf { get; init; }

    /// <summary>Two columns whose cells it divides; null for a counted column.</summary>
    public RatioForm? Ratio { get; init; }

    /// <summary>Whether it counts the same period one year before.</summary>
    public bool YearBefore { get; init; }

    /// <summary>Its share of the width.</summary>
    public double Width { get; init; } = 2;
}

/// <summary>A fixed row.</summary>
public sealed record RowForm
{
    /// <summary>Name of the row within the table.</summary>
    public required string Code { get; init; }

    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>Code of the metric; null when columns name it or the row sums others.</summary>
    public string? Metric { get; init; }

    /// <summary>Codes of metrics by column, where columns of the row count different things.</summary>
    public IReadOnlyDictionary<string, string> Metrics { get; init; } = new Dictionary<string, string>();

    /// <summary>Two rows whose cells it divides; null for a counted row.</summary>
    public RatioForm? Ratio { get; init; }

    /// <summary>Facts that the row counts, by dimension.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Where { get; init; }

    /// <summary>Rows whose cells it sums; <c>*</c> for all counted rows before it; null for a counted row.</summary>
    public IReadOnlyList<string>? SumOf { get; init; }

    /// <summary>Levels of schools that have the row; every level when empty.</summary>
    public IReadOnlyList<SchoolLevel> Levels { get; init; } = [];

    /// <summary>Whether no fact at all means that nobody recorded it, rather than that there is none: the row then says "chưa ghi nhận".</summary>
    public bool NoneIsUnknown { get; init; }

    /// <summary>Adds the average of a week to the line.</summary>
    public bool PerWeek { get; init; }

    /// <summary>Shows, instead of figures, the columns with the greatest figures of another table's row.</summary>
    public RankingForm? Ranking { get; init; }
}

/// <summary>Which row to rank.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">Its row.</param>
/// <param name="Top">How many columns to name.</param>
public sealed record RankingForm(string Table, string Row, int Top);

/// <summary>A quotient of two cells.</summary>
/// <param name="Of">What is divided.</param>
/// <param name="Per">By what.</param>
/// <param name="Percent">Whether it is shown in percent with one decimal, otherwise with two decimals.</param>
public sealed record RatioForm(string Of, string Per, bool Percent = false);

/// <summary>How a table is laid out.</summary>
public enum TableLayout : byte
{
    /// <summary>A ruled table.</summary>
    Grid = 1,

    /// <summary>A line of text for each row.</summary>
    Lines = 2,
}

/// <summary>For what a table has a row each.</summary>
public enum RowAxis : byte
{
    /// <summary>Each fact: a copy, an activity.</summary>
    Fact = 1,

    /// <summary>Each school day on which something happened.</summary>
    Day = 2,

    /// <summary>Each entry of the register: one day's copies from one source.</summary>
    Entry = 3,

    /// <summary>Each publication of which copies are counted, in order of title.</summary>
    Title = 4,
}

/// <summary>What a column of text shows of the row's first fact.</summary>
public enum RowText : byte
{
    /// <summary>The day, 05/10/2026.</summary>
    Day = 1,

    /// <summary>The natural key, for example the registration number.</summary>
    Key = 2,

    /// <summary>The label.</summary>
    Label = 3,

    /// <summary>The source of the money in words.</summary>
    Funding = 4,

    /// <summary>The main author.</summary>
    Author = 5,

    /// <summary>The place of publication.</summary>
    Place = 6,

    /// <summary>The publisher.</summary>
    Publisher = 7,

    /// <summary>The year of publication.</summary>
    Year = 8,

    /// <summary>The call number, otherwise the Dewey number.</summary>
    CallNumber = 9,

    /// <summary>When and why the copy left the stock, as far as it did by the period's end.</summary>
    Withdrawal = 10,

    /// <summary>Empty, to be filled by hand.</summary>
    Blank = 11,

    /// <summary>The family of the activity in words.</summary>
    Activity = 12,

    /// <summary>A number of the reader within the register, never a name: <c>GV 03</c>.</summary>
    Reader = 13,

    /// <summary>The class in which a pupil was when it borrowed; the grade where no class is recorded.</summary>
    ClassName = 14,

    /// <summary>How often a newspaper or magazine appears (MARC 310).</summary>
    Frequency = 15,

    /// <summary>By what an asset is counted.</summary>
    Unit = 16,

    /// <summary>The library that gave a copy to another one.</summary>
    Giver = 30,

    /// <summary>The library that got a copy of another one.</summary>
    Getter = 31,

    /// <summary>What kind of copy or e-resource it is, in words.</summary>
    ItemKind = 32,

    /// <summary>Last day of a loan between libraries.</summary>
    DueDay = 33,

    /// <summary>Day on which a copy came home, as far as it did by the period's end.</summary>
    HomeDay = 34,

    /// <summary>Whether a copy is home, out, overdue or lost at the period's end; the state of an asset.</summary>
    Condition = 35,

    /// <summary>What people noted.</summary>
    Remark = 36,

    /// <summary>The school subject of an e-resource.</summary>
    SchoolSubject = 37,

    /// <summary>The grades of an e-resource.</summary>
    Grades = 38,

    /// <summary>What makes an e-resource fit for contribution: minutes or a taught lesson.</summary>
    Evidence = 39,

    /// <summary>The formats of its files.</summary>
    FileFormat = 40,

    /// <summary>The level at which it is shared.</summary>
    Level = 41,

    /// <summary>Its licence.</summary>
    Licence = 42,

    /// <summary>What became of a copy that left the stock: destroyed, given, sold, transferred.</summary>
    Handling = 43,
}
