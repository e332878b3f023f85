using GraphQL;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Patrons;

namespace Platform.Api.Patrons;

/// <summary><c>patrons</c> and <c>patron</c>: found by name or card.</summary>
internal static class PatronQueries
{
    private const int MostFound = 500;

    public static void AddTo(RootType query)
    {
        var list = query.List<Patron>("patrons", "Patrons of the caller's libraries, or the caller's own card and those of the wards.", Permission.ReadOwn, ReadListAsync);
        list.Arguments!.Add(GraphKind.Of<StringGraphType>().Argument("search", "A card number, or words of the name; Vietnamese marks may be left out."));
        query.ById<Patron>("patron", "One patron. A look at a pupil's record by somebody else is logged, by whatever field it is read, and the pupil and the guardians see it.", Permission.ReadOwn);
    }

    private static async Task<Page> ReadListAsync(EntityReader reader, SelectedConnection connection, IResolveFieldContext context)
    {
        if (connection.Page.Search is not { } text)
            return await reader.PageAsync(connection, null, context.CancellationToken);
        var search = context.RequestServices!.GetRequiredService<PatronSearch>(); // the runner always gives services
        return await reader.RankedPageAsync(connection, await search.FindAsync(text, MostFound, context.CancellationToken), context.CancellationToken);
    }
}
