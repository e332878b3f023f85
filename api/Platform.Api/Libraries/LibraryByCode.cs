using GraphQL;
using GraphQL.Types;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Types;
using Platform.Api.Transport;
using Platform.Model.Access;
using Platform.Model.Libraries;

namespace Platform.Api.Libraries;

/// <summary><c>library</c>: one library by its global id or by its school's code.</summary>
internal static class LibraryByCode
{
    private static readonly ReadColumn Code = new((System.Linq.Expressions.Expression<Func<Library, string>>)(library => library.Code));

    public static void AddTo(RootType query)
    {
        var field = query.One<Library>("library", "A school's library, by its id or its code.", Permission.ReadCatalogue, ReadAsync);
        field.Arguments!.Add(GraphKind.Of<IdGraphType>().Argument("id", "Global id of the library."));
        field.Arguments.Add(GraphKind.Of<StringGraphType>().Argument("code", "The school's code (mã trường)."));
        field.ValidateArguments = context =>
        {
            if (context.Arguments is null || context.Arguments.Count(argument => argument.Value.Value is not null) != 1)
                context.ReportError(new RequestError(Problems.OneOf("library", "id", "code"), context.FieldAst));
            return ValueTask.CompletedTask;
        };
    }

    private static Task<Row?> ReadAsync(EntityReader reader, Selection selection, IResolveFieldContext context) =>
        context.GetArgument<string?>("code") is { } code
            ? reader.OneAsync(selection, Code, code, context.CancellationToken)
            : reader.ByIdAsync(selection, context.GetArgument<string>("id"), context.CancellationToken);
}
