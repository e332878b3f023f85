using GraphQL;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Repository;
using Platform.Storage.Repository.Search;

namespace Platform.Api.Repository;

/// <summary><c>eResources</c>: the e-resources that the caller may know of, searched or listed.</summary>
internal static class EResourceList
{
    // A reader looks at the best; who wants more narrows the search.
    private const int MostFound = 1_000;

    public static void AddTo(RootType query)
    {
        var field = query.List<EResource>(
            "eResources",
            "E-resources that the caller may know of: the own library's, those contributed to the group, those open to everyone. A search answers the best 1,000 that have every word, best first unless an order is given.",
            Permission.ReadCatalogue,
            ReadAsync);
        field.Arguments!.Add(GraphKind.Of<StringGraphType>().Argument(
            "search", "Words of title, author, subject, description, or of the files themselves (PDF, DOCX, PPTX, plain text), with marks or without; \"a phrase\" in quotes, -word forbids one."));
    }

    private static async Task<Page> ReadAsync(EntityReader reader, SelectedConnection connection, IResolveFieldContext context)
    {
        if (connection.Page.Search is not { } text)
            return await reader.PageAsync(connection, null, context.CancellationToken);
        var services = context.RequestServices!; // the runner always gives services
        var found = await services.GetRequiredService<EResourceSearch>().FindAsync(services.GetRequiredService<LibraryDb>(), text, MostFound, context.CancellationToken);
        return await reader.RankedPageAsync(connection, found, context.CancellationToken);
    }
}
