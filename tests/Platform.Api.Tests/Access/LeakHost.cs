using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Transport;

namespace Platform.Api.Tests.Access;

/// <summary>One host and one cast for the whole walk: whoever asks is changed from test to test.</summary>
public sealed class LeakHost : IAsyncLifetime
{
    // As many as a document may have aliases of one field.
    private const int NodesAtOnce = 25;

    internal PlatformApi Api { get; private set; } = null!; // set before any test runs

    internal Cast Cast { get; private set; } = null!; // as above

    internal ISchema Schema { get; private set; } = null!; // as above

    public async ValueTask InitializeAsync()
    {
        Api = await PlatformApi.StartAsync(new() { ["Bulk:Runs"] = "false" });
        Cast = await Cast.OnAsync(Api.Database);
        Schema = Api.Services.GetRequiredService<ISchema>();
        Schema.Initialize();
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    /// <summary>The types of rows.</summary>
    internal IEnumerable<IObjectGraphType> RowTypes => Schema.AllTypes.OfType<IObjectGraphType>().Where(t => t.ResolvedInterfaces.Any(i => i.Name == "Node"));

    /// <summary>The lists of the root that hold rows of the type.</summary>
    internal IEnumerable<FieldType> ListsOf(string type) => Schema.Query.Fields.Where(f => TargetOf(f) == type + "Connection");

    internal static string TargetOf(FieldType field) => field.ResolvedType!.GetNamedType().Name; // the schema is initialised

    /// <summary>Everything that a document of <see cref="SchemaPaths"/> is refused for, before it is run.</summary>
    internal async Task<IReadOnlyList<RequestError>> ErrorsOfAsync(string document)
    {
        await using var scope = Api.Services.CreateAsyncScope();
        var request = new GraphRequest { Query = document, IsOurs = true, CanStream = true };
        var result = await scope.ServiceProvider.GetRequiredService<OperationRunner>().RunAsync(request, scope.ServiceProvider, CancellationToken.None);
        // Refused for a limit, it would not have been judged by permissions.
        result.Errors.ShouldNotBeNull(document).ShouldContain(e => e.Message.Contains(SchemaPaths.NobodyHas, StringComparison.Ordinal), document);
        return [.. result.Errors.OfType<RequestError>()];
    }

    /// <summary>What each of these ids answers: the row's own id, or nothing.</summary>
    internal async Task<Dictionary<string, string>> NodesAsync(IEnumerable<string> ids)
    {
        var found = new Dictionary<string, string>();
        foreach (var some in ids.Chunk(NodesAtOnce))
        {
            var question = $"query ({string.Concat(some.Select((_, i) => $"$a{i}: ID! "))}) {{ {string.Concat(some.Select((_, i) => $"a{i}: node(id: $a{i}) {{ id }} "))} }}";
            var answer = await Api.DataAsync(question, some.Select((id, i) => (id, i)).ToDictionary(p => $"a{p.i}", p => p.id));
            for (var i = 0; i < some.Length; i++)
                found[some[i]] = answer.GetProperty($"a{i}").ToString();
        }
        return found;
    }

    /// <summary>The ids at one place and how many there are said to be; null when the caller may not ask.</summary>
    internal async Task<JsonElement?> AskAsync(string document)
    {
        var answer = await Api.AnswerAsync(document);
        if (!answer.TryGetProperty("errors", out var errors))
            return answer.GetProperty("data");
        errors.EnumerateArray().ShouldAllBe(e => IsDenial(e.GetProperty("extensions").GetProperty("code").GetString()), $"{document}: {errors}");
        return null;
    }

    internal static bool IsDenial(string? code) => code is "FORBIDDEN" or "UNAUTHENTICATED";

    internal static List<string> IdsOf(JsonElement list) => [.. list.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!).Order()];

    /// <summary>Whether the row is the caller's to see.</summary>
    internal bool MaySee(string caller, string id)
    {
        GlobalId.TryRead(id, out var type, out var key).ShouldBeTrue();
        return Cast.MaySee(caller, type, key);
    }
}
