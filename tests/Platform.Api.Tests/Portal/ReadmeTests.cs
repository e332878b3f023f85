using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Api.ChangeFeed.Webhooks;

namespace Platform.Api.Tests.Portal;

/// <summary>What <c>api/README.md</c> tells portal builders to type does what it says: its own commands, in its own order, against the real server.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class ReadmeTests(DemoApi demo)
{
    private const string Cut = "--8<--";
    private static readonly string Readme = File.ReadAllText(Path.Combine(SharedData.ProjectRoot, "api", "README.md"));

    [Fact]
    public async Task EveryCommand_AnswersAsThePageSays()
    {
        Assert.SkipWhen(await DemoApi.RunAsync("curl", ["--version"]) is null, "curl is not installed.");
        var blocks = Fences().Matches(Readme).Select(m => (Language: m.Groups[1].Value, Text: m.Groups[2].Value)).ToList();
        var commands = blocks.Select((block, index) => (block, index)).Where(b => b.block.Language == "sh").ToList();
        var script = "set -eu\n" + string.Join('\n', commands.Select(c => $"{c.block.Text}\necho; echo '{Cut}'"));

        var run = await DemoApi.RunAsync("bash", ["-c", script], ("API", demo.Address));

        run!.Value.Exit.ShouldBe(0, run.Value.Output); // bash is there where curl is
        var answers = run.Value.Output.Split(Cut);
        commands.Count.ShouldBeGreaterThan(8);
        foreach (var ((_, index), number) in commands.Select((c, number) => (c, number)))
            if (blocks.ElementAtOrDefault(index + 1) is { Language: "json", Text: var promised })
                Compare(JsonDocument.Parse(promised).RootElement, JsonDocument.Parse(answers[number]).RootElement, $"answer to\n{blocks[index].Text}\n{answers[number]}\n");
    }

    [Fact]
    public async Task SignatureCheck_TakesOurMessages_AndNoOthers()
    {
        Assert.SkipWhen(await DemoApi.RunAsync("node", ["--version"]) is null, "Node.js is not installed.");
        var check = Fences().Matches(Readme).Single(m => m.Groups[1].Value == "js").Groups[2].Value;
        var (secret, now, body) = (WebhookSignature.NewSecret(), TimeProvider.System.GetUtcNow(), "{\"type\":\"changes\",\"title\":\"Dế Mèn\"}");
        var headers = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["webhook-id"] = "webhook-1-7",
            ["webhook-timestamp"] = WebhookSignature.Timestamp(now),
            ["webhook-signature"] = WebhookSignature.Of(secret, "webhook-1-7", now, Encoding.UTF8.GetBytes(body)),
        });
        var main = $"""
            {check}
            const [secret, headers, body] = ['{secret}', {headers}, {JsonSerializer.Serialize(body)}];
            console.log(isGenuine(secret, headers, body), isGenuine(secret, headers, body + ' '), isGenuine('whsec_AAAA', headers, body),
              isGenuine(secret, {"{"} ...headers, 'webhook-timestamp': '1' {"}"}, body));
            """;

        var run = await DemoApi.RunAsync("node", ["--input-type=module", "--eval", main]);

        run!.Value.Output.Trim().ShouldBe("true false false false"); // Node.js is there, as asked above
    }

    /// <summary>Whether the answer holds all that is promised; "…" stands for anything.</summary>
    private static void Compare(JsonElement promised, JsonElement answer, string where)
    {
        switch (promised.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in promised.EnumerateObject())
                {
                    answer.TryGetProperty(member.Name, out var value).ShouldBeTrue($"{where}has no '{member.Name}'");
                    Compare(member.Value, value, where);
                }
                break;
            case JsonValueKind.Array:
                answer.GetArrayLength().ShouldBeGreaterThanOrEqualTo(promised.GetArrayLength(), where);
                foreach (var (element, index) in promised.EnumerateArray().Select((element, index) => (element, index)))
                    Compare(element, answer[index], where);
                break;
            case JsonValueKind.String when promised.GetString() == "…":
                answer.ValueKind.ShouldNotBe(JsonValueKind.Null, where);
                break;
            default:
                answer.ToString().ShouldBe(promised.ToString(), where);
                break;
        }
    }

    [GeneratedRegex("^```(sh|json|js)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}
