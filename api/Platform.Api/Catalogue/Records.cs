using GraphQL;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Catalogue.Search;

namespace Platform.Api.Catalogue;

/// <summary><c>records</c>: the union catalogue, searched or listed.</summary>
internal static class Records
{
    // A reader looks at the best; who wants more narrows the search.
    private const int MostFound = 1_000;

    public static void AddTo(RootType query)
    {
        var field = query.List<BibliographicRecord>(
            "records",
            "Bibliographic records of all libraries. A search answers the best 1,000, best first unless an order is given; without a search every record is listed. Facets, highlights and all hits: searchRecords.",
            Permission.ReadCatalogue,
            ReadAsync);
        field.Arguments!.Add(GraphKind.Of<global::GraphQL.Types.StringGraphType>().Argument(
            "search", "Words of title, author, subject, series or a number, as searchRecords takes them."));
    }

    private static async Task<Page> ReadAsync(EntityReader reader, SelectedConnection connection, IResolveFieldContext context)
    {
        if (connection.Page.Search is not { } text)
            return await reader.PageAsync(connection, null, context.CancellationToken);
        var search = context.RequestServices!.GetRequiredService<IRecordSearch>(); // the runner always gives services
        var found = await search.SearchAsync(new RecordSearchRequest { Text = text, First = MostFound }, context.CancellationToken);
        return await reader.RankedPageAsync(connection, [.. found.Hits.Select(hit => hit.RecordId)], context.CancellationToken);
    }
}
