namespace Platform.Api.Tests;

/// <summary>What tools of other people say about our endpoint and schema.</summary>
public sealed class OutsideToolTests
{
    [Fact]
    public async Task GraphqlHttpAudit_PassesEveryCheck()
    {
        // The audit's documents with variables ask the schema itself.
        await using var api = await PlatformApi.StartAsync(new() { ["Graph:Introspection"] = "Everyone" }, listens: true);

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

    [Fact]
    public async Task TypedClientOfTheExamples_IsGeneratedAndCompiles()
    {
        var place = NodeTools.Copy("api/examples", "schema/graphql");
        var client = Path.Combine(place, "api", "examples", "typed-client");

        await NodeTools.RunInAsync(client, NodeTools.Package("@graphql-codegen/cli/cjs/bin.js"), "--config", "codegen.json");
        await NodeTools.RunInAsync(client, NodeTools.Package("typescript/bin/tsc"), "-p", ".");

        File.ReadAllText(Path.Combine(client, "src", "generated.ts")).ShouldContain("export type SearchCatalogueQuery");
        Directory.Delete(place, recursive: true);
    }

    [Fact]
    public async Task RelayCompiler_ReadsTheSchemaAndItsArtifactsCompile()
    {
        var place = NodeTools.Copy("api/examples", "schema/graphql");
        var list = Path.Combine(place, "api", "examples", "relay");

        var output = await NodeTools.RunInAsync(list, NodeTools.Package("relay-compiler/cli.js"));
        await NodeTools.RunInAsync(list, NodeTools.Package("typescript/bin/tsc"), "-p", ".");

        output.ShouldContain("compiled documents: 5 reader, 3 normalization");
        Directory.Delete(place, recursive: true);
    }

    /// <summary>Against the schema of the last release: what would break a client must stand in CHANGES.md, under Breaking.</summary>
    [Fact]
    public async Task GraphqlInspector_FindsNoBreakingChangeWithoutANote()
    {
        var folder = Path.Combine(SharedData.ProjectRoot, "schema", "graphql");

        var breaking = await BreakingAsync(Path.Combine(folder, "released.graphql"), Path.Combine(folder, "schema.graphql"));

        Unnoted(breaking, await File.ReadAllTextAsync(Path.Combine(folder, "CHANGES.md"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("### Breaking\n\nNone.\n\n### Added\n\n* `Library.place`", 1)]
    [InlineData("### Breaking\n\n* `Library.place` is gone.\n\n### Added\n", 0)]
    public async Task RemovedField_NeedsANoteUnderBreaking(string changes, int unnoted)
    {
        var schema = Path.Combine(SharedData.ProjectRoot, "schema", "graphql", "schema.graphql");
        var removed = Path.GetTempFileName();
        await File.WriteAllTextAsync(removed, string.Join('\n', (await File.ReadAllLinesAsync(schema)).Select(line => line == "  place: String" ? "  town: String" : line)));

        var breaking = await BreakingAsync(schema, removed);

        breaking.ShouldContain(line => line.StartsWith("Library.place\t", StringComparison.Ordinal));
        Unnoted(breaking.Where(line => line.StartsWith("Library.", StringComparison.Ordinal)), changes).Count().ShouldBe(unnoted);
        File.Delete(removed);
    }

    private static async Task<string[]> BreakingAsync(string before, string after) =>
        (await NodeTools.RunAsync("breaking.mjs", before, after)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Unnoted(IEnumerable<string> breaking, string changes)
    {
        var notes = changes[changes.IndexOf("### Breaking", StringComparison.Ordinal)..changes.IndexOf("### Added", StringComparison.Ordinal)];
        return breaking.Where(line => !notes.Contains($"`{line.Split('\t')[0]}`", StringComparison.Ordinal));
    }
}
