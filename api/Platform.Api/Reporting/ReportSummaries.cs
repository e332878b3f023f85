using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Reporting;
using Platform.Reporting.Snapshots;
using Platform.Reporting.Summaries;

namespace Platform.Api.Reporting;

/// <summary><c>reportSummary</c>: a form of a commune, a department or a group, summed from the accepted reports below it.</summary>
internal static class ReportSummaries
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var part = new RecordGraph<SummaryPartView>(kinds, "ReportSummaryPart").With(p => p.Code).With(p => p.Name).With(p => p.Value).With(p => p.Cell)
            .With(GraphKind.Of<IdGraphType>(), "reportRunId", "Global id of the school's report, where the cell opens to its rows; null for a body, whose own summary is asked for by its code.", p => p.RunId is { } run ? GlobalId.Of(nameof(ReportRun), run) : null);
        var cell = new RecordGraph<SummaryCellView>(kinds, "ReportSummaryCell").With(c => c.Number).With(c => c.Column).With(c => c.Value).With(c => c.Unit).With(c => c.Decimals).With(c => c.Printed).With(ListOf(part), c => c.Parts);
        var row = new RecordGraph<SummaryRowView>(kinds, "ReportSummaryRow").With(r => r.Code).With(r => r.Label).With(r => r.IsTotal).With(ListOf(cell), r => r.Cells).With(r => r.Withheld);
        var table = new RecordGraph<SummaryTableView>(kinds, "ReportSummaryTable").With(t => t.Code).With(t => t.Caption).With(ListOf(row), t => t.Rows);
        var answer = new RecordGraph<SummaryView>(kinds, "ReportSummary").With(s => s.Name).With(s => s.Hash).With(s => s.Reported).With(s => s.Expected).With(s => s.Missing).With(ListOf(table), s => s.Tables);
        var field = GraphKind.Of(answer).Field(
            "reportSummary",
            "A form of a managing body or a group: each figure is the sum of the accepted reports below it and opens to them. The same reports give the same hash. Null where there is no such body, group or form at its level, or the caller may not read the reports of every school below. Figures about readers are left out for callers to whom the reports were not sent.");
        field.Arguments = new QueryArguments(
            GraphKind.Of<StringGraphType>().Required().Argument("report", "Code of the form, for example R-03."),
            GraphKind.Of<StringGraphType>().Required().Argument("period", "Code of the period, for example 2025-2026-CN."),
            GraphKind.Of<StringGraphType>().Argument("organisation", "Code of the managing body."),
            GraphKind.Of<StringGraphType>().Argument("group", "Code of the group, when no body is named."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context));
        query.AddField(field.Requires(Permission.ReadReports));
    }

    private static async Task<SummaryView?> ReadAsync(IResolveFieldContext context)
    {
        var services = context.RequestServices!; // the runner always gives services
        var (db, desk, form) = (services.GetRequiredService<LibraryDb>(), services.GetRequiredService<SummaryDesk>(), context.GetArgument<string>("report"));
        if (!ReportPeriod.TryParse(context.GetArgument<string>("period"), out var period))
            return null;
        var summary = context.GetArgument<string?>("organisation") is { } organisation ? await desk.OfBodyAsync(db, organisation, form, period, context.CancellationToken)
            : context.GetArgument<string?>("group") is { } group ? await desk.OfGroupAsync(db, group, form, period, context.CancellationToken)
            : null;
        return summary is null ? null : SummaryView.Of(summary, Disclosure.Of(summary, db.Scope));
    }

    private static GraphKind ListOf<T>(RecordGraph<T> type) => GraphKind.Of(type).Required().List().Required();
}

/// <summary>A form summed from the accepted reports below a body or of a group's members.</summary>
/// <param name="Name">The body or group.</param>
/// <param name="Hash">SHA-256 of the summary, hexadecimal: it follows from the reports that were summed.</param>
/// <param name="Reported">How many schools have an accepted report.</param>
/// <param name="Expected">How many schools are below.</param>
/// <param name="Missing">Codes of the schools that have none: they are not in the figures.</param>
/// <param name="Tables">The tables.</param>
internal sealed record SummaryView(string Name, string Hash, int Reported, int Expected, IReadOnlyList<string> Missing, IReadOnlyList<SummaryTableView> Tables)
{
    public static SummaryView Of(SummaryReport summary, Disclosure disclosure) => new(
        summary.Content.Document.Library.Name, summary.Content.Hash, summary.Below.Sum(b => b.Reported), summary.Below.Sum(b => b.Expected),
        [.. summary.Below.SelectMany(b => b.Missing).Select(m => m.Code)],
        [.. summary.Content.Document.Tables.Select(t => new SummaryTableView(t.Code, t.Caption, [.. t.Rows.Select(r => RowOf(summary, disclosure, t, r))]))]);

    private static SummaryRowView RowOf(SummaryReport summary, Disclosure disclosure, TableSection table, TableRow row)
    {
        var figures = row.Cells.Zip(table.Columns, (cell, column) => (Cell: cell, column.Code)).ToLookup(figure => disclosure.Shows(summary.Content.Document, figure.Cell));
        return new SummaryRowView(row.Code, row.Label, row.IsTotal, [.. figures[true].Select(figure => CellOf(summary, figure.Code, figure.Cell))], [.. figures[false].Select(figure => figure.Code)]);
    }

    private static SummaryCellView CellOf(SummaryReport summary, string column, FrozenCell cell) => new(
        cell.Id, column, cell.Value, cell.Unit, cell.Ratio?.Decimals ?? 0, VietnameseFormat.Figure(cell),
        [.. summary.Parts.GetValueOrDefault(cell.Id, []).Select(p => new SummaryPartView(p.Of.Code, p.Of.Name, p.Value, p.Cell, p.Of.RunId))]);
}

/// <summary>A table of a summary.</summary>
/// <param name="Code">Name of the table within the form.</param>
/// <param name="Caption">Words above the table.</param>
/// <param name="Rows">The rows.</param>
internal sealed record SummaryTableView(string Code, string? Caption, IReadOnlyList<SummaryRowView> Rows);

/// <summary>A row of a summary: of the form, or one school or body where the form has a row for each thing.</summary>
/// <param name="Code">Name of the row within the table.</param>
/// <param name="Label">What the row is.</param>
/// <param name="IsTotal">Whether it sums other rows.</param>
/// <param name="Cells">The figures, one for each column. Figures about readers are left out for callers outside the schools to whom the reports were not sent.</param>
/// <param name="Withheld">Codes of the columns whose figures were left out.</param>
internal sealed record SummaryRowView(string Code, string Label, bool IsTotal, IReadOnlyList<SummaryCellView> Cells, IReadOnlyList<string> Withheld);

/// <summary>A figure of a summary.</summary>
/// <param name="Number">Number of the cell in the summary, from 0.</param>
/// <param name="Column">Code of its column.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">The unit of the value; null when parts differ.</param>
/// <param name="Decimals">How many of the value's last digits are decimals: 0 for counts, 1 or 2 for quotients.</param>
/// <param name="Printed">The figure as it stands on paper.</param>
/// <param name="Parts">The figures below that it sums; empty for totals and quotients of the summary itself.</param>
internal sealed record SummaryCellView(int Number, string Column, long Value, string? Unit, int Decimals, string Printed, IReadOnlyList<SummaryPartView> Parts);

/// <summary>A figure below a summary's figure.</summary>
/// <param name="Code">Code of the school or body.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it reported.</param>
/// <param name="Cell">Number of the cell in its report; null where several cells stand for it.</param>
/// <param name="RunId">Key of the school's report; null for a body.</param>
internal sealed record SummaryPartView(string Code, string Name, long Value, int? Cell, long? RunId);
