using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.Catalogue.Union;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Api.Transport;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Search;

namespace Platform.Api.Catalogue;

/// <summary><c>searchRecords</c>: a page of hits with facets, highlights and scores.</summary>
internal sealed class SearchRecords(EntityGraphs graphs, ValueKinds kinds, ObjectGraphType pageInfo)
{
    private const int DefaultValues = 10;
    private const int MostValues = 100;

    private readonly EntityType _type = graphs.TypeOf(typeof(BibliographicRecord));

    public void AddTo(RootType query)
    {
        var hits = new SearchGraphs(graphs, kinds, pageInfo);
        var field = GraphKind.Of(hits.Connection).Required().Field(
            "searchRecords",
            "Searches the union catalogue, best match first unless an order is given. All words must be in the record, in any field, with marks or without; marks that were typed rank first. "
            + "When nothing has them all, raw Telex or VNI typing, missing words and one wrong letter a word are forgiven in turn: see leniency. "
            + "\"a phrase\" asks for words in this order, -word forbids one, field:word looks in one field: title author subject publisher series isbn call number year type level library.");
        field.Arguments = Arguments();
        field.ValidateArguments = context =>
        {
            // the runner always gives services
            if (Problem(context.Arguments, context.RequestServices!.GetRequiredService<IRecordSearch>()) is { } problem)
                context.ReportError(new RequestError(problem, context.FieldAst));
            return ValueTask.CompletedTask;
        };
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context, hits));
        query.AddField(field.Requires(Permission.ReadCatalogue));
    }

    private QueryArguments Arguments() => new(
        GraphKind.Of<StringGraphType>().Argument("text", "What the reader typed; nothing finds every record that passes the filter."),
        GraphKind.Of(new InputGraphs(kinds).Of(typeof(RecordSearchFilterInput))).Argument("filter", "What the records must be besides."),
        kinds.Of(typeof(RecordSearchOrder)).Argument("order", "Order of the hits; by relevance when nothing is said."),
        GraphKind.Of<BooleanGraphType>().Argument("onePerPublication", "One hit for each publication: of the records of all members that describe it and match, the first in this order. Its samePublication and holders tell of the others; totalCount and facets count records all the same."),
        GraphKind.Of<IntGraphType>().Argument("first", $"How many hits; at most {PageRequest.MostRows}, {PageRequest.DefaultSize} when nothing is said."),
        GraphKind.Of<StringGraphType>().Argument("after", "Begin after the hit of this cursor; good for the same text, filter and order, also after the index has changed."),
        kinds.Of(typeof(RecordFacet)).Required().List().Argument("facets", "Properties by which to count all hits."),
        GraphKind.Of<IntGraphType>().Argument("facetValues", $"How many values of each facet, most frequent first; at most {MostValues}, {DefaultValues} when nothing is said."));

    private static RequestProblem? Problem(IDictionary<string, global::GraphQL.Execution.ArgumentValue>? arguments, IRecordSearch search)
    {
        if (Value(arguments, "first") is int and (< 0 or > PageRequest.MostRows) and var first)
            return Problems.PageArguments($"'first' is {first}; a page has 0 to {PageRequest.MostRows} rows.");
        if (Value(arguments, "facetValues") is int and (< 0 or > MostValues) and var values)
            return Problems.PageArguments($"'facetValues' is {values}; a facet shows 0 to {MostValues} values.");
        var order = Value(arguments, "order") as RecordSearchOrder? ?? RecordSearchOrder.Relevance;
        return Value(arguments, "after") is string after && !search.IsCursor(after, order) ? Problems.BadCursor("after", after) : null;
    }

    private async Task<RecordHits> ReadAsync(IResolveFieldContext context, SearchGraphs hits)
    {
        var services = context.RequestServices!; // the runner always gives services
        var filter = context.GetArgument<RecordSearchFilterInput?>("filter") ?? new RecordSearchFilterInput();
        var request = new RecordSearchRequest
        {
            Text = context.GetArgument<string?>("text"),
            Filter = filter.ToFilter(),
            Order = context.GetArgument<RecordSearchOrder?>("order") ?? RecordSearchOrder.Relevance,
            First = context.GetArgument<int?>("first") ?? PageRequest.DefaultSize,
            After = context.GetArgument<string?>("after"),
            Facets = context.GetArgument<List<RecordFacet>?>("facets") ?? [],
            FacetValues = context.GetArgument<int?>("facetValues") ?? DefaultValues,
        };
        var (search, db) = (services.GetRequiredService<IRecordSearch>(), services.GetRequiredService<LibraryDb>());
        var found = context.GetArgument<bool?>("onePerPublication") is true
            ? await new PublicationSearch(search, db).SearchAsync(request, context.CancellationToken)
            : await search.SearchAsync(request, context.CancellationToken);
        var asked = SelectionReader.OfConnection(context, _type, graphs, hits.Connection, hits.Edge);
        var rows = asked.Places.Count == 0
            ? null
            : await services.GetRequiredService<EntityReader>().KeyedPageAsync(asked, [.. found.Hits.Select(hit => hit.RecordId)], context.CancellationToken);
        return new RecordHits(found, rows, request.After is not null, db);
    }

    private static object? Value(IDictionary<string, global::GraphQL.Execution.ArgumentValue>? arguments, string name) =>
        arguments is not null && arguments.TryGetValue(name, out var value) ? value.Value : null;
}
