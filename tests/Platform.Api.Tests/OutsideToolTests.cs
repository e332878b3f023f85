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

    [Fact]
    public async Task GraphqlSchemaLinter_FindsNothing()
    {
        var schema = Path.Combine(SharedData.ProjectRoot, "schema", "graphql", "schema.graphql");

        var output = await NodeTools.RunAsync(NodeTools.Package("graphql-schema-linter/lib/cli.js"), schema);

        output.ShouldContain("0 errors detected");
    }
}
