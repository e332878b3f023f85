using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.GraphQL.Reading;

namespace Platform.Api.Tests.Access;

/// <summary>
/// Walks the schema itself, role by role: whatever field or row type is added, nobody sees through any path what is not theirs.
/// Who may see which rows is written here by hand, apart from the code that decides it.
/// </summary>
public sealed class LeakTests
{
    public static TheoryData<string> Callers { get; } = [.. Cast.Names];

    /// <summary>The reviewed list of every field and who may ask for it.</summary>
    [Fact]
    public async Task EveryField_IsOpenToTheReviewedRolesOnly()
    {
        await using var api = await PlatformApi.StartAsync(GenerousLimits);
        var paths = SchemaPaths.Of(Schema(api));
        var lines = new List<string>();
        foreach (var path in paths)
        {
            var open = new List<string>();
            foreach (var caller in Cast.Names)
            {
                api.Scope = Cast.WithoutRows(caller);
                if (!IsDenied(await api.AnswerAsync(path.Document)))
                    open.Add(caller);
            }
            lines.Add($"{path.Type}.{path.Field}: {(open.Count == Cast.Names.Length ? "everyone" : string.Join(", ", open))}");
        }

        Golden.Match(string.Join('\n', lines), "tests/Platform.Api.Tests/Access/who-may-ask.txt");
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Rows_AreSeenByIdListCountOrderAndFilter_OnlyIfTheyAreTheCallers(string caller)
    {
        await using var api = await PlatformApi.StartAsync(GenerousLimits);
        var cast = await Cast.OnAsync(api.Database);
        api.Scope = cast.ScopeOf(caller);
        var schema = Schema(api);

        foreach (var type in schema.AllTypes.OfType<IObjectGraphType>().Where(t => t.ResolvedInterfaces.Any(i => i.Name == "Node")))
        {
            var rows = await cast.RowsAsync(type.Name);
            var visible = rows.Where(row => cast.MaySee(caller, type.Name, row)).Select(row => GlobalId.Of(type.Name, row)).Order().ToList();

            (await ByIdAsync(api, type.Name, rows)).ShouldBe(visible, $"node(id) of {type.Name}");
            foreach (var list in schema.Query.Fields.Where(f => IsListOf(f, type.Name)))
                await ListsAsync(api, list, type.Name, visible);
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task RowOfAnother_AnswersLikeARowThatDoesNotExist(string caller)
    {
        await using var api = await PlatformApi.StartAsync(GenerousLimits);
        var cast = await Cast.OnAsync(api.Database);
        api.Scope = cast.ScopeOf(caller);

        foreach (var type in Schema(api).AllTypes.OfType<IObjectGraphType>().Where(t => t.ResolvedInterfaces.Any(i => i.Name == "Node")))
        {
            var nothing = await AnswerOfAsync(api, GlobalId.Of(type.Name, 987_654));
            foreach (var row in (await cast.RowsAsync(type.Name)).Where(row => !cast.MaySee(caller, type.Name, row)))
                (await AnswerOfAsync(api, GlobalId.Of(type.Name, row))).ShouldBe(nothing, type.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Changes_NameOnlyRowsThatTheCallerMaySee(string caller)
    {
        await using var api = await PlatformApi.StartAsync(GenerousLimits);
        var cast = await Cast.OnAsync(api.Database);
        api.Scope = cast.ScopeOf(caller);

        var (after, hasMore) = (0L, true);
        while (hasMore)
        {
            var page = (await api.DataAsync("query ($after: Long!) { changes(after: $after, first: 500) { lastSequence hasMore changes { id } } }", new { after })).GetProperty("changes");
            foreach (var id in page.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("id").GetString()))
            {
                GlobalId.TryRead(id, out var type, out var key).ShouldBeTrue();
                cast.MaySee(caller, type, key).ShouldBeTrue($"{caller} learns of a change of {type} {key}");
            }
            (after, hasMore) = (page.GetProperty("lastSequence").GetInt64(), page.GetProperty("hasMore").GetBoolean());
        }
    }

    private static Dictionary<string, string> GenerousLimits => [];

    // What is left of the budget differs from request to request.
    private static async Task<string> AnswerOfAsync(PlatformApi api, string id)
    {
        var answer = await api.AnswerAsync("query ($id: ID!) { node(id: $id) { id __typename } }", new { id });
        return answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("message").GetString()! : answer.GetProperty("data").ToString();
    }

    private static ISchema Schema(PlatformApi api)
    {
        var schema = api.Services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    }

    private static bool IsListOf(FieldType field, string type) =>
        (field.ResolvedType?.GetNamedType().Name ?? "") == type + "Connection";

    private static async Task<List<string>> ByIdAsync(PlatformApi api, string type, IReadOnlyList<long> rows)
    {
        var seen = new List<string>();
        foreach (var row in rows)
        {
            var answer = await api.AnswerAsync("query ($id: ID!) { node(id: $id) { id } }", new { id = GlobalId.Of(type, row) });
            if (answer.TryGetProperty("data", out var data) && data.GetProperty("node") is { ValueKind: JsonValueKind.Object } node)
                seen.Add(node.GetProperty("id").GetString()!);
        }
        return [.. seen.Order()];
    }

    private static async Task ListsAsync(PlatformApi api, FieldType list, string type, List<string> visible)
    {
        foreach (var arguments in new[] { "first: 100" }.Concat(Orders(list)))
        {
            var answer = await api.AnswerAsync($"{{ {list.Name}({arguments}) {{ totalCount edges {{ node {{ id }} }} }} }}");
            if (IsDenied(answer))
                continue;
            var page = answer.GetProperty("data").GetProperty(list.Name);
            page.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("node").GetProperty("id").GetString()!).Order()
                .ToList().ShouldBe(visible, $"{list.Name}({arguments}) of {type}");
            page.GetProperty("totalCount").GetInt32().ShouldBe(visible.Count, $"totalCount of {list.Name}({arguments})");
        }
    }

    /// <summary>Every order that the list offers, both ways.</summary>
    private static IEnumerable<string> Orders(FieldType list)
    {
        var order = list.Arguments?.Find("order")?.ResolvedType?.GetNamedType() as IInputObjectGraphType;
        return order is null ? [] : order.Fields.SelectMany(f => new[] { "ASC", "DESC" }.Select(way => $"first: 100, order: [{{ {f.Name}: {way} }}]"));
    }

    private static bool IsDenied(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors)
        && errors.EnumerateArray().Any(e => e.GetProperty("extensions").GetProperty("code").GetString() is "FORBIDDEN" or "UNAUTHENTICATED");
}
