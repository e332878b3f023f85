namespace Platform.Api.Tests;

/// <summary>What tools of other people say about our endpoint and schema.</summary>
public sealed class OutsideToolTests
{
    [Fact]
    public async Task GraphqlHttpAudit_PassesEveryCheck()
    {
        await using var api = await PlatformApi.StartAsync(listens: true);

        var output = await NodeTools.RunAsync("audit.mjs", new Uri(api.Address, "/graphql").ToString());

        output.ShouldContain("61 of 61 ok");
    }

    [Theory]
    [InlineData("sockets.mjs", "17 of 17 scenarios ok")]
    [InlineData("events.mjs", "13 of 13 scenarios ok")]
    public async Task StreamingClients_PlayEveryScenario(string script, string verdict)
    {
        await using var api = await PlatformApi.StartAsync(listens: true);
        var library = await api.Database.HasAsync(A.Library());
        foreach (var title in new[] { "Toán 1", "Toán 2", "Toán 3" })
            await api.Database.HasAsync(A.Record(library, title));

        var output = await NodeTools.RunAsync(script, new Uri(api.Address, "/graphql").ToString());

        output.ShouldContain(verdict);
    }

    [Fact]
    public async Task GraphqlSchemaLinter_FindsNothing()
    {
        var schema = Path.Combine(SharedData.ProjectRoot, "schema", "graphql", "schema.graphql");

        var output = await NodeTools.RunAsync(NodeTools.Package("graphql-schema-linter/lib/cli.js"), schema);

        output.ShouldContain("0 errors detected");
    }
}
