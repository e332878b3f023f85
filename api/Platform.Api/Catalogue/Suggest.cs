using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Types;
using Platform.Model.Access;
using Platform.Model.Catalogue.Search;

namespace Platform.Api.Catalogue;

/// <summary><c>suggest</c>: what a reader may be about to type.</summary>
internal static class Suggest
{
    private const int Usual = 8;
    private const int Most = 20;

    public static void AddTo(RootType query)
    {
        var field = GraphKind.Of<StringGraphType>().Required().List().Required().Field(
            "suggest", "Titles and authors that begin so, or have a word that does, likeliest first, as written in the records; for completing while typing. Nothing for fewer than two letters.");
        field.Arguments = new QueryArguments(
            GraphKind.Of<StringGraphType>().Required().Argument("beginning", "What is typed so far, with marks or without; the last word may be unfinished."),
            GraphKind.Of<IntGraphType>().Argument("first", $"How many; at most {Most}, {Usual} when nothing is said."));
        field.Resolver = new FuncFieldResolver<object>(async context => await context.RequestServices!.GetRequiredService<IRecordSearch>().SuggestAsync( // the runner always gives services
            context.GetArgument<string>("beginning"), Math.Clamp(context.GetArgument<int?>("first") ?? Usual, 1, Most), context.CancellationToken));
        query.AddField(field.Requires(Permission.ReadCatalogue));
    }
}
