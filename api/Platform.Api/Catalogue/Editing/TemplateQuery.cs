using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Catalogue.Editing;
using Platform.Model.Libraries;

namespace Platform.Api.Catalogue.Editing;

/// <summary><c>recordTemplate</c>: what a new record of a document type begins with in a library.</summary>
internal static class TemplateQuery
{
    public static void AddTo(RootType query, MarcGraphs marc, ValueKinds kinds)
    {
        var template = new RecordGraph<RecordTemplate>(kinds).With(t => t.Kind).With(t => t.Prompts)
            .With(GraphKind.Of(marc.Record).Required(), "marc", "The fields that hold something already.", t => MarcView.Of(t.Record));
        var field = GraphKind.Of(template).Field("recordTemplate", "What a new record of a document type begins with, under the library's defaults for 008, 040, 041 and 044; null for an unknown library.");
        field.Arguments = new QueryArguments(
            GraphKind.Of<IdGraphType>().Required().Argument("libraryId", "Global id of the library that catalogues."),
            kinds.Of(typeof(DocumentKind)).Required().Argument("kind", "The document type."));
        field.Resolver = new FuncFieldResolver<object>(async context => await ReadAsync(context));
        query.AddField(field.Requires(Permission.EditCatalogue));
    }

    private static async Task<RecordTemplate?> ReadAsync(IResolveFieldContext context)
    {
        if (!GlobalId.TryRead(context.GetArgument<string>("libraryId"), out var type, out var id) || type != nameof(Library))
            return null;
        var (db, clock) = (context.RequestServices!.GetRequiredService<LibraryDb>(), context.RequestServices!.GetRequiredService<TimeProvider>()); // the runner always gives services
        if (!db.Scope.May(Permission.EditCatalogue, id) || await db.Libraries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, context.CancellationToken) is not { } library)
            return null;
        var defaults = await db.CataloguingDefaults.AsNoTracking().SingleOrDefaultAsync(d => d.LibraryId == id, context.CancellationToken);
        return RecordTemplate.Of(context.GetArgument<DocumentKind>("kind"), defaults ?? CataloguingDefaults.Of(library), clock.Today());
    }
}
