using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Api.Transport;

namespace Platform.Api.Reporting;

/// <summary>The GraphQL types of a frozen report's content: tables, rows, cells, and the contributors behind each cell.</summary>
internal sealed class ReportGraphs
{
    public ReportGraphs(ValueKinds kinds, ObjectGraphType pageInfo)
    {
        var cell = new RecordGraph<ReportCell>(kinds).With(c => c.Number).With(c => c.Column).With(c => c.Value).With(c => c.Metric).With(c => c.Unit).With(c => c.Decimals).With(c => c.Printed);
        cell.AddField(Contributors(ConnectionOf(kinds, pageInfo)));
        var column = new RecordGraph<ReportColumn>(kinds).With(c => c.Code).With(c => c.Heads);
        var row = new RecordGraph<ReportRow>(kinds).With(r => r.Code).With(r => r.Label).With(r => r.Texts).With(r => r.IsTotal).With(r => r.Note)
            .With(ListOf(cell), r => r.Cells).With(r => r.Withheld);
        var table = new RecordGraph<ReportTable>(kinds).With(t => t.Code).With(t => t.Caption).With(ListOf(column), t => t.Columns).With(ListOf(row), t => t.Rows);
        Tables = ListOf(table);
        Changes = ListOf(new RecordGraph<ReportChange>(kinds).With(c => c.Table).With(c => c.Row).With(c => c.Label).With(c => c.Column).With(c => c.Before).With(c => c.After));
        Count = kinds.Of(typeof(int));
    }

    /// <summary>Figures that a correction changed.</summary>
    public GraphKind Changes { get; }

    /// <summary>A number of things.</summary>
    public GraphKind Count { get; }

    /// <summary>The tables of a report.</summary>
    public GraphKind Tables { get; }

    private static GraphKind ListOf(IGraphType type) => GraphKind.Of(type).Required().List().Required();

    private static FieldType Contributors(IGraphType connection)
    {
        var field = GraphKind.Of(connection).Required().Field("contributors", "The rows that were counted, as they were when the period closed; their amounts add up to the value. Rows about readers open in their school only.").IsStructure();
        field.Arguments = new QueryArguments(
            GraphKind.Of<IntGraphType>().Argument("first", $"How many rows from the beginning, or after the cursor; at most {PageRequest.MostRows}, {PageRequest.DefaultSize} when nothing is said."),
            GraphKind.Of<StringGraphType>().Argument("after", "Begin after the row of this cursor."));
        field.ValidateArguments = context =>
        {
            var first = context.GetArgument<int?>("first");
            var after = context.GetArgument<string?>("after");
            var problem = first is < 0 or > PageRequest.MostRows ? Problems.PageArguments($"'first' is {first}; a page has 0 to {PageRequest.MostRows} rows.", $"'first' là {first}; mỗi trang có từ 0 đến {PageRequest.MostRows} dòng.")
                : after is not null && ContributorPageRead.SkipOf(after) is null ? Problems.BadCursor("after", after)
                : null;
            if (problem is not null)
                context.ReportError(new RequestError(problem, context.FieldAst));
            return ValueTask.CompletedTask;
        };
        field.Resolver = new FuncFieldResolver<object>(context => context.RequestServices!.GetRequiredService<ContributorPages>().Of( // the runner always gives services
            (ReportCell)context.Source!, // the type's own source
            context.GetArgument<int?>("first") ?? PageRequest.DefaultSize,
            context.GetArgument<string?>("after") is { } after ? ContributorPageRead.SkipOf(after) ?? 0 : 0));
        return field;
    }

    private static RecordGraph<ContributorPageRead> ConnectionOf(ValueKinds kinds, ObjectGraphType pageInfo)
    {
        var node = new RecordGraph<Contributor>(kinds, "ReportContributor").With(GraphKind.Of<IdGraphType>(), c => c.SubjectId).With(c => c.On).With(c => c.Amount).With(c => c.Key).With(c => c.Label);
        var edge = new RecordGraph<ContributorEdge>(kinds, "ReportContributorEdge").With(e => e.Cursor).With(GraphKind.Of(node).Required(), e => e.Node);
        var connection = new RecordGraph<ContributorPageRead>(kinds, "ReportContributorConnection")
            .With(ListOf(edge), "edges", "The rows of the page, each with its cursor.", page => page.Nodes.Select((row, i) => new ContributorEdge(page.CursorAt(i), row)))
            .With(ListOf(node), "nodes", "The rows of the page.", page => page.Nodes)
            .With(GraphKind.Of(pageInfo).Required(), "pageInfo", "Where the page stands in its list.", page => page)
            .With(GraphKind.Of<IntGraphType>().Required(), "totalCount", "How many rows are behind the figure; 0 where they are withheld.", page => (int)page.TotalCount)
            .With(GraphKind.Of<BooleanGraphType>().Required(), "isWithheld", "Whether the rows are kept from the caller: they are about readers, and open in their school only.", page => page.IsWithheld);
        return connection;
    }
}

/// <summary>A row behind a figure and its place in the list.</summary>
/// <param name="Cursor">The place of the row in the list, for after.</param>
/// <param name="Node">The row.</param>
internal sealed record ContributorEdge(string Cursor, Contributor Node);
