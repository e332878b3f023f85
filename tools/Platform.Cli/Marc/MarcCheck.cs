using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Marc;

namespace Platform.Cli.Marc;

/// <summary><c>platform marc check IN</c>: every problem of a file, one a line.</summary>
internal static partial class MarcCheck
{
    public static Command Create()
    {
        var input = MarcInput.Argument();
        var from = MarcInput.FormatOption("--from", "Format of the input, recognised when not given");
        var charset = MarcInput.CharsetOption();
        var json = new Option<bool>("--json") { Description = "A JSON object a line instead of text." };
        var command = new Command("check", "Lists every problem: record number, byte offset, tag, rule, severity.") { input, from, charset, json };
        command.SetAction((parsed, cancellationToken) => MarcInput.WithAsync(
            parsed.GetRequiredValue(input),
            stream => CheckAsync(
                stream, parsed.GetRequiredValue(input), new MarcReadOptions { Format = parsed.GetValue(from), Charset = parsed.GetValue(charset) },
                parsed.GetValue(json) ? Json : Text, cancellationToken)));
        return command;
    }

    private static async Task<int> CheckAsync(
        Stream stream, string input, MarcReadOptions options, Func<MarcProblem, string> show, CancellationToken cancellationToken)
    {
        var outcome = new MarcOutcome(input);
        var detector = new CharsetDetector();
        await foreach (var reading in MarcReader.ReadAsync(stream, options, cancellationToken))
        {
            if (reading.Record is { } record)
                detector.Look(record);
            foreach (var problem in reading.Problems)
            {
                outcome.Note(problem);
                Console.Out.WriteLine(show(problem));
            }
        }
        if (detector.Suggestion is { } charset)
            await Console.Error.WriteLineAsync($"{input}: the text looks like {charset}; to read it so, say --charset {charset.ToString().ToLowerInvariant()}.");
        return outcome.ExitCode;
    }

    private static string Text(MarcProblem problem) => problem.ToString();

    private static string Json(MarcProblem problem) => JsonSerializer.Serialize(problem, ProblemJson.Default.MarcProblem);

    [JsonSerializable(typeof(MarcProblem))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
    private sealed partial class ProblemJson : JsonSerializerContext;
}
