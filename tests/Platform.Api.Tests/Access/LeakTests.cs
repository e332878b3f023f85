using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Bulk;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;

namespace Platform.Api.Tests.Access;

/// <summary>
/// Walks the schema itself, role by role: whatever field or row type is added, nobody sees through any path what is not theirs.
/// Who may see which rows is written in the cast by hand, apart from the code that decides it.
/// </summary>
public sealed class LeakTests(LeakHost host) : IClassFixture<LeakHost>
{
    public static TheoryData<string> Callers { get; } = [.. Cast.Names];

    /// <summary>The reviewed list of every field of queries, mutations and subscriptions, and who may ask for it.</summary>
    [Fact]
    public async Task EveryField_IsOpenToTheReviewedRolesOnly()
    {
        var paths = SchemaPaths.Of(host.Schema);
        var open = paths.SelectMany(p => p.Fields.Select(f => $"{p.Type}.{f}")).ToDictionary(field => field, _ => new List<string>());
        foreach (var caller in Cast.Names)
        {
            host.Api.Scope = Cast.WithoutRows(caller);
            foreach (var path in paths)
            {
                var errors = await host.ErrorsOfAsync(path.Document);
                var denied = errors.Where(e => LeakHost.IsDenial(e.Code)).Select(e => e.Message.Split(' ')[0]).ToHashSet();
                if (!path.Way.Any(denied.Contains))
                    foreach (var field in path.Fields.Select(f => $"{path.Type}.{f}").Where(f => !denied.Contains(f)))
                        open[field].Add(caller);
            }
        }

        var lines = open.OrderBy(f => f.Key.Split('.')[0], StringComparer.Ordinal).ThenBy(f => f.Key.Split('.')[1], StringComparer.Ordinal)
            .Select(f => $"{f.Key}: {(f.Value.Count == Cast.Names.Length ? "everyone" : string.Join(", ", f.Value))}");
        Golden.Match(string.Join('\n', lines), "tests/Platform.Api.Tests/Access/who-may-ask.txt");
    }

    /// <summary>What a field needs is printed with it: whoever reads the SDL knows before asking.</summary>
    [Fact]
    public void EveryField_PrintsItsPermission()
    {
        var fields = host.Schema.AllTypes.OfType<IComplexGraphType>().Where(t => t is not IInputObjectGraphType && !t.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(t => t.Fields.Select(f => (Name: $"{t.Name}.{f.Name}", Field: f)));

        foreach (var (name, field) in fields.Where(f => FieldPermission.Of(f.Field) is { } p && p != Model.Access.Permission.ReadCatalogue))
            field.Description.ShouldNotBeNull(name).ShouldContain($"Requires: {FieldPermission.Of(field).ToString()!.ToConstantCase()}.", customMessage: name); // as was asked
    }

    /// <summary>By id; in every list, its order, its count and its filters; and what is not the caller's answers like what does not exist.</summary>
    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Rows_AreSeenByIdListCountOrderAndFilter_OnlyIfTheyAreTheCallers(string caller)
    {
        host.Api.Scope = host.Cast.ScopeOf(caller);
        foreach (var type in host.RowTypes)
        {
            var ids = (await host.Cast.RowsAsync(type.Name)).Select(row => GlobalId.Of(type.Name, row)).Append(GlobalId.Of(type.Name, 987_654)).ToList();
            var visible = ids.SkipLast(1).Where(id => host.MaySee(caller, id)).Order().ToList();

            var nodes = await host.NodesAsync(ids);
            nodes.Where(n => n.Value == $$"""{"id":"{{n.Key}}"}""").Select(n => n.Key).Order().ToList().ShouldBe(visible, $"node(id) of {type.Name}");
            foreach (var id in ids.Except(visible))
                nodes[id].ShouldBe(nodes[ids[^1]], $"a row of another answers like one that does not exist: {type.Name}");
            foreach (var list in host.ListsOf(type.Name))
                await ListAsync(list, type, visible);
        }
    }

    /// <summary>From every row that a caller sees, along every relation: one row further, or a list and its count.</summary>
    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Relations_LeadToRowsOfTheCallerOnly(string caller)
    {
        host.Api.Scope = host.Cast.ScopeOf(caller);
        var rowTypes = host.RowTypes.Select(t => t.Name).ToHashSet();
        foreach (var type in host.RowTypes)
        {
            await host.Cast.RowsAsync("PatronLook"); // reading patrons leaves looks
            foreach (var list in host.ListsOf(type.Name))
            {
                foreach (var one in type.Fields.Where(f => rowTypes.Contains(LeakHost.TargetOf(f))))
                    await SeenAsync(caller, $"{{ list: {list.Name}(first: 100) {{ nodes {{ found: {one.Name} {{ id }} }} }} }}", found => [found]);
                foreach (var many in type.Fields.Where(f => LeakHost.TargetOf(f).EndsWith("Connection", StringComparison.Ordinal)))
                    await SeenAsync(caller, $"{{ list: {list.Name}(first: 50) {{ nodes {{ found: {many.Name}(first: 50) {{ totalCount nodes {{ id }} }} }} }} }}", found =>
                    {
                        var rows = found.GetProperty("nodes").EnumerateArray().ToList();
                        // Looks grow with every question of the walk, beyond a page.
                        Math.Min(found.GetProperty("totalCount").GetInt32(), 50).ShouldBe(rows.Count, $"{caller}: totalCount of {type.Name}.{many.Name}");
                        return rows;
                    });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Changes_NameOnlyRowsThatTheCallerMaySee(string caller)
    {
        host.Api.Scope = host.Cast.ScopeOf(caller);
        await host.Cast.RowsAsync("PatronLook"); // those that the other walks left

        var (after, hasMore) = (0L, true);
        while (hasMore)
        {
            var page = (await host.Api.DataAsync("query ($after: Long!) { changes(after: $after, first: 500) { lastSequence hasMore changes { id } } }", new { after })).GetProperty("changes");
            foreach (var id in page.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("id").GetString()!))
                host.MaySee(caller, id).ShouldBeTrue($"{caller} learns of a change of {id}");
            (after, hasMore) = (page.GetProperty("lastSequence").GetInt64(), page.GetProperty("hasMore").GetBoolean());
        }
    }

    /// <summary>An export holds the caller's rows, and of each what the caller may read.</summary>
    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Exports_HoldTheCallersRowsOnly(string caller)
    {
        host.Api.Scope = host.Cast.ScopeOf(caller);
        foreach (var kind in Enum.GetValues<ExportKind>())
        {
            var started = (await host.Api.DataAsync(
                "mutation ($kind: ExportKind!) { startExport(input: { kind: $kind, format: JSONL }) { job { id } errors { ... on Error { code } } } }", new { kind = kind.ToString().ToConstantCase() })).GetProperty("startExport");
            if (started.GetProperty("errors").GetArrayLength() > 0)
            {
                started.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_PERMITTED");
                continue;
            }
            await host.Api.Services.GetRequiredService<BulkWorker>().RunDueAsync(CancellationToken.None);
            var link = (await host.Api.DataAsync("mutation ($id: ID!) { requestBulkResult(input: { jobId: $id }) { url } }", new { id = started.GetProperty("job").GetProperty("id").GetString() })).GetProperty("requestBulkResult");
            var lines = Encoding.UTF8.GetString(await host.Api.Http.GetByteArrayAsync(new Uri(link.GetProperty("url").GetString()!, UriKind.Relative))) // the job is over
                .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

            var type = BulkKinds.ListOf((Model.Bulk.BulkJobKind)kind).Entity.Name;
            var visible = (await host.Cast.RowsAsync(type)).Where(row => host.Cast.MaySee(caller, type, row)).Select(row => GlobalId.Of(type, row)).Order().ToList();
            lines.ConvertAll(line => line.GetProperty("id").GetString()!).Order().ToList().ShouldBe(visible, $"{caller}: export of {type}"); // as above
            foreach (var line in lines)
                foreach (var pointed in line.EnumerateObject().Where(v => v.Value.ValueKind == JsonValueKind.Object))
                    host.MaySee(caller, pointed.Value.GetProperty("id").GetString()!).ShouldBeTrue($"{caller}: {type}.{pointed.Name} in an export");
        }
        await host.Cast.RowsAsync("PatronLook");
    }

    private async Task ListAsync(FieldType list, IObjectGraphType type, List<string> visible)
    {
        foreach (var arguments in new[] { "first: 100" }.Concat(Orders(list)))
            if (await host.AskAsync($"{{ list: {list.Name}({arguments}) {{ totalCount nodes {{ id }} }} }}") is { } data)
            {
                LeakHost.IdsOf(data.GetProperty("list")).ShouldBe(visible, $"{list.Name}({arguments}) of {type.Name}");
                data.GetProperty("list").GetProperty("totalCount").GetInt32().ShouldBe(visible.Count, $"totalCount of {list.Name}({arguments})");
            }
        foreach (var some in Filters(list, type).Chunk(10))
        {
            var document = $"{{ {string.Join(' ', some.Select((filter, i) => $"a{i}: {list.Name}(first: 50, where: {{ {filter}: {{ neq: null }} }}) {{ totalCount nodes {{ id }} }}"))} }}";
            if (await host.AskAsync(document) is { } data)
                foreach (var found in data.EnumerateObject().Select(p => p.Value))
                {
                    LeakHost.IdsOf(found).ShouldBeSubsetOf(visible, $"filters {string.Join(", ", some)} of {list.Name}");
                    found.GetProperty("totalCount").GetInt32().ShouldBe(found.GetProperty("nodes").GetArrayLength(), $"totalCount by filters of {list.Name}");
                }
        }
    }

    private async Task SeenAsync(string caller, string document, Func<JsonElement, IEnumerable<JsonElement>> rows)
    {
        if (await host.AskAsync(document) is not { } data)
            return;
        var found = data.GetProperty("list").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("found")).Where(f => f.ValueKind == JsonValueKind.Object);
        await host.Cast.RowsAsync("PatronLook"); // this very question may have left some
        foreach (var id in found.SelectMany(rows).Select(row => row.GetProperty("id").GetString()!))
            host.MaySee(caller, id).ShouldBeTrue($"{caller} sees {id} by {document}");
    }

    /// <summary>Every order that the list offers, both ways.</summary>
    private static IEnumerable<string> Orders(FieldType list)
    {
        var order = list.Arguments?.Find("order")?.ResolvedType?.GetNamedType() as IInputObjectGraphType;
        return order is null ? [] : order.Fields.SelectMany(f => new[] { "ASC", "DESC" }.Select(way => $"first: 100, order: [{{ {f.Name}: {way} }}]"));
    }

    /// <summary>Every column that the caller may filter by and that can be asked for "has a value".</summary>
    private IEnumerable<string> Filters(FieldType list, IObjectGraphType type)
    {
        var where = list.Arguments?.Find("where")?.ResolvedType?.GetNamedType() as IInputObjectGraphType;
        return (where?.Fields ?? []).Where(f => (f.ResolvedType!.GetNamedType() as IInputObjectGraphType)?.Fields.Any(o => o.Name == "neq") is true
            && type.Fields.Find(f.Name) is { } column && FieldPermission.Allows(column, host.Api.Scope)).Select(f => f.Name);
    }
}
