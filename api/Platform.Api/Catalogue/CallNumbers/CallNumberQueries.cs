using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Platform.Api.Catalogue.Editing;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.CallNumbers;
using Platform.Model.Libraries;

namespace Platform.Api.Catalogue.CallNumbers;

/// <summary><c>suggestCallNumbers</c> and <c>cutterTable</c>: book marks by the library's table of Vietnamese rhymes.</summary>
internal static class CallNumberQueries
{
    public static void AddTo(RootType query, ValueKinds kinds)
    {
        var suggestion = new RecordGraph<CallNumberSuggestion>(kinds).With(s => s.Style).With(s => s.CallNumber).With(s => s.BookMark);
        var suggest = MarcGraphs.ListOf(suggestion).Field("suggestCallNumbers", "Call numbers that a book could have in a library, by its author or, without one, its title; nothing obliges to take one.");
        suggest.Arguments = new QueryArguments(
            GraphKind.Of<IdGraphType>().Required().Argument("libraryId", "Global id of the library whose table is used."),
            GraphKind.Of<StringGraphType>().Argument("classNumber", "Class number, such as the DDC number."),
            GraphKind.Of<StringGraphType>().Argument("author", "Author as in the heading."),
            GraphKind.Of<StringGraphType>().Required().Argument("title", "Title."));
        suggest.Resolver = new FuncFieldResolver<object>(async context => CallNumberSuggestion.Of(
            context.GetArgument<string?>("classNumber"), context.GetArgument<string?>("author"), context.GetArgument<string>("title"), await TableAsync(context)));
        query.AddField(suggest.Requires(Permission.EditCatalogue));

        var line = new RecordGraph<CutterLine>(kinds).With(l => l.Rhyme).With(l => l.Number);
        var table = MarcGraphs.ListOf(line).Field("cutterTable", "The table of Vietnamese rhymes as it holds in a library: the shipped numbers with those the library has set.");
        table.Arguments = new QueryArguments(GraphKind.Of<IdGraphType>().Required().Argument("libraryId", "Global id of the library."));
        table.Resolver = new FuncFieldResolver<object>(async context => (await TableAsync(context)).Numbers.Select(n => new CutterLine(n.Key, n.Value)).ToList());
        query.AddField(table.Requires(Permission.EditCatalogue));
    }

    private static async Task<CutterTable> TableAsync(IResolveFieldContext context)
    {
        if (!GlobalId.TryRead(context.GetArgument<string>("libraryId"), out var type, out var id) || type != nameof(Library))
            return CutterTable.Usual;
        var db = context.RequestServices!.GetRequiredService<LibraryDb>(); // the runner always gives services
        var own = await db.CutterNumbers.Where(n => n.LibraryId == id).Select(n => KeyValuePair.Create(n.Rhyme, n.Number)).ToListAsync(context.CancellationToken);
        return CutterTable.Usual.With(own);
    }
}

/// <summary>A rhyme and its number.</summary>
/// <param name="Rhyme">The rhyme, without tone, in capitals.</param>
/// <param name="Number">Its number.</param>
internal sealed record CutterLine(string Rhyme, string Number);
