using System.CommandLine;
using Platform.Marc;

namespace Platform.Cli.Marc;

/// <summary><c>platform marc convert IN --to FORMAT</c>: records from one format and encoding to another, streaming.</summary>
internal static class MarcConvert
{
    private sealed record Request(string Input, string Output, MarcFormat To, MarcReadOptions Reading, MarcWriteOptions Writing, bool IsStrict);

    public static Command Create()
    {
        var input = MarcInput.Argument();
        var from = MarcInput.FormatOption("--from", "Format of the input, recognised when not given");
        var to = MarcInput.FormatOption("--to", "Format of the output");
        to.Required = true;
        var output = new Option<string>("-o", "--output") { Description = "The file to write; - is standard output.", DefaultValueFactory = _ => MarcInput.Standard };
        var charset = MarcInput.CharsetOption();
        var outputCharset = new Option<MarcCharset>("--output-charset")
        {
            Description = "Encoding of ISO 2709 output: utf-8 (the default) or marc-8.",
            DefaultValueFactory = _ => MarcCharset.Utf8,
            CustomParser = result => MarcNames.Charset(result.Tokens.Single().Value, result.AddError),
        };
        var strict = new Option<bool>("--strict") { Description = "Stop at the first record that departs from the standard." };
        var command = new Command("convert", "Converts records to another format.") { input, from, to, output, charset, outputCharset, strict };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Request(
                parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetRequiredValue(to)!.Value, // required, so never null
                new MarcReadOptions { Format = parsed.GetValue(from), Charset = parsed.GetValue(charset) },
                new MarcWriteOptions { Charset = parsed.GetValue(outputCharset) },
                parsed.GetValue(strict)),
            cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(Request request, CancellationToken cancellationToken) =>
        MarcInput.WithAsync(request.Input, async input =>
        {
            await using var output = MarcOutput.Open(request.Output);
            var exitCode = await ConvertAsync(request, input, output.Stream, cancellationToken);
            if (exitCode != CommandHost.Failed)
                output.Keep();
            return exitCode;
        });

    private static async Task<int> ConvertAsync(Request request, Stream input, Stream output, CancellationToken cancellationToken)
    {
        var outcome = new MarcOutcome(request.Input);
        var readings = request.IsStrict
            ? MarcReader.ReadStrictAsync(input, request.Reading, cancellationToken)
            : MarcReader.ReadAsync(input, request.Reading, cancellationToken);
        await using var writer = new MarcWriter(output, request.To, request.Writing);
        await foreach (var reading in readings)
        {
            outcome.Report(reading.Problems);
            if (reading.Record is null)
                continue;
            var writing = await writer.WriteAsync(reading.Record, reading.Number, cancellationToken);
            outcome.Report(writing.Problems);
        }
        return outcome.ExitCode;
    }
}
