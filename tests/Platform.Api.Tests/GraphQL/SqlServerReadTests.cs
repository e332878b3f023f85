using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Access;
using Platform.Testing.SqlServer;

namespace Platform.Api.Tests.GraphQL;

/// <summary>Every read that the schema allows, as the statement that SQL Server would get, read by the server's own grammar.</summary>
public sealed class SqlServerReadTests
{
    private const int ConditionsOfOneQuery = 10;

    // What is frozen under a hash, is a MARC record or a list of codes, cannot be invented: opening it says that it is damaged.
    private static readonly string[] Frozen = ["tables", "marc", "problems", "differences", "itemTypes"];

    // Values of the scope are parameters of the statements: one reader with all of them gets every text.
    private static readonly Scope Reader = new()
    {
        Actor = "account:1",
        AccountId = 1,
        LibraryIds = [1, 2],
        GroupIds = [3],
        OrganisationIds = [4],
        PatronId = 5,
        WardIds = [6],
        Permissions = Enum.GetValues<Permission>().ToHashSet(),
    };

    [Fact]
    public async Task EveryList_IsSoundTSql()
    {
        var rehearsal = new SqlServerRehearsal { FindsRows = true };
        await using var api = await PlatformApi.StartAsync(rehearsal: rehearsal);
        api.Scope = Reader;
        var lists = api.Services.GetRequiredService<ISchema>().Query.Fields.Where(f => f.Arguments?.Find("where") is not null).ToList();

        foreach (var list in lists)
            foreach (var document in DocumentsOf(list))
            {
                var before = rehearsal.Commands.Count;
                await api.DataAsync(document);
                rehearsal.Commands.Count.ShouldBeGreaterThan(before, document);
            }

        lists.Count.ShouldBeGreaterThan(15);
        rehearsal.Errors.ShouldBeEmpty();
    }

    private static IEnumerable<string> DocumentsOf(FieldType list)
    {
        var row = (IObjectGraphType)Named(((IObjectGraphType)Named(list)).Fields.Find("nodes")!); // every connection has it
        yield return $"{{ {list.Name}(first: 2) {{ totalCount nodes {{ {Leaves(row)} }} }} }}";
        yield return $"{{ {list.Name}(last: 2) {{ totalCount nodes {{ {Leaves(row)} }} }} }}";
        foreach (var field in row.Fields.Where(f => Named(f) is IObjectGraphType && !Frozen.Contains(f.Name)))
            yield return $"{{ {list.Name}(first: 2) {{ nodes {{ {Nested(field)} }} }} }}";
        if (list.Arguments!.Find("order") is { ResolvedType: { } sort })
            foreach (var column in ((IInputObjectGraphType)sort.GetNamedType()).Fields)
                yield return $"{{ {list.Name}(first: 2, order: [{{ {column.Name}: DESC }}]) {{ nodes {{ id }} }} }}";
        foreach (var conditions in ConditionsOf((IInputObjectGraphType)list.Arguments.Find("where")!.ResolvedType!.GetNamedType()).Chunk(ConditionsOfOneQuery))
            yield return $"{{ {list.Name}(first: 2, where: {{ or: [{string.Join(", ", conditions)}] }}) {{ totalCount nodes {{ id }} }} }}";
    }

    private static string Nested(FieldType field) => Named(field) is IObjectGraphType { Fields: var below } && below.Find("nodes") is { } nodes
        ? $"{field.Name}(first: 2) {{ totalCount nodes {{ {Leaves((IObjectGraphType)Named(nodes))} }} }}"
        : $"{field.Name} {{ {Leaves((IObjectGraphType)Named(field))} }}";

    private static string Leaves(IObjectGraphType row) =>
        string.Join(' ', row.Fields.Where(f => Named(f) is ScalarGraphType && !Frozen.Contains(f.Name) && f.Arguments is null or { Count: 0 }).Select(f => f.Name).Prepend("__typename"));

    private static IEnumerable<string> ConditionsOf(IInputObjectGraphType filter) =>
        from field in filter.Fields
        where field.Name is not ("and" or "or")
        from operation in ((IInputObjectGraphType)Named(field)).Fields
        select $"{{ {field.Name}: {{ {operation.Name}: {Value(operation.ResolvedType!)} }} }}"; // resolved once the schema is initialised

    private static string Value(IGraphType type) => type switch
    {
        NonNullGraphType required => Value(required.ResolvedType!), // as above
        ListGraphType list => $"[{Value(list.ResolvedType!)}]", // as above
        EnumerationGraphType values => values.Values.First().Name,
        BooleanGraphType => "true",
        IntGraphType or LongGraphType or FloatGraphType => "1",
        { Name: "Date" } => "\"2026-10-05\"",
        { Name: "DateTime" } => "\"2026-10-05T00:00:00Z\"",
        _ => "\"x\"",
    };

    private static IGraphType Named(FieldType field) => field.ResolvedType!.GetNamedType(); // as above
}
