using System.Security.Cryptography;
using System.Text.Json;
using Platform.Reporting.Definitions;

namespace Platform.Reporting.Tests;

/// <summary>A report keeps the version of the definitions that it was made by: what a published version says never changes.</summary>
public sealed class PublishedDefinitionTests
{
    private const string List = "tests/Platform.Reporting.Tests/Golden/definitions.txt";
    private const string Folder = "Definitions/Data/";

    [Fact]
    public void PublishedVersions_SayWhatTheySaid()
    {
        var path = Path.Combine(SharedData.ProjectRoot, List);
        var published = File.Exists(path) ? File.ReadAllLines(path).Where(line => line.Length > 0).ToList() : [];
        var present = VersionsOf().Order(StringComparer.Ordinal).ToList();

        var changed = published.Except(present).ToList();
        Assert.True(changed.Count is 0, $"""
            Published definitions were changed or taken away: {string.Join(", ", changed.Select(NameOf))}.
            Reports were made by them. Undo that; add the new wording beside the old one, with the next "version" and the day from which it
            holds ("effectiveFrom"), a report in a file of its own under {Folder}, a metric in metrics.json.
            Only a version that no release ever had may be changed: then take its line out of {List} and add it anew.
            """);
        Golden.Match(string.Join('\n', present), List);
    }

    [Fact]
    public void List_IsSorted_AndNamesEachVersionOnce()
    {
        var names = File.ReadAllLines(Path.Combine(SharedData.ProjectRoot, List)).ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names.Select(NameOf).Distinct(), names.Select(NameOf));
    }

    private static IEnumerable<string> VersionsOf()
    {
        var assembly = typeof(DefinitionCatalogue).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(assembly.GetManifestResourceStream(name)!); // its name was just listed
            var definitions = json.RootElement.ValueKind is JsonValueKind.Array ? [.. json.RootElement.EnumerateArray()] : new[] { json.RootElement };
            foreach (var definition in definitions)
                yield return $"{definition.GetProperty("code").GetString()} {definition.GetProperty("version").GetInt32()} {HashOf(definition)}";
        }
    }

    // Written anew: line ends and indents of the file do not count, what it says does.
    private static string HashOf(JsonElement definition) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(definition)));

    private static string NameOf(string line) => line[..line.LastIndexOf(' ')];
}
