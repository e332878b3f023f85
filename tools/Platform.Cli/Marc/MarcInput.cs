using System.CommandLine;
using Platform.Marc;

namespace Platform.Cli.Marc;

/// <summary>What the marc commands have in common: the input file and how it is read.</summary>
internal static class MarcInput
{
    /// <summary>The name that stands for standard input or output.</summary>
    public const string Standard = "-";

    public static Argument<string> Argument() => new("IN")
    {
        Description = "A file of MARC records in any format; - is standard input.",
    };

    public static Option<MarcFormat?> FormatOption(string name, string description) => new(name)
    {
        Description = $"{description}: marc, marcxml, json or mrk.",
        CustomParser = result => MarcNames.Format(result.Tokens.Single().Value, result.AddError),
    };

    public static Option<MarcCharset> CharsetOption() => new("--charset")
    {
        Description = "Encoding of the input: auto, utf-8, marc-8, or on request tcvn3, vni, viscii, cp1258.",
        CustomParser = result => MarcNames.Charset(result.Tokens.Single().Value, result.AddError),
    };

    /// <summary>Runs a command on the input. A file that cannot be opened or written is named on standard error; exit code 2.</summary>
    public static async Task<int> WithAsync(string path, Func<Stream, Task<int>> command)
    {
        try
        {
            await using var stream = Open(path);
            return await command(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await CommandHost.FailAsync(fault is FileNotFoundException or DirectoryNotFoundException
                ? $"There is no file '{path}'."
                : $"'{path}': {fault.Message}");
        }
    }

    private static Stream Open(string path) => path == Standard
        ? Console.OpenStandardInput()
        : new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
}
