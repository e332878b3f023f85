using System.CommandLine;
using System.Globalization;
using Platform.Marc;

namespace Platform.Cli.Marc;

/// <summary><c>platform marc count IN</c>: records, bytes and what encodings the leaders name.</summary>
internal static class MarcCount
{
    public static Command Create()
    {
        var input = MarcInput.Argument();
        var from = MarcInput.FormatOption("--from", "Format of the input, recognised when not given");
        var command = new Command("count", "Counts records, bytes and encodings.") { input, from };
        command.SetAction((parsed, cancellationToken) => MarcInput.WithAsync(
            parsed.GetRequiredValue(input),
            stream => CountAsync(
                stream, parsed.GetRequiredValue(input), new MarcReadOptions { Format = parsed.GetValue(from), InspectFields = false }, cancellationToken)));
        return command;
    }

    private static async Task<int> CountAsync(Stream stream, string input, MarcReadOptions options, CancellationToken cancellationToken)
    {
        var outcome = new MarcOutcome(input);
        var counted = new CountingStream(stream);
        var (records, unicode, marc8) = (0, 0, 0);
        await foreach (var reading in MarcReader.ReadAsync(counted, options, cancellationToken))
        {
            outcome.Report(reading.Problems);
            if (reading.Record is not { } record)
                continue;
            records++;
            unicode += record.Leader.CharacterCoding == 'a' ? 1 : 0;
            marc8 += record.Leader.CharacterCoding == ' ' ? 1 : 0;
        }
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"records\t{records}\nbytes\t{counted.Count}\nunicode\t{unicode}\nmarc-8\t{marc8}\nother\t{records - unicode - marc8}"));
        return outcome.ExitCode;
    }
}
